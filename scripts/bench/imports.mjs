import { inPage, withBrowser } from "./browser.mjs";
import { watchMemory } from "./memory.mjs";
import { servePage } from "./serve-page.mjs";

const TIMES = 5;

async function measure(browser, pid, url, { name, path, lines }) {
  const row = { name, bare: Infinity, import: Infinity, longest: 0, peak: 0 };
  for (let time = 0; time < (lines > 2_000_000 ? 1 : TIMES); time += 1) {
    const alone = await inPage(browser, url, path, () => window.importBench.bare());
    row.bare = Math.min(row.bare, alone.ms);
    const imported = await inPage(browser, url, path, () => window.importBench.lucid());
    row.import = Math.min(row.import, imported.ms);
    row.longest = Math.max(row.longest, imported.longest);
    if (imported.lines !== lines) throw new Error(`${imported.lines} of ${lines} lines were imported.`);
  }
  // Looking at its memory holds a browser up, so that is done in a run of its own.
  const memory = watchMemory(pid);
  await inPage(browser, url, path, () => window.importBench.lucid());
  row.peak = memory.stop();
  const cancel = await inPage(browser, url, path, () => window.importBench.cancelled());
  return { ...row, cancel };
}

/**
 * Imports files in a real browser, each against the engine's own `read_csv` in the same browser, in turns. Times are the
 * best of five; memory is the browser's peak above an empty page, bytes.
 */
export async function benchImports(files) {
  const pages = await servePage("import-page.ts");
  try {
    return await withBrowser(async (browser, pid) => {
      const rows = [];
      for (const file of files) rows.push(await measure(browser, pid, pages.url, file));
      return rows;
    });
  } finally {
    pages.close();
  }
}
