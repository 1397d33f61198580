import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { findBrowser } from "../find-browser.mjs";
import { root } from "../install.mjs";
import { watchMemory } from "./memory.mjs";
import { rawText } from "./raw-text.mjs";

const ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const TIMES = 3;

/** Serves a page that imports a file through Lucid's own rooms, and by the engine alone. */
async function serve() {
  const bundled = await build({
    entryPoints: [join(root, "scripts/bench/import-page.ts")],
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
      response.end('<!doctype html><input type="file"><script src="/import.js"></script>');
    } else if (name === "import.js") {
      response.setHeader("Content-Type", "text/javascript");
      response.end(script);
    } else if (/^(?:engine|workers)\/[\w.-]+$/.test(name)) {
      const types = { wasm: "application/wasm", js: "text/javascript", json: "application/json" };
      response.setHeader("Content-Type", types[name.split(".").at(-1)] ?? "application/octet-stream");
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

/** In a page of its own, so that what one run left behind weighs on no other. */
async function inPage(browser, url, file, work) {
  const page = await browser.newPage();
  page.setDefaultTimeout(600_000);
  await page.goto(url);
  await page.locator("input").setInputFiles(file);
  const result = await page.evaluate(work);
  await page.close();
  return result;
}

/**
 * Imports files in a real browser, each against the engine's own `read_csv` in the same browser, in turns. Times are the
 * best of three; memory is the browser's peak above an empty page, bytes.
 */
export async function benchImports(files) {
  const executablePath = findBrowser() ?? undefined;
  const pages = await serve();
  const server = await chromium.launchServer({ args: ARGS, ...(executablePath ? { executablePath } : {}) });
  const browser = await chromium.connect(server.wsEndpoint());
  try {
    const rows = [];
    for (const { name, path, lines } of files) {
      const row = { name, bare: Infinity, import: Infinity, longest: 0, peak: 0 };
      for (let time = 0; time < (lines > 2_000_000 ? 1 : TIMES); time += 1) {
        const alone = await inPage(browser, pages.url, path, () => window.importBench.bare());
        row.bare = Math.min(row.bare, alone.ms);
        const memory = watchMemory(server.process().pid);
        const imported = await inPage(browser, pages.url, path, () => window.importBench.lucid());
        row.peak = Math.max(row.peak, memory.stop());
        row.import = Math.min(row.import, imported.ms);
        row.longest = Math.max(row.longest, imported.longest);
        if (imported.lines !== lines) throw new Error(`${imported.lines} of ${lines} lines were imported.`);
      }
      const cancel = await inPage(browser, pages.url, path, () => window.importBench.cancelled());
      rows.push({ ...row, cancel });
    }
    return rows;
  } finally {
    await browser.close();
    await server.close();
    pages.close();
  }
}
