import { barLines } from "./bar-rows";
import type { ChartData } from "./chart-props";
import { MOST_MAP_ROWS, MOST_PARETO_ROWS } from "./chart-size";
import { linesOf } from "./lines-of";
import { MOST_POINTS, scatterPoints } from "./scatter-points";

/** What a chart leaves out, as a sentence; null when it shows everything. */
export function chartNote({ chart, columns, rows, format }: ChartData): string | null {
  const count = (number: number) => number.toLocaleString(format.locale);
  const firstOf = (most: number) =>
    rows.length > most ? `The first ${count(most)} of ${count(rows.length)}; the table has them all.` : null;
  switch (chart.type) {
    case "bars":
      return firstOf(barLines(chart, rows).filter(({ kind }) => kind === "bar").length);
    case "lines": {
      const { lines, total } = linesOf({ chart, columns, rows, format });
      if (lines.length === total) return null;
      return `The ${count(lines.length)} largest of ${count(total)} lines; the table has the others.`;
    }
    case "heat":
    case "month-map":
      return firstOf(MOST_MAP_ROWS);
    case "triangle":
      return rows.length > MOST_MAP_ROWS
        ? `The last ${count(MOST_MAP_ROWS)} of ${count(rows.length)}; the table has them all.`
        : null;
    case "pareto":
      return firstOf(MOST_PARETO_ROWS);
    case "scatter": {
      const drawn = scatterPoints(rows, chart).length;
      if (drawn === rows.length) return null;
      if (drawn === MOST_POINTS) return firstOf(MOST_POINTS);
      return `${count(drawn)} of ${count(rows.length)} have both figures and can be drawn.`;
    }
    case "line":
    case "waterfall":
    case "bands":
      return null;
  }
}
