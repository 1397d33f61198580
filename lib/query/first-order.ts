import type { Chart } from "./chart";
import type { Row } from "./result";

interface Order {
  column: string;
  direction: "ascending" | "descending";
}

/** As many rows of a table are seen at once before one scrolls or asks for all. */
const ROWS_SEEN = 12;

/** True for tables that are folded at first. */
export function isLong(rows: readonly Row[]): boolean {
  return rows.length > ROWS_SEEN + 2;
}

/** The order a table stands in at first; null: its result's own. Of many periods the newest are looked for, and those to come. */
export function firstOrder(chart: Chart | null, rows: readonly Row[]): Order | null {
  return chart?.type === "line" && isLong(rows) ? { column: chart.x, direction: "descending" } : null;
}
