import { RoomError } from "@/lib/std/room-error";

export type ExplainErrorKind =
  | "nothing-to-explain" // no metrics, no text
  | "too-large"
  | "unanswered" // the server or its AI service gave no explanation, or broke off
  | "not-signed-in";

/** An explanation cannot be made. */
export class ExplainError extends RoomError<ExplainErrorKind> {}
