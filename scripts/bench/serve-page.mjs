import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../install.mjs";
import { rawText } from "./raw-text.mjs";

const TYPES = { wasm: "application/wasm", js: "text/javascript", json: "application/json" };

/**
 * Serves a page that holds a file input and one script of this folder, and the engine's files beside it. Gives its address
 * and the way to stop it.
 * @param {string} entry the script's name
 */
export async function servePage(entry) {
  const bundled = await build({
    entryPoints: [join(root, "scripts/bench", entry)],
    bundle: true,
    write: false,
    format: "iife",
    minify: true,
    alias: { "@": root },
    plugins: [rawText],
    logLevel: "error",
  });
  const script = bundled.outputFiles[0]?.text ?? "";
  const server = createServer(async (request, response) => {
    const name = new URL(request.url ?? "/", "http://localhost").pathname.slice(1);
    if (name === "") {
      response.setHeader("Content-Type", "text/html");
      response.end('<!doctype html><input type="file"><script src="/page.js"></script>');
    } else if (name === "page.js") {
      response.setHeader("Content-Type", "text/javascript");
      response.end(script);
    } else if (/^(?:engine|workers)\/[\w.-]+$/.test(name)) {
      response.setHeader("Content-Type", TYPES[name.split(".").at(-1)] ?? "application/octet-stream");
      response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'wasm-unsafe-eval'; connect-src 'self'",
      );
      response.end(await readFile(join(root, "public", name)));
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(null)));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
