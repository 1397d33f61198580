import type { Chart } from "@/lib/query/chart";
import type { Row } from "@/lib/query/result";
import { numberAt, textAt } from "./cell-values";

type Bars = Extract<Chart, { type: "bars" }>;

/** Rows a chart of bars draws at most where it does not say; the table holds the others. */
export const MOST_BARS = 15;

/** One line of a chart of bars: a bar, or the name of the bars below it. */
export interface BarLine {
  row: Row;
  kind: "bar" | "head";
  /** The place of its group among all, largest first; 0 where there are none. */
  rank: number;
}

/** The lines of a chart of bars. Bars of one label stand below its name, their groups always in the same order. */
export function barLines(chart: Bars, rows: readonly Row[]): BarLine[] {
  const most = chart.most ?? MOST_BARS;
  const { group } = chart;
  if (group === undefined) return rows.slice(0, most).map((row) => ({ row, kind: "bar", rank: 0 }));
  const ranks = groupRanks(rows, group, chart.value);
  const rank = (row: Row) => ranks.get(textAt(row, group)) ?? 0;
  const lines: BarLine[] = [];
  let bars = 0;
  for (const [first, ...others] of labelRows(rows, chart.label).values()) {
    if (!first || (bars > 0 && bars + others.length + 1 > most)) break;
    const together = [first, ...others].toSorted((a, b) => rank(a) - rank(b)).slice(0, most);
    lines.push({ row: first, kind: "head", rank: 0 });
    lines.push(...together.map((row): BarLine => ({ row, kind: "bar", rank: rank(row) })));
    bars += together.length;
  }
  return lines;
}

/** The rows of each label, labels in the order of their first row. */
function labelRows(rows: readonly Row[], label: string): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const name = textAt(row, label);
    const same = found.get(name);
    if (same) same.push(row);
    else found.set(name, [row]);
  }
  return found;
}

/** Groups by what their values come to, the largest 0. */
export function groupRanks(rows: readonly Row[], group: string, value: string): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const row of rows) {
    const name = textAt(row, group);
    sizes.set(name, (sizes.get(name) ?? 0) + Math.abs(numberAt(row, value) ?? 0));
  }
  const order = [...sizes].sort(([, a], [, b]) => b - a);
  return new Map(order.map(([name], rank) => [name, rank]));
}
