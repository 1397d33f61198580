import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { analysisCells } from "@/lib/notebook/asked-params";
import { openMemoryStorage } from "@/lib/storage/memory";
import { shownLedger } from "./shown-ledger";
import { colours, february, HEADER, january } from "./testing/drops";
import { csv, firstRow, openOver, openWith, settled, until } from "./testing/open-workbench";
import type { Workbench } from "./workbench";

let engine: Engine;

beforeAll(async () => {
  engine = await openNodeEngine();
});

afterAll(() => engine.close());

/** The last day of January once more, with a line that came later, and February. */
const correction = csv(
  "correction.csv",
  HEADER,
  "2026-01-20,B2,S,Salt,1,5.00",
  "2026-01-20,B9,S,Salt,4,20.00",
  "2026-02-11,B3,T,Tea,3,30.00",
);
const unpriced = csv(
  "lines.csv",
  "date,order id,product id,quantity",
  "2026-01-05,1,T,2",
  "2026-01-20,2,S,1",
  "2026-02-01,3,X,1",
);
const prices = csv("price-list.csv", "product id,product name,unit price", "T,Tea,10.00", "S,Salt,5.00");
/** Nobody can know whether these are days of February or of January and March. */
const unclear = (name: string, product: string) =>
  csv(name, HEADER, `01/02/2026,B1,P,${product},1,2.00`, `02/03/2026,B2,P,${product},2,3.00`);

const asking = (workbench: Workbench, step: string) =>
  until(workbench, ({ incoming }) => incoming.some((file) => file.step === step));
const names = (workbench: Workbench) => workbench.store.get().notebook?.dataSets.map(({ fileName }) => fileName);
const overview = (workbench: Workbench) => firstRow(workbench.store.get(), "overview");

/** The tables of data sets in the engine. */
async function tables(): Promise<string[]> {
  const { rows } = await engine.runText(
    "select table_name as name from duckdb_tables() where regexp_matches(table_name, '^(sales|inventory|table|stage|set_aside|profile)_id') order by 1",
  );
  return rows.map(({ name }) => String(name));
}

describe("a drop of several files", () => {
  it("is one change: undone and done again as one", async () => {
    const workbench = await openWith(engine, january);
    await workbench.importFiles([february, colours]);
    await settled(workbench);
    expect(names(workbench)).toEqual(["january.csv", "february.csv", "colours.csv"]);
    expect(overview(workbench)).toMatchObject({ net_revenue: "55" });
    expect(workbench.store.get().notebook?.cells.slice(-3)).toMatchObject([
      { analysis: "profile", params: { table: "colours.csv" } },
      { kind: "sql", title: "Largest hue" },
      { kind: "chart", source: "largest_hue" },
    ]);
    workbench.undo();
    await settled(workbench);
    expect(names(workbench)).toEqual(["january.csv"]);
    expect(workbench.store.get().notebook?.cells.some(({ name }) => /^(profile|largest|chart)/.test(name))).toBe(false);
    workbench.redo();
    await settled(workbench);
    expect(names(workbench)).toHaveLength(3);
  });

  it("is asked about once for one header, and the answer is copied and remembered", async () => {
    const storage = openMemoryStorage();
    const workbench = await openOver(engine, storage);
    const importing = workbench.importFiles([unclear("one.csv", "Tea"), unclear("two.csv", "Salt")]);
    await asking(workbench, "asking");
    const [first, second] = workbench.store.get().incoming;
    expect([first?.step, second?.step, first?.also]).toEqual(["asking", "waiting", ["two.csv"]]);
    if (!first?.guess) throw new Error("There is nothing to answer.");
    workbench.answerImport(first.id, { ...first.guess.plan, dateOrder: "month-first" });
    await importing;
    await settled(workbench);
    expect(workbench.store.get().notebook?.dataSets.map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([
      ["2026-01-02", "2026-02-03"],
      ["2026-01-02", "2026-02-03"],
    ]);
    await workbench.closeNotebook();
    await workbench.importFiles([unclear("three.csv", "Rice")]);
    await settled(workbench);
    expect(workbench.store.get().notebook?.dataSets[0]).toMatchObject({ firstDay: "2026-01-02" });
  });

  it("gives sales their prices from the product list beside them, and says which lines have none", async () => {
    const workbench = await openWith(engine, unpriced, prices);
    expect(overview(workbench)).toMatchObject({ net_revenue: "25" });
    const sales = workbench.store.get().notebook?.dataSets.find(({ fileName }) => fileName === "lines.csv");
    if (!sales) throw new Error("The sales are not here.");
    expect(sales.ledger).toMatchObject({ lines: 3, kept: 3, rejected: 0, excluded: 0 });
    const { lines, kept, rejected, excluded, reasons } = shownLedger(sales);
    expect([lines, kept, rejected, excluded]).toEqual([3, 2, 1, 0]);
    expect(reasons.map((reason) => reason.lines)).toEqual([1]);
    const aside = await workbench.setAsideCsv(sales.id);
    expect(aside?.text.split("\r\n")[1]).toMatch(/^\d+,rejected,"its product is not in the product list/);
    expect(workbench.store.get().canUndo).toBe(false);

    const list = workbench.store.get().notebook?.dataSets.find(({ fileName }) => fileName === "price-list.csv");
    if (!list) throw new Error("The list is not here.");
    workbench.edit({ type: "remove-data-set", id: list.id });
    await until(workbench, ({ notebook }) => notebook?.dataSets[0]?.unmatched.length === 0);
    workbench.undo();
    await until(workbench, ({ notebook }) => notebook?.dataSets[0]?.unmatched.length === 1);
  });

  it("gives sales that come after their product list the same figures as before it", async () => {
    const workbench = await openWith(engine, prices);
    await workbench.importFiles([unpriced]);
    await settled(workbench);
    expect(overview(workbench)).toMatchObject({ net_revenue: "25" });
  });

  it("of tables alone begins with what they hold", async () => {
    const workbench = await openWith(engine, colours);
    const { notebook } = workbench.store.get();
    expect(analysisCells(notebook?.cells ?? []).map(({ analysis, params }) => [analysis, params])).toEqual([
      ["profile", { table: "colours.csv" }],
    ]);
    expect(firstRow(workbench.store.get(), "profile")).toMatchObject({ column_name: "name", data_set: "colours.csv" });
    await until(
      workbench,
      ({ notebook, runs }) => notebook?.cells.every(({ id }) => runs[id]?.status === "ok") ?? false,
    );
    const [, query] = notebook?.cells ?? [];
    expect(query && workbench.store.get().runs[query.id]?.result?.rows).toEqual([
      { name: "blue", hue: 240 },
      { name: "green", hue: 120 },
      { name: "red", hue: 0 },
    ]);
    await workbench.importFiles([january]);
    await settled(workbench);
    expect(workbench.store.get().notebook?.cells).toHaveLength(12);
  });

  it("leaves no tables of files that were cancelled or failed", async () => {
    const before = await tables();
    const workbench = await openOver(engine);
    const importing = workbench.importFiles([unclear("u.csv", "Tea"), new File([], "empty.csv")]);
    await asking(workbench, "asking");
    const [asked] = workbench.store.get().incoming;
    workbench.cancelImport(asked?.id ?? "");
    await importing;
    expect(await tables()).toEqual(before);
    expect(workbench.store.get()).toMatchObject({ view: "first-page", notebook: null });
  });
});

describe("lines that are here already", () => {
  async function dropped(answer: "keep" | "replace" | "cancel"): Promise<Workbench> {
    const workbench = await openWith(engine, january);
    const before = await tables();
    const importing = workbench.importFiles([correction]);
    await asking(workbench, "overlapping");
    const [asked] = workbench.store.get().incoming;
    expect(asked?.overlap?.sentences.join(" ")).toContain("20 January 2026");
    workbench.answerOverlap(asked?.id ?? "", answer);
    await importing;
    if (answer === "cancel") expect(await tables()).toEqual(before);
    await settled(workbench);
    return workbench;
  }

  it("count twice when both are kept", async () => {
    const workbench = await dropped("keep");
    expect(overview(workbench)).toMatchObject({ net_revenue: "80" });
  });

  it("are asked about also when both files come in one drop", async () => {
    const workbench = await openOver(engine);
    const importing = workbench.importFiles([january, correction]);
    await asking(workbench, "overlapping");
    const asked = workbench.store.get().incoming.find(({ step }) => step === "overlapping");
    expect(asked?.fileName).toBe("correction.csv");
    workbench.answerOverlap(asked?.id ?? "", "replace");
    await importing;
    await settled(workbench);
    expect(overview(workbench)).toMatchObject({ net_revenue: "75" });
  });

  it("come from the newer file when they are replaced, until it is removed", async () => {
    const workbench = await dropped("replace");
    expect(overview(workbench)).toMatchObject({ net_revenue: "75" });
    await until(workbench, ({ notebook }) => notebook?.dataSets[0]?.unmatched.length === 1);
    const [older, newer] = workbench.store.get().notebook?.dataSets ?? [];
    if (!older || !newer) throw new Error("Two files should be here.");
    expect(older.replaced).toEqual({ from: "2026-01-20", to: "2026-01-20", by: "correction.csv" });
    expect(shownLedger(older)).toMatchObject({ lines: 2, kept: 1, rejected: 0, excluded: 1 });
    expect((await workbench.setAsideCsv(older.id))?.text).toContain("excluded,replaced by correction.csv,");
    workbench.edit({ type: "remove-data-set", id: newer.id });
    await settled(workbench);
    expect(overview(workbench)).toMatchObject({ net_revenue: "25" });
    workbench.undo();
    await settled(workbench);
    expect(overview(workbench)).toMatchObject({ net_revenue: "75" });
    workbench.undo();
    await settled(workbench);
    expect(overview(workbench)).toMatchObject({ net_revenue: "25" });
  });

  it("stay as they are when the file is cancelled", async () => {
    const workbench = await dropped("cancel");
    expect(names(workbench)).toEqual(["january.csv"]);
    expect(overview(workbench)).toMatchObject({ net_revenue: "25" });
    expect(workbench.store.get()).toMatchObject({ canUndo: false, incoming: [] });
  });
});
