import { RoomError } from "./room-error";

/** A sentence about what went wrong, and the next step. */
export interface Problem {
  message: string;
  hint: string | null;
  /** Where in the text a person wrote it is wrong: a 0-based offset. */
  position?: number;
}

/** What to tell a person about any error. Errors that are not Lucid's own get a sentence around their text. */
export function toProblem(error: unknown): Problem {
  if (error instanceof RoomError) {
    const position = "position" in error && typeof error.position === "number" ? { position: error.position } : {};
    return { message: error.message, hint: error.hint, ...position };
  }
  const text = error instanceof Error ? error.message : String(error);
  return {
    message: `Something unexpected happened: ${text}`,
    hint: "Try again. If it happens again, reload the page.",
  };
}
