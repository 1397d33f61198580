import { RoomError } from "@/lib/std/room-error";

export type NotebookErrorKind =
  | "missing" // the cell or data set is not there
  | "duplicate-name"
  | "bad-name" // nothing a query could call a cell
  | "not-convertible" // this kind of cell cannot become that one
  | "too-long" // a text that could not be read back
  | "not-readable"; // a stored notebook does not fit the schema

export class NotebookError extends RoomError<NotebookErrorKind> {}
