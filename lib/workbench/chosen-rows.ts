import type { Chart } from "@/lib/query/chart";
import { firstOrder } from "@/lib/query/first-order";
import type { Result, Row } from "@/lib/query/result";
import { MOST_ROWS, type ReportTable } from "@/lib/report/report";
import type { ShownView } from "./shown-view";

/** A table as it is, and how it leaves. */
export interface TableSpec {
  /** Its columns as the screen shows them. */
  result: Pick<Result, "columns" | "rows" | "total">;
  chart: Chart | null;
  totals: Row | null;
  /** As many rows as leave at most. */
  most: number;
  /** How the table stands on the screen; without it as its result is. */
  shown?: Shown | null;
}

/** A table of the screen: the columns that are not hidden, the rows that were found in their order. */
export type Shown = Pick<ShownView, "columns" | "rows" | "totals" | "sort">;

/** Charts that say little without some of their rows: they keep this many however short the others are. */
const WHOLE: ReadonlySet<Chart["type"]> = new Set(["pareto", "line", "waterfall", "bands", "heat", "triangle"]);
const WHOLE_ROWS = 40;

/** Charts whose last rows are the newest. */
const NEWEST_LAST: ReadonlySet<Chart["type"]> = new Set(["line", "lines", "triangle"]);

/** The first rows; of a line and of cohorts the newest, and what stands for all the others stays last. */
function keptRows(rows: readonly Row[], chart: Chart | null, mostRows: number): readonly Row[] {
  const most = chart && WHOLE.has(chart.type) ? Math.max(mostRows, WHOLE_ROWS) : mostRows;
  if (rows.length <= most) return rows;
  if (chart && NEWEST_LAST.has(chart.type)) return rows.slice(-most);
  const others = chart?.type === "pareto" ? rows.filter((row) => row[chart.rest] === true) : [];
  const named = rows.filter((row) => !others.includes(row));
  return [...named.slice(0, Math.max(0, most - others.length)), ...others];
}

/** The rows of a report, and which of them stand in the table where that is not all as they are. */
interface Chosen {
  rows: readonly Row[];
  view?: NonNullable<ReportTable["view"]>;
}

/** True for the order a table has by itself. */
function isOwnOrder({ rows }: TableSpec["result"], chart: Chart | null, { rows: seen, sort }: Shown): boolean {
  if (seen.length !== rows.length) return false;
  const first = firstOrder(chart, rows);
  if (first) return sort?.column === first.column && sort.direction === first.direction;
  return seen.every((row, at) => row === rows[at]);
}

/** The rows of the screen and those the chart is drawn from; a screen that shows another result decides nothing. */
export function chosenRows({ result, chart, most, shown }: TableSpec): Chosen {
  const own = { rows: keptRows(result.rows, chart, most) };
  if (!shown || isOwnOrder(result, chart, shown)) return own;
  const known = new Set(result.rows);
  if (!shown.rows.every((row) => known.has(row))) return own;
  const drawn = chart ? own.rows : [];
  const seen = shown.rows.slice(0, most);
  const both = [...new Set([...drawn, ...seen])];
  // A chart says most with few rows; the table has the others.
  const crowded = both.length > MOST_ROWS;
  const charted = crowded && chart ? keptRows(result.rows, chart, WHOLE_ROWS) : drawn;
  const stand = crowded ? seen.slice(0, MOST_ROWS - charted.length) : seen;
  const rows = [...new Set([...charted, ...stand])];
  const places = new Map(rows.map((row, at) => [row, at]));
  // Without a search all rows there are were found, be they more than the page holds.
  const found = shown.rows.length < result.rows.length ? shown.rows.length : (result.total ?? result.rows.length);
  return { rows, view: { rows: stand.map((row) => places.get(row) ?? 0), found, drawn: charted.length } };
}
