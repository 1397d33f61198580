import { RoomError, type RoomErrorSpec } from "@/lib/std/room-error";

/** What a request can fail of, and the HTTP status that says so. */
export const STATUS = {
  bad_request: 400,
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  too_large: 413,
  not_json: 415,
  not_valid: 422,
  too_many: 429,
  internal: 500,
  ai_failed: 502,
  ai_unverified: 502,
  ai_not_configured: 503,
  ai_busy: 503,
  ai_slow: 504,
} as const;

export type ServerErrorKind = keyof typeof STATUS | "wrong_environment";

interface ServerErrorSpec extends RoomErrorSpec<ServerErrorKind> {
  /** Where in the request the fault lies; never a value of the user's. */
  details?: readonly string[];
  /** Whole seconds until another try makes sense. */
  retryAfter?: number;
}

export class ServerError extends RoomError<ServerErrorKind> {
  readonly details: readonly string[] | null;
  readonly retryAfter: number | null;

  constructor(spec: ServerErrorSpec) {
    super(spec);
    this.details = spec.details ?? null;
    this.retryAfter = spec.retryAfter ?? null;
  }
}
