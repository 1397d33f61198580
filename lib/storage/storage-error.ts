import { RoomError } from "@/lib/std/room-error";

export type StorageErrorKind =
  | "unavailable" // no OPFS here: use memory
  | "full"
  | "damaged"
  | "missing"
  | "lost" // lines of a file are gone or damaged: the file itself brings them back
  | "newer" // written by a newer Lucid: read-only
  | "locked" // another tab writes
  | "internal";

export class StorageError extends RoomError<StorageErrorKind> {}
