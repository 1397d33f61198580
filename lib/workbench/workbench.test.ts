import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { furtherAnalyses } from "@/lib/analyses/registry";
import type { Engine } from "@/lib/engine/engine";
import { EngineError } from "@/lib/engine/engine-error";
import { openNodeEngine } from "@/lib/engine/node";
import { openMemoryStorage } from "@/lib/storage/memory";
import type { Storage } from "@/lib/storage/storage";
import type { WorkbenchState } from "./state";
import { allOk, firstRow, isKept, portsOver as portsWith, until } from "./testing/open-workbench";
import { createWorkbench, type Workbench } from "./workbench";

const SALES = `date,bill,product,quantity,total
2026-01-05,B1,Tea,2,20.10
2026-01-20,B2,Salt,1,5.05
2026-02-11,B3,Tea,3,30.15
2026-02-28,B4,Salt,-1,-5.05
`;

let engine: Engine;

const portsOver = (storage: Storage, open = async () => engine) => portsWith(storage, open);

beforeAll(async () => {
  engine = await openNodeEngine();
});

afterAll(() => engine.close());

const saved = (state: WorkbenchState) => isKept(state) && state.notebook !== null;

async function withSales(storage: Storage): Promise<Workbench> {
  const workbench = createWorkbench(portsOver(storage));
  await workbench.start();
  await workbench.importFiles([new File([SALES], "corner-shop.csv")]);
  await until(workbench, (state) => allOk(state) && saved(state));
  return workbench;
}

describe("the workbench", () => {
  it("makes a notebook of a dropped file whose figures foot to it", async () => {
    const workbench = await withSales(openMemoryStorage());
    const state = workbench.store.get();
    expect(state.view).toBe("notebook");
    expect(state.notebook?.title).toBe("Corner shop, to February 2026");
    expect(state.notebook?.dataSets[0]?.ledger).toMatchObject({ lines: 4, kept: 4, rejected: 0, excluded: 0 });
    expect(firstRow(state, "overview")).toMatchObject({ scope: "all", net_revenue: "50.25", units: "5", orders: 4 });
    expect(firstRow(state, "best_sellers")).toMatchObject({ product_name: "Tea", quantity: "5", revenue: "50.25" });
    expect(state.incoming).toEqual([]);
  });

  it("recognises the same file and adds nothing", async () => {
    const workbench = await withSales(openMemoryStorage());
    await workbench.importFiles([new File([SALES], "again.csv")]);
    const state = workbench.store.get();
    expect(state.notebook?.dataSets).toHaveLength(1);
    expect(state.incoming[0]?.problem?.message).toBe("again.csv is already here.");
  });

  it("takes in the good file of a drop and says what is wrong with the other", async () => {
    const workbench = createWorkbench(portsOver(openMemoryStorage()));
    await workbench.start();
    await workbench.importFiles([new File([], "empty.csv"), new File([SALES], "good.csv")]);
    await until(workbench, allOk);
    expect(workbench.store.get().notebook?.dataSets.map(({ fileName }) => fileName)).toEqual(["good.csv"]);
    expect(workbench.store.get().incoming.map(({ fileName, step }) => [fileName, step])).toEqual([
      ["empty.csv", "failed"],
    ]);
  });

  it("runs a cell again when a parameter changes, and undo brings its result back", async () => {
    const workbench = await withSales(openMemoryStorage());
    const cell = workbench.store.get().notebook?.cells.find(({ name }) => name === "best_sellers");
    if (!cell) throw new Error("There is no best sellers cell.");
    const rows = () => workbench.store.get().runs[cell.id]?.result?.rows.length;
    workbench.edit({ type: "set-cell-params", id: cell.id, params: { limit: 1 } });
    expect(workbench.store.get().runs[cell.id]?.status).toBe("queued");
    await until(workbench, allOk);
    expect(rows()).toBe(1);
    workbench.undo();
    await until(workbench, allOk);
    expect(rows()).toBe(2);
  });

  it("runs every cell that follows an input when it changes, and what they are held against with them", async () => {
    const workbench = await withSales(openMemoryStorage());
    const id = workbench.shareInput({ input: "period" }, "2026-01");
    const marked = Object.values(workbench.store.get().runs).filter(({ status }) => status === "queued");
    expect(marked).toHaveLength(3);
    await until(workbench, allOk);
    expect(firstRow(workbench.store.get(), "best_sellers")).toMatchObject({ product_name: "Tea", revenue: "20.1" });
    workbench.edit({ type: "set-input", id, value: "2026-02" });
    await until(workbench, allOk);
    const { notebook, runs } = workbench.store.get();
    const cell = notebook?.cells.find(({ name }) => name === "revenue_contribution");
    // January begins on its fifth day, so it is no month to hold February against.
    expect(cell && runs[cell.id]?.comparison?.compared).toMatchObject({
      periods: { now: { from: "2026-02-01", to: "2026-02-28" }, previous: null },
      rows: [{ scope: "now", revenue: "25.1" }],
    });
    workbench.undo();
    workbench.undo();
    await until(workbench, allOk);
    expect(firstRow(workbench.store.get(), "best_sellers")).toMatchObject({ product_name: "Tea", revenue: "50.25" });
  });

  it("names the products there are to choose from", async () => {
    const workbench = await withSales(openMemoryStorage());
    expect(workbench.store.get().products).toBeNull();
    workbench.listProducts();
    await until(workbench, ({ products }) => products !== null);
    expect(workbench.store.get().products?.map(({ label }) => label)).toEqual(["Salt", "Tea"]);
  });

  it("adds any further question as a cell of its own, and undo takes it away", async () => {
    const workbench = await withSales(openMemoryStorage());
    const before = workbench.store.get().notebook?.cells.length ?? 0;
    for (const { name } of furtherAnalyses) workbench.addAnalysis(name);
    workbench.addAnalysis("best_sellers");
    await until(workbench, allOk);
    const cells = workbench.store.get().notebook?.cells ?? [];
    expect(cells.slice(before).map(({ name }) => name)).toEqual([
      ...furtherAnalyses.map(({ name }) => name),
      "best_sellers_2",
    ]);
    workbench.undo();
    expect(workbench.store.get().notebook?.cells).toHaveLength(before + furtherAnalyses.length);
  });

  it("shows every result after a restart without an engine, and re-runs nothing", async () => {
    const storage = openMemoryStorage();
    const before = await withSales(storage);
    await before.flush();
    const noEngine = () =>
      Promise.reject(new EngineError({ kind: "unavailable", message: "The engine is not there.", hint: "Try again." }));
    const after = createWorkbench(portsOver(storage, noEngine));
    await after.start();
    expect(allOk(after.store.get())).toBe(true);
    expect(firstRow(after.store.get(), "overview")).toEqual(firstRow(before.store.get(), "overview"));
    expect(Object.values(after.store.get().runs).every(({ cached }) => cached)).toBe(true);
    expect(after.store.get().storageProblem).toBeNull();
  });

  it("queries the stored lines after a restart with an empty engine", async () => {
    const storage = openMemoryStorage();
    const before = await withSales(storage);
    await before.flush();
    const fresh = await openNodeEngine();
    const after = createWorkbench(portsOver(storage, async () => fresh));
    await after.start();
    after.runAll();
    await until(after, (state) => allOk(state) && Object.values(state.runs).every(({ cached }) => !cached));
    expect(firstRow(after.store.get(), "overview")).toEqual(firstRow(before.store.get(), "overview"));
    await fresh.close();
  });

  it("leaves no trace of a file whose questions are cancelled", async () => {
    const workbench = createWorkbench(portsOver(openMemoryStorage()));
    await workbench.start();
    const unclear = "date,product,quantity,total\n01/02/2026,Tea,1,2\n02/03/2026,Salt,2,3\n";
    const importing = workbench.importFiles([new File([unclear], "unclear.csv")]);
    await until(workbench, (state) => state.incoming.some(({ step }) => step === "asking"));
    const [asked] = workbench.store.get().incoming;
    workbench.answerImport(asked?.id ?? "", null);
    await importing;
    expect(workbench.store.get()).toMatchObject({ view: "first-page", notebook: null, incoming: [] });
  });

  it("brings a removed data set back with its figures", async () => {
    const workbench = await withSales(openMemoryStorage());
    const [dataSet] = workbench.store.get().notebook?.dataSets ?? [];
    if (!dataSet) throw new Error("There is no data set.");
    workbench.edit({ type: "remove-data-set", id: dataSet.id });
    await until(workbench, allOk);
    expect(firstRow(workbench.store.get(), "overview")).toBeUndefined();
    workbench.undo();
    await until(workbench, allOk);
    expect(firstRow(workbench.store.get(), "overview")).toMatchObject({ net_revenue: "50.25" });
  });
});
