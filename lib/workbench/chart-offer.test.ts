import { describe, expect, it } from "vitest";
import type { CellId } from "@/lib/notebook/ids";
import type { Cell, ChartCell, Drawing } from "@/lib/notebook/notebook";
import type { Column } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";
import { aggregatedDrawing, drawingBy, offeredDrawing, typedDrawing } from "./chart-offer";
import { chartProblem } from "./chart-problem";
import { type ChartSource, chartSources, type SourceColumn } from "./chart-sources";
import { neverRun } from "./context";
import { chartOf } from "./drawn-chart";
import type { CellRun } from "./state";

const column = (name: string, kind: Column["kind"], unit: Column["unit"] = "none", hidden = false): Column => ({
  name,
  label: name,
  kind,
  unit,
  hidden,
});
const ran = (columns: readonly Column[], rows: readonly Row[]): CellRun => ({
  ...neverRun,
  status: "ok",
  result: {
    columns,
    rows,
    provenance: { dataHashes: [], asOf: null, computedAt: 0, durationMs: 0, engine: "" },
  },
});
const common = { collapsed: false, codeShown: true, origin: null };
const sql = (name: string, reads: string[]): Cell => ({
  ...common,
  kind: "sql",
  id: name as CellId,
  name,
  title: name,
  sql: "x",
  ran: { sql: "x", reads },
});
const bare: Drawing = { type: "bars", x: "", y: "", group: null, aggregate: "none" };
const chart = (source: string, drawing: Partial<Drawing> = {}): ChartCell => ({
  kind: "chart",
  id: "chart" as CellId,
  name: "chart",
  title: "Chart",
  collapsed: false,
  source,
  drawing: { ...bare, ...drawing },
});
const known = (name: string, holds: SourceColumn["holds"], unit: SourceColumn["unit"] = "none"): SourceColumn => ({
  name,
  label: name,
  holds,
  unit,
  hidden: false,
});
const source = (columns: readonly SourceColumn[] | null, isSingle = true): ChartSource => ({
  name: "source",
  title: "Source",
  columns,
  isSingle: () => isSingle,
  days: () => 800,
});

describe("what a chart can be drawn of", () => {
  const tables = ["sales", "inventory", "till"].map((name) => ({
    name,
    about: "",
    isFile: name === "till",
    columns: [
      { name: "sold_at", type: "DATE" },
      { name: "amount", type: "DECIMAL(18,4)" },
      { name: "tags", type: "INTEGER[]" },
    ],
  }));
  const around = {
    notebook: { cells: [sql("top", ["sales"]), sql("after", ["chart"]), chart("top")], dataSets: [] },
    runs: { ["top" as CellId]: ran([column("secret", "text", "none", true), column("n", "integer")], []) },
    tables,
  };
  it("is every cell that does not read it, and the tables that hold something", () => {
    expect(chartSources(around, chart("top")).map(({ name }) => name)).toEqual(["top", "till"]);
    expect(chartSources(around, null).map(({ name }) => name)).toEqual(["top", "after", "chart", "till"]);
  });
  it("has its hidden columns last, and none before its first run", () => {
    const [top, after] = chartSources(around, null);
    expect(top?.columns?.map(({ name }) => name)).toEqual(["n", "secret"]);
    expect(after?.columns).toBeNull();
  });
  it("knows what the columns of a table hold", () => {
    expect(
      chartSources(around, null)
        .at(-1)
        ?.columns?.map(({ holds }) => holds),
    ).toEqual(["time", "number", "words"]);
  });
});

describe("the first drawing of a source", () => {
  it("is a line over its first days, summed by steps that can be told apart", () => {
    const columns = [
      known("product_id", "words"),
      known("sold_at", "time"),
      known("quantity", "number"),
      known("amount", "number"),
    ];
    expect(offeredDrawing(source(columns, false))).toEqual({
      ...bare,
      type: "line",
      x: "sold_at",
      y: "amount",
      aggregate: "sum",
      step: "month",
    });
  });
  it("is bars of its money by its first name that is no id, each row as it is where it stands alone", () => {
    const columns = [
      known("rank", "number", "rank"),
      known("product_id", "words"),
      known("product", "words"),
      known("revenue", "number", "money"),
    ];
    expect(offeredDrawing(source(columns))).toMatchObject({
      type: "bars",
      x: "product",
      y: "revenue",
      aggregate: "none",
    });
  });
  it("is no line of days that are only told of each name", () => {
    const columns = [known("last_sold", "time"), known("product", "words"), known("revenue", "number", "money")];
    const named = { ...source(columns), isSingle: (name: string) => name === "product" };
    expect(offeredDrawing(named)).toEqual({ ...bare, x: "product", y: "revenue" });
  });
  it("averages shares, and counts rows where there is nothing to measure", () => {
    expect(offeredDrawing(source([known("a", "words"), known("share", "number", "share")], false)).aggregate).toBe(
      "average",
    );
    expect(offeredDrawing(source([known("a", "words")], false))).toMatchObject({ x: "a", y: "", aggregate: "count" });
  });
  it("does not add up months or hours, however the query orders its columns", () => {
    for (const part of ["month", "weekday", "hour of day", "month(sold_at)", '"quarter"(sold_at)']) {
      const columns = [known("year", "number"), known(part, "number"), known("sales", "number")];
      expect(offeredDrawing(source(columns, false))).toMatchObject({ x: "year", y: "sales", aggregate: "sum" });
    }
    const columns = [known("store", "words"), known("orders_per_month", "number"), known("rank", "number", "rank")];
    expect(offeredDrawing(source(columns, false)).y).toBe("orders_per_month");
  });
  it("as points takes two numbers, and a name for each point", () => {
    const columns = [
      { ...known("all", "number", "money"), hidden: true },
      known("product_id", "words"),
      known("product", "words"),
      known("revenue", "number", "money"),
      known("units", "number", "quantity"),
    ];
    const points = typedDrawing(offeredDrawing(source(columns)), "scatter", source(columns));
    expect(points).toEqual({ type: "scatter", x: "units", y: "revenue", group: "product", aggregate: "none" });
    expect(typedDrawing(points, "bars", source(columns))).toMatchObject({ type: "bars", x: "product", y: "revenue" });
  });
});

describe("a drawing over time that is changed", () => {
  const columns = [known("sold_at", "time"), known("paid_at", "time"), known("n", "number"), known("shop", "words")];
  const of = source(columns, false);
  const monthly = offeredDrawing(of);
  const each = { ...monthly, step: undefined };
  it("keeps the step that was chosen, each time too, when its values are gathered in another way", () => {
    expect(monthly.step).toBe("month");
    expect(aggregatedDrawing({ ...monthly, step: "week" }, "average", of).step).toBe("week");
    expect(aggregatedDrawing(each, "average", of)).toEqual({ ...each, aggregate: "average" });
    expect(drawingBy(each, "paid_at", of)).toEqual({ ...each, x: "paid_at" });
  });
  it("is offered a step where there was none to choose", () => {
    expect(aggregatedDrawing({ ...each, aggregate: "none" }, "sum", of).step).toBe("month");
    expect(drawingBy({ ...each, x: "shop" }, "sold_at", of).step).toBe("month");
    expect(drawingBy(monthly, "shop", of)).toEqual({ ...each, x: "shop" });
    expect(aggregatedDrawing({ ...each, aggregate: "none", type: "scatter" }, "sum", of).step).toBeUndefined();
  });
});

describe("a column without a value", () => {
  it("is told by the rows of a whole result, and is no part of what is offered", () => {
    const shown = [column("store", "text"), column("product", "text"), column("revenue", "decimal", "money")];
    const rows = ["Tea", "Cake"].map((product) => ({ store: null, product, revenue: "1" }));
    const run = ran(shown, rows);
    const sources = (result: CellRun["result"]) =>
      chartSources(
        {
          notebook: { cells: [sql("top", ["sales"])], dataSets: [] },
          runs: { ["top" as CellId]: { ...run, result } },
          tables: null,
        },
        null,
      )[0];
    const [whole, cut] = [sources(run.result), sources(run.result && { ...run.result, total: 200_000 })];
    expect(whole?.columns?.map(({ empty }) => empty)).toEqual([true, false, false]);
    expect(cut?.columns?.map(({ empty }) => empty)).toEqual([false, false, false]);
    expect(whole && offeredDrawing(whole)).toMatchObject({ x: "product", y: "revenue" });
  });
});

describe("what stands against a drawing", () => {
  const columns = [known("product", "words"), known("revenue", "number")];
  const problem = (drawing: Partial<Drawing>, of: ChartSource | null = source(columns)) =>
    chartProblem(chart("source", drawing), of)?.message ?? null;
  it("is said with what helps", () => {
    expect(chartProblem(chart(""), null)?.hint).toBe("Choose a cell or a table it is drawn from.");
    expect(problem({}, null)).toBe("There is no cell or table named source.");
    expect(problem({}, source(null))).toBe("Source has no result yet, so its columns are not known.");
    expect(problem({ x: "product" })).toBe("This chart is not complete.");
    expect(problem({ x: "product", y: "profit" })).toBe("Source has no column profit.");
    expect(problem({ x: "revenue", y: "product" })).toBe("product holds no numbers.");
    expect(problem({ type: "scatter", x: "product", y: "revenue" })).toBe(
      "Points need a number across, and product holds none.",
    );
  });
  it("is nothing where it can be drawn", () => {
    expect(problem({ x: "product", y: "revenue" })).toBeNull();
    expect(problem({ x: "product", aggregate: "count" })).toBeNull();
  });
});

describe("the chart of a drawing", () => {
  const columns = [column("a", "text"), column("g", "text"), column("n", "integer")];
  const rows = Array.from({ length: 6 }, (_, at) => ({ a: `A${at}`, g: `G${at}`, n: at }));
  const of = (drawing: Partial<Drawing>, shown = columns, values: readonly Row[] = rows) =>
    chartOf({ drawing: { ...bare, ...drawing } }, { columns: shown, rows: values });
  it("takes its parts from the columns of the result, which may still be those of the drawing before", () => {
    expect(of({ x: "other", y: "another" })).toEqual({ type: "bars", label: "a", value: "n", group: "g", most: 30 });
    expect(of({ type: "line" }, [column("a", "text"), column("n", "integer")])).toEqual({
      type: "lines",
      x: "a",
      value: "n",
      group: null,
    });
  });
  it("names points by a group of many values, and shapes them by one of few", () => {
    const numbers = [column("n", "integer"), column("g", "text"), column("m", "integer")];
    const points = rows.map(({ g, n }) => ({ n, g, m: n }));
    expect(of({ type: "scatter" }, numbers, points)).toMatchObject({ label: "g", group: null });
    expect(of({ type: "scatter" }, numbers, points.slice(0, 3))).toMatchObject({ label: null, group: "g" });
  });
  it("is none where nothing is measured, nothing is across or nothing is there", () => {
    expect(of({}, [column("a", "text"), column("g", "text")])).toBeNull();
    expect(of({ type: "scatter" })).toBeNull();
    expect(of({}, columns, [])).toBeNull();
  });
});
