import * as z from "zod/mini";
import { EngineError } from "./engine-error";

/** What scripts/prepare-engine.mjs writes beside the files. */
const fileSchema = z.object({
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  bytes: z.int().check(z.positive()),
});
const manifestSchema = z.record(z.string(), fileSchema);
type EngineFile = z.infer<typeof fileSchema>;

/** A server that sends nothing for this long is taken as gone; a slow one that sends is waited for. */
const STALL_MS = 8000;

const STILL_READABLE = "Your notebook can still be read.";

function unavailable(message: string, hint: string, cause?: unknown): EngineError {
  return new EngineError({ kind: "unavailable", message, hint: `${STILL_READABLE} ${hint}`, cause });
}

const TELL_OPERATOR = "Reload the page; if it stays, tell whoever runs this site.";

interface Downloaded {
  bytes: Uint8Array<ArrayBuffer>;
  headers: Headers;
}

/** The bytes of one of the engine's files, each step of the way with its own reason for failing. */
async function download(url: URL, get: typeof fetch, cache?: RequestCache): Promise<Downloaded> {
  const name = url.pathname.split("/").at(-1) ?? url.pathname;
  const stall = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stall.abort(), STALL_MS);
  };
  alive();
  try {
    const response = await get(url, { signal: stall.signal, credentials: "same-origin", cache });
    if (!response.ok || !response.body) {
      throw unavailable(
        `The engine cannot start: the server answers ${response.status} for ${name}.`,
        response.status === 404 ? `The file is missing on the server. ${TELL_OPERATOR}` : TELL_OPERATOR,
      );
    }
    if (response.headers.get("content-type")?.startsWith("text/html")) {
      throw unavailable(`The engine cannot start: instead of ${name} a web page came back.`, TELL_OPERATOR);
    }
    const pieces: Uint8Array<ArrayBuffer>[] = [];
    const reader = response.body.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      alive();
      pieces.push(read.value);
    }
    return { bytes: new Uint8Array(await new Blob(pieces).arrayBuffer()), headers: response.headers };
  } catch (error) {
    if (error instanceof EngineError) throw error;
    throw stall.signal.aborted
      ? unavailable(
          `The engine cannot start: the server stopped sending ${name}.`,
          "Check the connection, then press Retry.",
          error,
        )
      : unavailable(
          `The engine cannot start: ${name} could not be fetched.`,
          "Check the connection, then press Retry.",
          error,
        );
  } finally {
    clearTimeout(timer);
  }
}

async function manifestAt(base: URL, get: typeof fetch): Promise<Record<string, EngineFile>> {
  const { bytes } = await download(new URL("manifest.json", base), get);
  try {
    return manifestSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (error) {
    throw unavailable("The engine cannot start: its list of files is damaged.", TELL_OPERATOR, error);
  }
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** A worker obeys the policy of its own response, and WebAssembly has to be allowed there by name. */
function forbidsWasm(headers: Headers): boolean {
  const policy = headers.get("content-security-policy");
  if (policy === null) return false;
  const directive = (name: string) =>
    policy
      .split(/[;,]/)
      .map((part) => part.trim().split(/\s+/))
      .find(([first]) => first?.toLowerCase() === name);
  const sources = directive("script-src") ?? directive("default-src");
  return sources !== undefined && !sources.some((source) => /^'(wasm-)?unsafe-eval'$/.test(source));
}

/** What is wrong with a file that came, or null. Without hashing (plain http) only sizes are compared. */
async function damage(name: string, bytes: Uint8Array<ArrayBuffer>, expected: EngineFile): Promise<string | null> {
  if (bytes.length !== expected.bytes) return `${name} is damaged, ${bytes.length} of ${expected.bytes} bytes came`;
  const same = globalThis.crypto.subtle === undefined || (await sha256(bytes)) === expected.sha256;
  return same ? null : `${name} is not the file that belongs to this version`;
}

async function checkFile(url: URL, name: string, expected: EngineFile | undefined, get: typeof fetch): Promise<void> {
  if (!expected) throw unavailable(`The engine cannot start: ${name} is not in its list of files.`, TELL_OPERATOR);
  let { bytes, headers } = await download(url, get);
  if ((await damage(name, bytes, expected)) !== null) {
    ({ bytes, headers } = await download(url, get, "reload")); // the browser's own copy may be the damaged one
    const problem = await damage(name, bytes, expected);
    if (problem !== null) throw unavailable(`The engine cannot start: ${problem}.`, TELL_OPERATOR);
  }
  if (name.endsWith(".js") && forbidsWasm(headers)) {
    throw unavailable(
      `The engine cannot start: the Content-Security-Policy of ${name} does not allow 'wasm-unsafe-eval'.`,
      TELL_OPERATOR,
    );
  }
}

/**
 * Start-up self-test: fetches the files named and proves them whole and usable. Throws EngineError "unavailable"
 * naming the file or header at fault.
 */
export async function checkEngineFiles(base: URL, names: readonly string[], get: typeof fetch): Promise<void> {
  const manifest = await manifestAt(base, get);
  await Promise.all(names.map((name) => checkFile(new URL(name, base), name, manifest[name], get)));
}
