import { RoomError } from "@/lib/std/room-error";

/** A file that leaves or enters the house cannot be written or read. */
export class FilesError extends RoomError<"too-large" | "unreadable" | "newer" | "damaged"> {}
