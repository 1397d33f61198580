import type { Chart } from "@/lib/query/chart";
import type { Row } from "@/lib/query/result";
import { barLines, MOST_BARS } from "./bar-rows";

/** Rows a map draws at most. */
export const MOST_MAP_ROWS = 20;
/** As high as a row of the table, so that bars stand beside their row. */
export const ROW_HEIGHT = 35;
const CLOSE_ROW_HEIGHT = 26;
export const PARETO_ROW_HEIGHT = 24;
export const MAP_ROW_HEIGHT = 30;
/** The heads of a map's columns. */
export const MAP_HEAD = 26;
/** Products a Pareto chart draws at most, "All others" counted. */
export const MOST_PARETO_ROWS = 25;

/** The bands that hold a row, in their order. */
export function shownBands(order: readonly string[], band: string, rows: readonly Row[]): string[] {
  return order.filter((name) => rows.some((row) => row[band] === name));
}

/** Many bars, and those that stand together, are closer to each other. */
function barsHeight(chart: Extract<Chart, { type: "bars" }>, rows: readonly Row[]): number {
  const lines = barLines(chart, rows).length;
  return lines * (lines > MOST_BARS || chart.group !== undefined ? CLOSE_ROW_HEIGHT : ROW_HEIGHT);
}

/** Pixels a chart is high; known before it is drawn, so that nothing moves when it arrives. */
export function chartHeight(chart: Chart, rows: readonly Row[]): number {
  switch (chart.type) {
    case "bars":
      return barsHeight(chart, rows);
    case "pareto":
      return Math.min(rows.length, MOST_PARETO_ROWS) * PARETO_ROW_HEIGHT + 30;
    case "line":
    case "lines":
      return 272;
    case "heat":
    case "month-map":
      return Math.min(rows.length, MOST_MAP_ROWS) * MAP_ROW_HEIGHT + MAP_HEAD;
    case "triangle":
      return Math.min(rows.length, MOST_MAP_ROWS) * MAP_ROW_HEIGHT + MAP_HEAD * 2 - 8;
    case "bands":
      return shownBands(chart.order, chart.band, rows).length * ROW_HEIGHT;
    case "waterfall":
      return rows.length * ROW_HEIGHT;
    case "scatter":
      return 340;
  }
}
