import { join } from "node:path";
import { build } from "esbuild";
import { root } from "../install.mjs";
import { inPage, withBrowser } from "./browser.mjs";
import { rawText } from "./raw-text.mjs";
import { servePage } from "./serve-page.mjs";

async function loadNative() {
  const outfile = join(root, ".cache", "bench-analyses.mjs");
  await build({
    entryPoints: [join(root, "scripts/bench/native-analyses.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "@": root },
    plugins: [rawText],
    logLevel: "warning",
  });
  return import(outfile);
}

/**
 * Milliseconds of every analysis of a file of sales: in a real browser on the shipped engine, and on native DuckDB with one
 * thread. What analyses share is a row of its own. `ahead` is the sum of all that stands between the end of the import and
 * the last answer of a new notebook.
 */
export async function benchAnalyses(path) {
  const pages = await servePage("analyses-page.ts");
  const shipped = await withBrowser((browser) => inPage(browser, pages.url, path, () => window.analysesBench()));
  pages.close();
  const { nativeAnalyses } = await loadNative();
  const native = await nativeAnalyses(path);
  const times = new Map([...shipped.first, ...shipped.again].map(({ name, ms }) => [name, ms]));
  return {
    ahead: shipped.first.reduce((sum, { ms }) => sum + ms, 0),
    rows: native.map(({ name, ms }) => ({ name, wasm: times.get(name) ?? Number.NaN, native: ms })),
  };
}
