import { RoomError } from "@/lib/std/room-error";

/** A notebook asks for what is not there. */
export class AnalysisError extends RoomError<"unknown"> {}
