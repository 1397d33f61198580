import type { Chart } from "@/lib/query/chart";
import type { Column, Value } from "@/lib/query/column";
import type { Result, Row } from "@/lib/query/result";
import type { ReportTable } from "@/lib/report/report";

interface TableSpec {
  /** Its columns as the screen shows them. */
  result: Pick<Result, "columns" | "rows" | "total">;
  chart: Chart | null;
  totals: Row | null;
  /** As many rows as leave at most. */
  most: number;
}

/** Every text of a chart: the columns it is drawn from are among them. */
function wordsOf(chart: unknown): string[] {
  if (typeof chart === "string") return [chart];
  return typeof chart === "object" && chart !== null ? Object.values(chart).flatMap(wordsOf) : [];
}

/** The columns a reader sees, and the hidden ones the chart is drawn from. */
function keptColumns(columns: readonly Column[], chart: Chart | null): readonly Column[] {
  const drawn = new Set(wordsOf(chart));
  const prefix = chart?.type === "month-map" ? chart.prefix : null;
  return columns.filter(
    ({ name, hidden }) => !hidden || drawn.has(name) || (prefix !== null && name.startsWith(prefix)),
  );
}

/** Charts that say little without some of their rows: they keep this many however short the others are. */
const WHOLE: ReadonlySet<Chart["type"]> = new Set(["pareto", "line", "waterfall", "bands", "heat", "triangle"]);
const WHOLE_ROWS = 40;

/** The first rows; of a line the newest, and what stands for all the others stays last. */
function keptRows(rows: readonly Row[], chart: Chart | null, mostRows: number): readonly Row[] {
  const most = chart && WHOLE.has(chart.type) ? Math.max(mostRows, WHOLE_ROWS) : mostRows;
  if (rows.length <= most) return rows;
  if (chart?.type === "line" || chart?.type === "lines") return rows.slice(-most);
  const others = chart?.type === "pareto" ? rows.filter((row) => row[chart.rest] === true) : [];
  const named = rows.filter((row) => !others.includes(row));
  return [...named.slice(0, Math.max(0, most - others.length)), ...others];
}

/** JSON knows no infinity; it stays what it reads as. */
function kept(value: Value | undefined): Value {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : (value ?? null);
}

/** A result as a report holds it. */
export function frozenTable({ result, chart, totals, most }: TableSpec): ReportTable {
  const columns = keptColumns(result.columns, chart);
  const rows = keptRows(result.rows, chart, most);
  return {
    columns,
    values: columns.map(({ name }) => rows.map((row) => kept(row[name]))),
    total: result.total ?? result.rows.length,
    ending: totals && columns.map(({ name }) => kept(totals[name])),
  };
}
