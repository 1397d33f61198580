import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { analysisNamed, furtherAnalyses } from "@/lib/analyses/registry";
import { toSay } from "@/lib/analyses/say";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { decodeFragment } from "@/lib/report/codec/fragment";
import { MOST_ROWS, type Report } from "@/lib/report/report";
import { endingRow, tableRows } from "@/lib/report/table-rows";
import { tell } from "@/lib/std/testing/tell";
import { openMemoryStorage } from "@/lib/storage/memory";
import { sampleShop } from "@/scripts/sample-shop/sample-shop.mjs";
import { truths } from "@/scripts/sample-shop/truths.mjs";
import { dayFromNow } from "./day-from-now";
import { frozenReport } from "./freeze-report";
import { leavingWords } from "./leaving";
import { FITS_EVERYWHERE, linkSize, shareLink } from "./share-link";
import { shownParams } from "./shared-inputs";
import { cellContent } from "./shown-cell";
import type { WorkbenchState } from "./state";
import { allOk, portsOver, until } from "./testing/open-workbench";
import { createWorkbench } from "./workbench";

const PAGE = "https://lucid.example/report";

let engine: Engine;
let state: WorkbenchState;

/** The sample shop with three cells more than it begins with: twelve. */
async function openSampleShop(): Promise<WorkbenchState> {
  const ports = portsOver(openMemoryStorage(), async () => engine);
  const { sales, stock } = sampleShop();
  const { title, locale, currency, salesFile, stockFile } = truths;
  const files = [salesFile, stockFile].map((name) => ({ name, url: name }));
  const served = new Map<string, BodyInit>([
    ["/sample/sample.json", JSON.stringify({ title, locale, currency, files })],
    [salesFile, new Uint8Array(gzipSync(sales))],
    [stockFile, new Uint8Array(gzipSync(stock))],
  ]);
  const workbench = createWorkbench({ ...ports, fetchOwn: async (path) => new Response(served.get(path)) });
  await workbench.start();
  await workbench.openSampleShop();
  for (const { name } of furtherAnalyses.slice(0, 3)) workbench.addAnalysis(name);
  await until(workbench, (now) => allOk(now) && now.facts !== null && now.notebook?.cells.length === 12);
  return workbench.store.get();
}

function reportOf(mostRows: number): Report {
  const { notebook, runs, facts, products } = state;
  if (!notebook || !facts) throw new Error("The sample shop is not open.");
  return frozenReport({ notebook, runs, facts, products, now: Date.UTC(2026, 6, 1), mostRows });
}

beforeAll(async () => {
  engine = await openNodeEngine();
  state = await openSampleShop();
});

afterAll(() => engine.close());

describe("a report of the sample shop", () => {
  it("is of the day it is where it is made", () => {
    const { madeAt, madeOn } = reportOf(1);
    expect(madeOn).toBe(dayFromNow(madeAt));
  });

  it("holds what the screen shows: every value, total and sentence of every cell", () => {
    const report = reportOf(MOST_ROWS);
    const { notebook, runs, facts } = state;
    if (!notebook || !facts) throw new Error("no notebook");
    let compared = 0;
    for (const cell of notebook.cells) {
      const frozen = report.cells.find(({ name }) => name === cell.name);
      const run = runs[cell.id];
      if (cell.kind !== "analysis" || frozen?.kind !== "result" || !run?.result)
        throw new Error(`${cell.name} is missing`);
      const analysis = analysisNamed(cell.analysis);
      const content = cellContent({ analysis, run, params: shownParams(notebook.cells, cell), facts }, toSay(notebook));
      expect(frozen.caution).toBeNull();
      if (!frozen.table) continue;
      const { rows } = run.result;
      expect(frozen.answer.map(({ text }) => text).join("")).toBe(content?.answer.map(({ text }) => text).join(""));
      expect(frozen.chart).toEqual(content?.chart);
      expect(frozen.table.total).toBe(rows.length);
      const names = new Set(frozen.table.columns.map(({ name }) => name));
      for (const [at, row] of tableRows(frozen.table).entries()) {
        const shown = Object.fromEntries(Object.entries(rows[at] ?? {}).filter(([name]) => names.has(name)));
        expect(row).toEqual(shown);
        compared += names.size;
      }
      for (const [name, value] of Object.entries(content?.totals ?? {})) {
        if (names.has(name)) expect(endingRow(frozen.table)?.[name]).toBe(value);
      }
    }
    expect(compared).toBeGreaterThan(5000);
  });

  it("fits into a link of 8,000 characters with twelve cells, and nothing of a value is lost on the way", async () => {
    const link = await shareLink({ reportOf, page: PAGE, passPhrase: "", length: "short" });
    tell(`twelve cells: ${link.url.length} characters with up to ${link.rows} rows of a table`);
    expect(link.size).toBe("everywhere");
    expect(link.url.length).toBeLessThanOrEqual(FITS_EVERYWHERE);
    expect(link.rows).toBeGreaterThanOrEqual(15);
    expect(await decodeFragment(new URL(link.url).hash)).toEqual(reportOf(link.rows));
  });

  it("goes whole into a longer one, and locked into one that still fits everywhere", async () => {
    const full = await shareLink({ reportOf, page: PAGE, passPhrase: "", length: "full" });
    expect(full).toMatchObject({ rows: MOST_ROWS, size: "mostly" });
    const locked = await shareLink({ reportOf, page: PAGE, passPhrase: "open sesame", length: "short" });
    expect(locked.size).toBe("everywhere");
    const opened = await decodeFragment(new URL(locked.url).hash, { passPhrase: "open sesame" });
    expect(opened).toEqual(reportOf(locked.rows));
  });

  it("says of every cell what leaves", () => {
    const words = reportOf(20).cells.map((cell) => `${cell.title}: ${leavingWords(cell, String)}`);
    expect(words).toContain("Overview: 13 figures");
    expect(words).toContain("Inventory velocity: 20 of 400 rows and a chart");
    expect(words.find((each) => each.startsWith("Insights"))).toMatch(/^Insights: 20 of \d+ insights$/);
  });

  it("keeps the rows of a drawing that says little without some of them", () => {
    const cells = new Map(reportOf(5).cells.map((cell) => [cell.name, cell]));
    const rowsOf = (name: string) => {
      const cell = cells.get(name);
      if (cell?.kind !== "result" || !cell.table) throw new Error(`no ${name}`);
      return tableRows(cell.table);
    };
    expect(rowsOf("inventory_velocity")).toHaveLength(5);
    expect(rowsOf("revenue_contribution").map((row) => row.is_rest)).toEqual([...Array(20).fill(false), true]);
    expect(rowsOf("trends")).toHaveLength(6);
  });
});

describe("the length of a link", () => {
  it("says how far it comes", () => {
    expect([8000, 8001, 64_000, 64_001].map(linkSize)).toEqual(["everywhere", "mostly", "mostly", "too-long"]);
  });
});
