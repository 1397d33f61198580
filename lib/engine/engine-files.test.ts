import { createHash } from "node:crypto";
import { afterEach, describe, expect, it, vi } from "vitest";
import { checkEngineFiles } from "./engine-files";

const BASE = new URL("https://shop.test/engine/");
const WASM = new TextEncoder().encode("not really wasm");
const SCRIPT = new TextEncoder().encode("onmessage = () => {}");
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

const entry = (bytes: Uint8Array) => ({
  sha256: createHash("sha256").update(bytes).digest("hex"),
  bytes: bytes.length,
});
const MANIFEST = JSON.stringify({ "duckdb-eh.wasm": entry(WASM), "duckdb.worker.js": entry(SCRIPT) });

type Answer = (cache: RequestCache | undefined) => Response | Promise<Response>;

/** A server with everything in place but what the test puts wrong. */
function serverWith(wrong: Record<string, Answer>) {
  const right: Record<string, Answer> = {
    "manifest.json": () => new Response(MANIFEST, { headers: { "content-type": "application/json" } }),
    "duckdb-eh.wasm": () => new Response(WASM, { headers: { "content-type": "application/wasm" } }),
    "duckdb.worker.js": () => new Response(SCRIPT, { headers: { "content-security-policy": POLICY } }),
  };
  return vi.fn<typeof fetch>(async (url, options) => {
    const answer = { ...right, ...wrong }[String(url).replace(BASE.href, "")];
    return answer ? answer(options?.cache) : new Response("nothing here", { status: 404 });
  });
}

const check = (wrong: Record<string, Answer>) =>
  checkEngineFiles(BASE, ["duckdb-eh.wasm", "duckdb.worker.js"], serverWith(wrong));

afterEach(() => vi.useRealTimers());

describe("the start-up self-test", () => {
  it("passes when every file is whole", async () => {
    await expect(check({})).resolves.toBeUndefined();
  });

  it.each<[string, Record<string, Answer>, RegExp]>([
    [
      "the list is missing",
      { "manifest.json": () => new Response("", { status: 404 }) },
      /answers 404 for manifest\.json/,
    ],
    ["the list is no list", { "manifest.json": () => new Response('{"a":{"bytes":"1"}}') }, /list of files is damaged/],
    ["a file is not listed", { "manifest.json": () => new Response("{}") }, /duckdb-eh\.wasm is not in its list/],
    [
      "a file is missing",
      { "duckdb-eh.wasm": () => new Response("", { status: 404 }) },
      /answers 404 for duckdb-eh\.wasm/,
    ],
    [
      "the server is ill",
      { "duckdb-eh.wasm": () => new Response("", { status: 503 }) },
      /answers 503 for duckdb-eh\.wasm/,
    ],
    [
      "a page comes instead",
      { "duckdb-eh.wasm": () => new Response("<html>", { headers: { "content-type": "text/html; charset=utf-8" } }) },
      /instead of duckdb-eh\.wasm a web page/,
    ],
    ["a file is cut short", { "duckdb-eh.wasm": () => new Response(WASM.slice(0, 4)) }, /damaged, 4 of 15 bytes/],
    [
      "one bit is wrong",
      { "duckdb-eh.wasm": () => new Response(WASM.map((byte, at) => (at === 3 ? byte ^ 1 : byte))) },
      /not the file that belongs/,
    ],
    [
      "the network is down",
      { "duckdb-eh.wasm": () => Promise.reject(new TypeError("fetch failed")) },
      /could not be fetched/,
    ],
    [
      "the worker's policy forbids WebAssembly",
      {
        "duckdb.worker.js": () => new Response(SCRIPT, { headers: { "content-security-policy": "script-src 'self'" } }),
      },
      /Content-Security-Policy of duckdb\.worker\.js does not allow 'wasm-unsafe-eval'/,
    ],
    [
      "the worker's default policy forbids it",
      {
        "duckdb.worker.js": () =>
          new Response(SCRIPT, { headers: { "content-security-policy": "default-src 'none'" } }),
      },
      /wasm-unsafe-eval/,
    ],
  ])("says so when %s", async (_, wrong, message) => {
    await expect(check(wrong)).rejects.toMatchObject({
      kind: "unavailable",
      message: expect.stringMatching(message),
      hint: expect.stringContaining("Your notebook can still be read."),
    });
  });

  it("passes over a damaged copy in the browser's cache", async () => {
    const server = serverWith({
      "duckdb-eh.wasm": (cache) => new Response(cache === "reload" ? WASM : WASM.slice(0, 4)),
    });
    await expect(checkEngineFiles(BASE, ["duckdb-eh.wasm"], server)).resolves.toBeUndefined();
    expect(server).toHaveBeenCalledTimes(3);
  });

  it("waits for a slow server and gives up on one that went silent, within ten seconds", async () => {
    vi.useFakeTimers();
    const slow = new ReadableStream({
      async start(controller) {
        for (const byte of WASM) {
          await new Promise((resolve) => setTimeout(resolve, 5000));
          controller.enqueue(Uint8Array.of(byte));
        }
        controller.close();
      },
    });
    const passed = check({ "duckdb-eh.wasm": () => new Response(slow) });
    await vi.advanceTimersByTimeAsync(5000 * WASM.length);
    await expect(passed).resolves.toBeUndefined();

    const silent: typeof fetch = (_, options) =>
      new Promise((_resolve, reject) => {
        options?.signal?.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
      });
    const failed = checkEngineFiles(BASE, [], silent).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(9999);
    expect(await failed).toMatchObject({
      message: "The engine cannot start: the server stopped sending manifest.json.",
    });
  });
});
