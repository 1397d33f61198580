import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import type { ImportPlan } from "@/lib/ingest/plan";
import type { DataSetId } from "@/lib/notebook/ids";
import { openMemoryStorage } from "@/lib/storage/memory";
import { colours, HEADER } from "./testing/drops";
import { csv, openOver, openWith, settled } from "./testing/open-workbench";
import type { Workbench } from "./workbench";

let engine: Engine;

beforeAll(async () => {
  engine = await openNodeEngine();
});

afterAll(() => engine.close());

describe("a table read another way", () => {
  const kinds = (workbench: Workbench) =>
    workbench.store.get().notebook?.cells.map((cell) => (cell.kind === "sql" ? cell.sql.split("\n")[0] : cell.kind));
  const readPlan = async (workbench: Workbench, plan: Partial<ImportPlan>) => {
    const { id } = workbench.store.get().notebook?.dataSets[0] ?? {};
    await workbench.changeRule(id as DataSetId, { plan });
    await settled(workbench);
  };

  it("is asked anew what nobody changed since", async () => {
    const workbench = await openWith(engine, colours);
    await readPlan(workbench, { columns: ["shade", "angle"] });
    expect(kinds(workbench)).toEqual(["analysis", `select "shade", "angle"`, "chart"]);
  });

  it("keeps a query somebody changed", async () => {
    const workbench = await openWith(engine, colours);
    const query = workbench.store.get().notebook?.cells.find((cell) => cell.kind === "sql");
    if (query) workbench.edit({ type: "set-cell", cell: { ...query, sql: "select 1 as mine" } });
    await readPlan(workbench, { columns: ["shade", "angle"] });
    expect(kinds(workbench)).toEqual(["analysis", "select 1 as mine", "chart"]);
  });
});

describe("reading a file another way", () => {
  const withTotal = () => csv("till.csv", HEADER, "2026-01-05,B1,T,Tea,2,20.00", "TOTAL,,,,2,20.00");

  async function first(workbench: Workbench) {
    const [dataSet] = workbench.store.get().notebook?.dataSets ?? [];
    if (!dataSet) throw new Error("There is no data set.");
    return dataSet;
  }

  it("is one change, and the same reading again has the same hash", async () => {
    const workbench = await openWith(engine, withTotal());
    const before = await first(workbench);
    expect(before.ledger).toMatchObject({ lines: 2, kept: 1, excluded: 1 });
    await workbench.changeRule(before.id, { rules: { "total-line": false } });
    await settled(workbench);
    const off = await first(workbench);
    expect(off.ledger.excluded).toBe(0);
    expect(off.dataHash).not.toBe(before.dataHash);
    await workbench.changeRule(off.id, { rules: { "total-line": true } });
    await settled(workbench);
    expect((await first(workbench)).dataHash).toBe(before.dataHash);
    workbench.undo();
    workbench.undo();
    await settled(workbench);
    expect(await first(workbench)).toMatchObject({ id: before.id, ledger: { excluded: 1 } });
  });

  it("needs the file: dropped once more it is at hand and counts once", async () => {
    const storage = openMemoryStorage();
    const before = await openOver(engine, storage);
    await before.importFiles([withTotal()]);
    await settled(before);
    await before.flush();
    const after = await openOver(engine, storage);
    const { id } = await first(after);
    expect(after.canChangeReading(id)).toBe(false);
    await after.importFiles([new File([await withTotal().arrayBuffer()], "the-same.csv")]);
    expect(after.store.get().incoming[0]).toMatchObject({ step: "known" });
    expect(after.canChangeReading(id)).toBe(true);
    await after.changeRule(id, { plan: { currency: "EUR" } });
    await settled(after);
    expect(await first(after)).toMatchObject({ fileName: "till.csv", plan: { currency: "EUR" } });
  });
});
