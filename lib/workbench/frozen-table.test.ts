import { describe, expect, it } from "vitest";
import type { Chart } from "@/lib/query/chart";
import type { Column } from "@/lib/query/column";
import { tableRows } from "@/lib/report/table-rows";
import { frozenTable } from "./frozen-table";

const column = (name: string, hidden = false): Column => ({ name, label: name, kind: "integer", unit: "none", hidden });
const columns = [column("n"), column("rest", true), column("unused", true)];
const rows = Array.from({ length: 300 }, (_, n) => ({ n, rest: n === 299, unused: n }));
const result = { columns, rows };
const pareto: Chart = { type: "pareto", label: "n", value: "n", cumulative: "n", group: "n", rest: "rest" };
const line: Chart = { type: "line", x: "n", value: "n", ghost: "n", against: "", complete: "n", grain: "day" };

const kept = (chart: Chart | null, most: number) =>
  tableRows(frozenTable({ result, chart, totals: null, most })).map(({ n }) => n);

describe("a result in a report", () => {
  it("has the columns that are seen or drawn, and says how many rows there are", () => {
    const frozen = frozenTable({ result, chart: pareto, totals: { n: 9, unused: 1 }, most: 2 });
    expect(frozen.columns.map(({ name }) => name)).toEqual(["n", "rest"]);
    expect(frozen.total).toBe(300);
    expect(frozen.ending).toEqual([9, null]);
    expect(frozenTable({ result: { ...result, total: 5000 }, chart: null, totals: null, most: 2 }).total).toBe(5000);
  });

  it("has its first rows, of a line the newest, and what stands for all the others", () => {
    expect(kept(null, 3)).toEqual([0, 1, 2]);
    expect(kept(line, 100)).toEqual(Array.from({ length: 100 }, (_, at) => 200 + at));
    expect(kept(pareto, 50)).toEqual([...Array.from({ length: 49 }, (_, at) => at), 299]);
    expect(kept(pareto, 3)).toHaveLength(40);
  });

  it("writes what no JSON can hold as its words", () => {
    const odd = { columns: [column("n")], rows: [{ n: Number.POSITIVE_INFINITY }, { n: Number.NaN }] };
    expect(frozenTable({ result: odd, chart: null, totals: null, most: 9 }).values).toEqual([["Infinity", "NaN"]]);
  });
});
