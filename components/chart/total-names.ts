import type { Chart } from "@/lib/query/chart";
import type { Row } from "@/lib/query/result";
import { textAt } from "./cell-values";
import { periodLabel, toGrain } from "./period-label";

type Waterfall = Extract<Chart, { type: "waterfall" }>;

/** What the totals of a waterfall are called instead of their own words: "before" is "May 2026". */
export function totalNames(chart: Waterfall, rows: readonly Row[], locale: string): ReadonlyMap<string, string> {
  const { periods } = chart;
  const totals = rows.filter((row) => row[chart.total] === true);
  const [first, last] = [totals[0], totals.at(-1)];
  if (!periods || !first || !last || first === last) return new Map();
  const named = (row: Row, column: string): [string, string] => {
    const start = textAt(row, column);
    const name =
      periods.grain === "year" ? start.slice(0, 4) : periodLabel(start, toGrain(periods.grain), locale, true);
    return [textAt(row, chart.label), name];
  };
  return new Map([named(first, periods.before), named(last, periods.after)]);
}
