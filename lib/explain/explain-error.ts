import { RoomError } from "@/lib/std/room-error";

export type ExplainErrorKind =
  | "nothing-to-explain" // no metrics, no text
  | "too-large";

/** An explanation cannot be made. */
export class ExplainError extends RoomError<ExplainErrorKind> {}
