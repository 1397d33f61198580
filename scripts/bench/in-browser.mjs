import { statSync } from "node:fs";
import { inPage, withBrowser } from "./browser.mjs";
import { watchMemory } from "./memory.mjs";
import { serveLucid, URL_OF_LUCID } from "./serve-lucid.mjs";
import { servePage } from "./serve-page.mjs";

/** Notes in the page when a file was chosen, was in, and had every cell drawn, and the longest task between. */
function observe() {
  window.bench = { dropped: 0, imported: 0, drawn: 0, longest: 0 };
  addEventListener(
    "change",
    (event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === "file")
        window.bench.dropped = performance.now();
    },
    true,
  );
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) window.bench.longest = Math.max(window.bench.longest, task.duration);
  }).observe({ type: "longtask", buffered: true });
  new MutationObserver(() => {
    const cells = [...document.querySelectorAll("[data-cell]")];
    const statuses = cells.map((cell) => cell.getAttribute("data-status"));
    if (statuses.includes("error")) throw new Error("A cell failed; there is nothing to measure.");
    if (cells.length > 0) window.bench.imported ||= performance.now();
    const done = cells.length > 0 && statuses.every((status) => status === "ok");
    if (done && window.bench.drawn === 0) requestAnimationFrame(() => (window.bench.drawn ||= performance.now()));
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-status"] });
}

const bare = (browser, url, file) => inPage(browser, url, file, () => window.importBench.bare());

/** The scripts a page asks for from now on: their compressed bytes ahead of the first of the engine's files, and in all. */
function listScripts(page) {
  const scripts = [];
  let engineAsked = false;
  page.on("request", (request) => {
    engineAsked ||= new URL(request.url()).pathname.startsWith("/engine/");
    if (request.resourceType() === "script") scripts.push({ request, ahead: !engineAsked });
  });
  return {
    async sizes() {
      let [ahead, all] = [0, 0];
      for (const script of scripts) {
        await (await script.request.response())?.finished();
        const bytes = (await script.request.sizes()).responseBodySize;
        all += bytes;
        if (script.ahead) ahead += bytes;
      }
      return { ahead, all };
    },
  };
}

async function lucid(browser, pid, file) {
  const context = await browser.newContext();
  await context.addInitScript(observe);
  const page = await context.newPage();
  page.on("pageerror", (error) => process.stderr.write(`${error.message}\n`));
  const scripts = listScripts(page);
  await page.goto(URL_OF_LUCID);
  await page.waitForSelector('html[data-engine="ready"]');
  const loaded = await scripts.sizes();
  const memory = watchMemory(pid);
  await page.getByLabel("Add data files").first().setInputFiles(file);
  await page.waitForFunction(() => window.bench.drawn > 0, null, { timeout: 90_000 });
  await page.waitForSelector('html[data-saved="true"]', { timeout: 90_000 });
  const peak = memory.stop();
  const first = await page.evaluate(() => window.bench);
  await page.reload();
  await page.waitForFunction(() => window.bench.drawn > 0, null, { timeout: 90_000 });
  const again = await page.evaluate(() => window.bench);
  await context.close();
  return {
    first: first.drawn - first.dropped,
    ahead: first.drawn - first.imported,
    longest: first.longest,
    reload: again.drawn,
    peak,
    loaded,
  };
}

async function measure(browser, pid, url, { name, path }) {
  const cold = await bare(browser, url, path);
  const warm = await bare(browser, url, path);
  const measured = await lucid(browser, pid, path);
  return { name, bytes: statSync(path).size, bare: Math.min(cold.ms, warm.ms), ...measured };
}

/** Drop, reload, memory and script size in a real browser against the bare engine in the same browser. */
export async function benchInBrowser(files) {
  const app = await serveLucid();
  const alone = await servePage("import-page.ts");
  try {
    return await withBrowser(async (browser, pid) => {
      const rows = [];
      for (const file of files) rows.push(await measure(browser, pid, alone.url, file));
      return rows;
    });
  } finally {
    alone.close();
    app.kill();
  }
}
