import { RoomError } from "@/lib/std/room-error";

/** Something cannot leave the notebook as a file, or come back from one. */
export class ExportError extends RoomError<"nothing-there" | "changed" | "unreadable" | "newer" | "damaged"> {}
