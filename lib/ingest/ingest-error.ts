import { RoomError } from "@/lib/std/room-error";

export type IngestErrorKind =
  | "empty"
  | "not-a-table" // picture, PDF, archive, program: named in the message
  | "no-lines" // a header and nothing below
  | "no-figures" // no column that could be counted or summed
  | "encoding"
  | "unreadable" // changed or vanished while reading, or the reader gave up
  | "not-understood" // the plan does not fit the file
  | "too-large"; // more than the engine's memory holds

/** A file cannot be taken as it is. The message names the file. */
export class IngestError extends RoomError<IngestErrorKind> {}
