import { RoomError } from "@/lib/std/room-error";

/** The engine's reader says no to the file; everything else (memory, stopped, aborted) is passed on. */
export function isRefusal(error: unknown): boolean {
  return error instanceof RoomError && (error.kind === "sql" || error.kind === "internal");
}
