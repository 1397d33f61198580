import { isAbort } from "@/lib/std/room-error";
import { ServerError, STATUS } from "./server-error";

/** The one shape of every error a route answers with. */
export interface ErrorBody {
  error: { code: string; message: string; hint: string | null; details?: readonly string[] };
}

/** The log gets the kind of an unexpected error and where it arose; its message may hold what a person sent. */
function report(error: unknown): void {
  const { name, stack = "" } = error instanceof Error ? error : new Error();
  const places = stack.split("\n").filter((line) => /^\s+at /.test(line));
  process.stderr.write(`${[`Unexpected ${name}`, ...places].join("\n")}\n`);
}

/** What is told of any error: those that are not our own say nothing of what they hold. */
export function toServerError(error: unknown): ServerError {
  if (error instanceof ServerError) return error;
  if (!isAbort(error)) report(error);
  return new ServerError({
    kind: "internal",
    message: "Something unexpected happened on the server.",
    hint: "Try again. If it happens again, restart the server and look at its log.",
    cause: error,
  });
}

export function errorBody(error: ServerError): ErrorBody {
  const { kind, message, hint, details } = error;
  return { error: { code: kind, message, hint, ...(details ? { details } : {}) } };
}

/** An error as a JSON answer with its status. */
export function errorResponse(error: unknown): Response {
  const told = toServerError(error);
  const status = told.kind === "wrong_environment" ? STATUS.internal : STATUS[told.kind];
  const headers: Record<string, string> = { "Cache-Control": "no-store" };
  if (told.retryAfter !== null) headers["Retry-After"] = String(told.retryAfter);
  return Response.json(errorBody(told), { status, headers });
}
