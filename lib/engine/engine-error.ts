import { RoomError, type RoomErrorSpec } from "@/lib/std/room-error";

export type EngineErrorKind =
  | "unavailable" // files missing, blocked or damaged; the engine never started
  | "stopped" // the worker died or was restarted under the call
  | "timeout"
  | "refused" // not exactly one query
  | "sql" // the engine says the text is wrong
  | "memory"
  | "internal";

export class EngineError extends RoomError<EngineErrorKind> {
  /** The text that failed, when one did. */
  readonly sql: string | null;
  /** 0-based offset into `sql`, when the engine names one. */
  readonly position: number | null;

  constructor(spec: RoomErrorSpec<EngineErrorKind> & { sql?: string; position?: number | null }) {
    super(spec);
    this.sql = spec.sql ?? null;
    this.position = spec.position ?? null;
  }
}
