import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { drawingQuery, drawnColumn } from "./drawing-query";
import type { Drawing } from "./notebook";

const bars: Drawing = { type: "bars", x: "kind", y: "amount", group: null, aggregate: "sum" };

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await engine.execute(`create table drawn as select * from (values
    ('tea'::enum('cake', 'tea'), date '2026-01-03', 1, 5),
    ('cake', date '2026-01-01', 1, 2),
    ('tea', date '2026-01-01', 2, 1),
    (null, date '2026-01-02', 2, 9)) as v (kind, "day sold", "order", amount)`);
});
afterAll(() => engine.close());

async function rowsOf(drawing: Drawing) {
  const text = drawingQuery({ source: "drawn", drawing });
  const { columns, rows } = await engine.runText(text ?? "", {});
  return rows.map((row) => columns.map(({ name }) => String(row[name])).join(" "));
}

describe("the query of a drawing", () => {
  it("orders names by size, and leaves out what has no name", async () => {
    expect(await rowsOf(bars)).toEqual(["tea 6", "cake 2"]);
  });
  it("leaves a few days or numbers in their order", async () => {
    expect(await rowsOf({ ...bars, x: "day sold" })).toEqual(["2026-01-01 3", "2026-01-02 9", "2026-01-03 5"]);
    expect(await rowsOf({ ...bars, x: "order", aggregate: "most" })).toEqual(["1 5", "2 9"]);
  });
  it("orders by size where there are many of them", async () => {
    const text = drawingQuery({ source: "many", drawing: { ...bars, x: "n", y: "size" } });
    await engine.execute("create table many as select n, 2 * n as size from range(40) as r(n)");
    const { rows } = await engine.runText(text ?? "", {});
    expect(rows.map(({ n }) => Number(n)).slice(0, 2)).toEqual([39, 38]);
  });
  it("counts rows, splits them by a group, and draws each row as it is", async () => {
    const counted: Drawing = { ...bars, y: "", group: "order", aggregate: "count" };
    expect(await rowsOf(counted)).toEqual(["cake 1 1", "tea 1 1", "tea 2 1"]);
    expect(drawnColumn(counted)).toBe("rows");
    const each = await rowsOf({ ...bars, type: "line", x: "order", aggregate: "none" });
    expect(each.toSorted()).toEqual(["1 2", "1 5", "2 1", "2 9"]);
  });
  it("gathers times by their steps, in order", async () => {
    expect(await rowsOf({ ...bars, x: "day sold", step: "month" })).toEqual(["2026-01-01 17"]);
    const days: Drawing = { ...bars, type: "line", x: "day sold", group: "order", step: "day" };
    expect((await rowsOf(days)).toSorted()).toEqual([
      "2026-01-01 1 2",
      "2026-01-01 2 1",
      "2026-01-02 2 9",
      "2026-01-03 1 5",
    ]);
  });
  it("is none while something is to be chosen", () => {
    expect(drawingQuery({ source: "drawn", drawing: { ...bars, y: "" } })).toBeNull();
    expect(drawingQuery({ source: "", drawing: bars })).toBeNull();
  });
});
