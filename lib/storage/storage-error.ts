import { RoomError } from "@/lib/std/room-error";

export type StorageErrorKind =
  | "unavailable" // no OPFS here: use memory
  | "full"
  | "damaged"
  | "missing"
  | "newer" // written by a newer Lucid: read-only
  | "locked" // another tab writes
  | "internal";

export class StorageError extends RoomError<StorageErrorKind> {}
