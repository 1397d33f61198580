import { ServerError } from "./server-error";

/** The most a request may carry, in bytes. */
export const MOST_BYTES = 64 * 1024;

/** A strict schema that changes nothing; zod's, full and mini, fit. */
interface Schema<T> {
  safeParse(
    value: unknown,
  ): { success: true; data: T } | { success: false; error: { issues: readonly { path: readonly PropertyKey[] }[] } };
}

/** The body of a request as text, its bytes counted while they come: one too many and nothing more is read. */
export async function readText(request: Request, most = MOST_BYTES): Promise<string> {
  const tooLarge = () =>
    new ServerError({
      kind: "too_large",
      message: `The request is larger than ${most / 1024} KB.`,
      hint: "Explain one cell or one insight instead of the whole notebook.",
    });
  if (Number(request.headers.get("content-length") ?? 0) > most) throw tooLarge();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  let bytes = 0;
  try {
    for await (const chunk of request.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > most) throw tooLarge();
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (cause) {
    if (cause instanceof ServerError) throw cause;
    throw notReadable("The request could not be read to its end as UTF-8 text.", cause);
  }
}

/** The body of a request as a value that the schema passed. Errors: not_json, too_large, bad_request, not_valid. */
export async function readJson<T>(request: Request, schema: Schema<T>): Promise<T> {
  requireJson(request);
  const text = await readText(request);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw notReadable("The request is not valid JSON.", cause);
  }
  const parsed = schema.safeParse(value);
  // As it was sent, with its own order of keys; a strict schema let nothing else through.
  if (parsed.success) return value as T;
  throw new ServerError({
    kind: "not_valid",
    message: "The request does not have the shape this version of Lucid expects.",
    hint: "Reload the page: it may be older than the server.",
    details: parsed.error.issues.slice(0, 5).map(({ path }) => path.join(".") || "(all of it)"),
  });
}

function requireJson(request: Request): void {
  const type = request.headers.get("content-type") ?? "";
  const plain = (request.headers.get("content-encoding") ?? "identity") === "identity";
  if (plain && /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type)) return;
  throw new ServerError({
    kind: "not_json",
    message: "This address takes plain JSON only.",
    hint: "Send Content-Type: application/json, not compressed.",
  });
}

function notReadable(message: string, cause: unknown): ServerError {
  return new ServerError({ kind: "bad_request", message, hint: "Reload the page and try again.", cause });
}
