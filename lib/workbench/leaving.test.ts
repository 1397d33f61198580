import { expect, it } from "vitest";
import type { Chart } from "@/lib/query/chart";
import type { Column } from "@/lib/query/column";
import type { ResultCell } from "@/lib/report/report";
import { frozenTable } from "./frozen-table";
import { leavingWords } from "./leaving";

const column = (name: string): Column => ({ name, label: name, kind: "integer", unit: "none", hidden: false });
const columns = [column("n"), column("secret"), { ...column("drawn"), hidden: true }];
const rows = Array.from({ length: 300 }, (_, n) => ({ n, secret: n, drawn: n }));
const bars: Chart = { type: "bars", label: "n", value: "n" };

function searched(shown: readonly (typeof rows)[number][], chart: Chart | null): ResultCell {
  const view = { columns, rows: shown, totals: null, sort: null };
  return {
    kind: "result",
    name: "sales",
    title: "Sales",
    asking: { kind: "sql", sql: "from sales" },
    asked: "",
    caution: null,
    answer: [],
    comparison: null,
    notes: [],
    figures: null,
    insights: null,
    chart,
    table: frozenTable({ result: { columns, rows }, chart, totals: null, most: 40, shown: view }),
    explanation: null,
  };
}

it("says of a table that was searched how many rows are seen, and of how many its chart is", () => {
  const words = (shown: typeof rows, chart: Chart | null) => leavingWords(searched(shown, chart), String);
  expect(words(rows.slice(7, 8), bars)).toBe("1 of 300 rows and a chart of 40");
  expect(words(rows.slice(7, 8), null)).toBe("1 of 300 rows");
  expect(words(rows, bars)).toBe("40 of 300 rows and a chart");
  expect(words([...rows].reverse(), bars)).toBe("40 of 300 rows and a chart of 40");
});

it("means it: of the other rows nothing leaves but what the chart draws", () => {
  const { table } = searched(rows.slice(77, 78), { type: "bars", label: "n", value: "drawn" });
  const first = rows.slice(0, 40).map(({ n }) => n);
  expect(table?.columns.map(({ name }) => name)).toEqual(["n", "secret", "drawn"]);
  expect(table?.values).toEqual([
    [...first, 77],
    [...first.map(() => null), 77],
    [...first, null],
  ]);
});
