import { RoomError } from "@/lib/std/room-error";

/** A query or one of its parameters is not as declared. */
export class QueryError extends RoomError<"bad-param" | "bad-definition"> {}
