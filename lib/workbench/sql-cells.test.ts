import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CellId } from "@/lib/notebook/ids";
import type { Cell } from "@/lib/notebook/notebook";
import { add, cellOf, ended, rowsOf, run, runOf, sqlCell, statusOf, type } from "./testing/cells-by-name";
import { until } from "./testing/open-workbench";
import { openTeaAndCake, type TeaAndCake } from "./testing/tea-and-cake";

let tea: TeaAndCake;
const shop = () => tea.shop();

beforeAll(async () => {
  tea = await openTeaAndCake();
});
afterAll(() => tea.engine.close());

describe("a SQL cell", () => {
  it("waits to be run, reads the sales, and heads its columns as Lucid does", async () => {
    const workbench = await shop();
    add(
      workbench,
      sqlCell("mine", "select product_name, sum(amount) as revenue from sales group by 1 order by 2 desc"),
    );
    expect(statusOf(workbench, "mine")).toBe("never-run");
    await run(workbench, "mine");
    expect(statusOf(workbench, "mine")).toBe("ok");
    expect(rowsOf(workbench, "mine")).toEqual([
      { product_name: "Tea", revenue: "70.35" },
      { product_name: "Cake", revenue: "30" },
    ]);
    expect(runOf(workbench, "mine").result?.columns).toMatchObject([
      { label: "Product", unit: "none" },
      { label: "Revenue", unit: "money" },
    ]);
  });

  it("reads the results of other cells by their names, and follows them", async () => {
    const workbench = await shop();
    add(workbench, sqlCell("top", "select product_name from best_sellers order by rank limit 1"));
    add(workbench, sqlCell("shout", "select upper(product_name) as loud from top"));
    await run(workbench, "shout");
    expect(rowsOf(workbench, "shout")).toEqual([{ loud: "TEA" }]);
    expect(statusOf(workbench, "top")).toBe("ok");
    const best = cellOf(workbench, "best_sellers");
    workbench.edit({ type: "set-cell-params", id: best.id, params: { period: "2026-01", sort_by: "revenue" } });
    expect(statusOf(workbench, "top")).toBe("stale");
    expect(statusOf(workbench, "shout")).toBe("stale");
    expect(runOf(workbench, "shout").reason).toBe("Title of top changed");
    await until(workbench, () => statusOf(workbench, "shout") === "ok");
    expect(rowsOf(workbench, "shout")).toEqual([{ loud: "CAKE" }]);
  });

  it("marks all that hangs on it while its text is changed, and computes nothing before it is run", async () => {
    const workbench = await shop();
    add(
      workbench,
      sqlCell("one", "select 1 as n"),
      sqlCell("two", "select n + 1 as n from one"),
      sqlCell("three", "from two"),
    );
    await run(workbench, "three");
    tea.texts = [];
    type(workbench, "one", "select 10 as n");
    expect(["one", "two", "three"].map((name) => statusOf(workbench, name))).toEqual(["edited", "stale", "stale"]);
    expect(rowsOf(workbench, "three")).toEqual([{ n: 2 }]);
    await run(workbench, "one");
    await until(workbench, () => statusOf(workbench, "three") === "ok");
    expect(rowsOf(workbench, "three")).toEqual([{ n: 11 }]);
    tea.texts = [];
    workbench.undo();
    expect(statusOf(workbench, "one")).not.toBe("edited");
    await until(workbench, () => ["one", "two", "three"].every((name) => statusOf(workbench, name) === "ok"));
    expect(rowsOf(workbench, "three")).toEqual([{ n: 2 }]);
    expect(tea.texts).toEqual([]);
  });

  it("says where its text is wrong, and blocks what reads it by name", async () => {
    const workbench = await shop();
    add(
      workbench,
      sqlCell("bad", "select nothing from sales"),
      sqlCell("below", "from bad"),
      sqlCell("apart", "select 5 as n"),
    );
    await run(workbench, "below");
    await run(workbench, "apart");
    expect(statusOf(workbench, "bad")).toBe("error");
    expect(runOf(workbench, "bad").problem).toMatchObject({ position: 7 });
    expect(statusOf(workbench, "below")).toBe("blocked");
    expect(runOf(workbench, "below").reason).toBe("blocked by Title of bad");
    expect(statusOf(workbench, "apart")).toBe("ok");
    type(workbench, "bad", "select 7 as n");
    await run(workbench, "bad");
    await until(workbench, () => statusOf(workbench, "below") === "ok");
    type(workbench, "bad", "selec 7");
    await run(workbench, "bad");
    expect(runOf(workbench, "bad").problem).toMatchObject({ position: 0 });
  });

  it("is refused where it is no query, or several", async () => {
    const workbench = await shop();
    add(workbench, sqlCell("drops", "drop view sales"), sqlCell("twice", "select 1; select 2"));
    await run(workbench, "drops");
    await run(workbench, "twice");
    expect(runOf(workbench, "drops").problem?.message).toContain("Only queries run here");
    expect(runOf(workbench, "twice").problem?.message).toContain("one query");
    expect((await tea.engine.runText("select count(*) as n from sales")).rows).toEqual([{ n: 3 }]);
  });

  it("longer than what can be read back is refused with a sentence, and the text before stays", async () => {
    const workbench = await shop();
    add(workbench, sqlCell("long", "select 1 as n"));
    expect(() => type(workbench, "long", `select '${"x".repeat(20_000)}'`)).toThrow("at most 20,000 letters");
    expect(cellOf(workbench, "long")).toMatchObject({ sql: "select 1 as n" });
    expect(() => workbench.edit({ type: "set-title", title: "x".repeat(20_001) })).toThrow("at most 20,000 letters");
  });

  it("is refused where cells read each other in a circle, with the circle and a way out", async () => {
    const workbench = await shop();
    add(workbench, sqlCell("a", "select 1 as n"), sqlCell("b", "from a"));
    await run(workbench, "b");
    type(workbench, "a", "from b");
    await run(workbench, "a");
    expect(statusOf(workbench, "a")).toBe("error");
    expect(runOf(workbench, "a").problem?.message).toBe(
      "These cells read each other in a circle: a reads b, b reads a.",
    );
    expect(statusOf(workbench, "b")).toBe("error");
    type(workbench, "a", "select 2 as n");
    await run(workbench, "a");
    await until(workbench, () => statusOf(workbench, "b") === "ok");
    expect(rowsOf(workbench, "b")).toEqual([{ n: 2 }]);
    type(workbench, "a", "from a");
    await run(workbench, "a");
    expect(runOf(workbench, "a").problem?.message).toBe("a reads itself.");
  });

  it("takes the values of inputs by name, a period as two days", async () => {
    const workbench = await shop();
    const input = { kind: "input", collapsed: false, title: "x" } as const;
    add(
      workbench,
      { ...input, id: "i1" as CellId, name: "least", input: "number", value: 40 },
      { ...input, id: "i2" as CellId, name: "span", input: "period", value: "2026-01" },
      sqlCell("picked", "select count(*) as n from sales where amount >= $least"),
      sqlCell("early", "select count(*) as n from sales where sold_at::date between $span_from and $span_to"),
      sqlCell("lost", "select $unknown as n"),
    );
    for (const name of ["picked", "early", "lost"]) await run(workbench, name);
    expect(runOf(workbench, "picked").problem).toBeNull();
    expect(rowsOf(workbench, "picked")).toEqual([{ n: 1 }]);
    expect(rowsOf(workbench, "early")).toEqual([{ n: 2 }]);
    expect(runOf(workbench, "lost").problem?.message).toBe("This query needs a value for $unknown.");
    workbench.edit({ type: "set-input", id: "i1" as CellId, value: 1 });
    await until(workbench, () => statusOf(workbench, "picked") === "ok");
    expect(rowsOf(workbench, "picked")).toEqual([{ n: 3 }]);
  });

  it("says how many rows there are when it shows the first of them, and is read whole", async () => {
    const workbench = await shop();
    add(
      workbench,
      sqlCell("many", "select unnest(range(100500)) as n -- many"),
      sqlCell("all_of_them", "select count(*) as n from many"),
    );
    await run(workbench, "all_of_them");
    expect(runOf(workbench, "many").result?.rows).toHaveLength(100_000);
    expect(runOf(workbench, "many").result?.total).toBe(100_500);
    expect(rowsOf(workbench, "all_of_them")).toEqual([{ n: 100_500 }]);
  });
});

describe("a query that gives other rows each time", () => {
  it("takes what reads it along when it is run once more", async () => {
    const workbench = await shop();
    add(workbench, sqlCell("dice", "select random() as n"), sqlCell("seen", "select n from dice"));
    await run(workbench, "seen");
    const first = rowsOf(workbench, "dice");
    expect(rowsOf(workbench, "seen")).toEqual(first);
    await run(workbench, "dice");
    await until(workbench, () => statusOf(workbench, "seen") === "ok");
    expect(rowsOf(workbench, "dice")).not.toEqual(first);
    expect(rowsOf(workbench, "seen")).toEqual(rowsOf(workbench, "dice"));
  });
});

describe("a chart cell", () => {
  it("draws what another cell shows, summed where it is asked to, and follows it", async () => {
    const workbench = await shop();
    const drawing = { type: "bars", x: "product_name", y: "amount", group: null, aggregate: "sum" } as const;
    const id = "chart" as CellId;
    add(workbench, { id, kind: "chart", name: "drawn", title: "Drawn", collapsed: false, source: "", drawing });
    expect(statusOf(workbench, "drawn")).toBe("never-run");
    workbench.edit({ type: "set-cell", cell: { ...cellOf(workbench, "drawn"), source: "sales" } as Cell });
    await ended(workbench, "drawn");
    expect(runOf(workbench, "drawn").problem).toBeNull();
    expect(rowsOf(workbench, "drawn")).toEqual([
      { product_name: "Tea", amount: "70.35" },
      { product_name: "Cake", amount: "30" },
    ]);
  });
});
