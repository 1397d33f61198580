import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { withBrowser } from "./browser.mjs";
import { serveLucid, URL_OF_LUCID } from "./serve-lucid.mjs";

const CELLS = 100;
const CHAIN = 30;
const KEYS = 60;

/** A notebook file of queries: the first 30 each read the one before, the others stand by themselves. */
function notebookFile() {
  const cells = Array.from({ length: CELLS }, (_, at) => {
    const reads = at > 0 && at < CHAIN ? [`query_${at - 1}`] : [];
    const sql = reads.length > 0 ? `select n + 1 as n from ${reads[0]}` : `select ${at} as n`;
    return {
      id: `cell-${at}`,
      kind: "sql",
      name: `query_${at}`,
      title: `Query ${at}`,
      sql,
      ran: { sql, reads },
      origin: null,
      codeShown: true,
      collapsed: false,
    };
  });
  const notebook = {
    id: "bench",
    title: "A hundred queries",
    locale: "en-GB",
    currency: null,
    dataSets: [],
    cells,
    insightStates: {},
    explanations: {},
    autoRun: true,
    createdAt: 0,
  };
  return JSON.stringify({ format: "lucid-notebook", version: 1, notebook });
}

/** Notes in the page when a key was pressed and when each cell was marked as stale. */
function observe() {
  window.marks = { key: 0, stale: 0, count: 0 };
  addEventListener("keydown", () => (window.marks.key ||= performance.now()), true);
  new MutationObserver(() => {
    const count = document.querySelectorAll('[data-cell][data-status="stale"]').length;
    if (count > window.marks.count) Object.assign(window.marks, { count, stale: performance.now() });
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-status"] });
}

async function measure(browser) {
  const context = await browser.newContext();
  await context.addInitScript(observe);
  const page = await context.newPage();
  const folder = mkdtempSync(join(tmpdir(), "lucid-bench-"));
  try {
    const path = join(folder, "hundred.lucid.json");
    writeFileSync(path, notebookFile());
    await page.goto(URL_OF_LUCID);
    await page.waitForSelector('html[data-engine="ready"]');
    await page.getByLabel("Add data files").first().setInputFiles(path);
    await page.waitForFunction((count) => document.querySelectorAll("[data-cell]").length === count, CELLS);
    await page.getByRole("button", { name: "Run all" }).click();
    await page.waitForFunction(
      (count) => document.querySelectorAll('[data-cell][data-status="ok"]').length === count,
      CELLS,
      { timeout: 120_000 },
    );
    await page.waitForSelector('html[data-saved="true"]');
    await page.locator('[data-cell="query_0"] .cm-content').click();
    await page.keyboard.press("End");
    await page.evaluate(() => Object.assign(window.marks, { key: 0, stale: 0, count: 0 }));
    const cdp = await context.newCDPSession(page);
    await cdp.send("Performance.enable");
    const script = async () => {
      const { metrics } = await cdp.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "ScriptDuration").value * 1000;
    };
    await page.keyboard.press("1");
    await page.waitForFunction((count) => window.marks.count >= count, CHAIN - 1);
    const { key, stale } = await page.evaluate(() => window.marks);
    const perKey = [];
    for (let at = 0; at < KEYS; at += 1) {
      const before = await script();
      await page.keyboard.press(at % 7 === 6 ? "Space" : "x");
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
      perKey.push((await script()) - before);
    }
    return { marked: stale - key, perKey: perKey.toSorted((a, b) => a - b) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await context.close();
  }
}

/** A notebook of a hundred cells: from a key to the last mark, and the page's script for each key, in milliseconds. */
export async function benchNotebook() {
  const app = await serveLucid();
  try {
    return await withBrowser(measure);
  } finally {
    app.kill();
  }
}
