import { barLines } from "./bar-rows";
import type { ChartData } from "./chart-props";
import { MOST_MAP_ROWS, MOST_PARETO_ROWS } from "./chart-size";
import { linesOf } from "./lines-of";
import { MOST_POINTS, scatterPoints } from "./scatter-points";

/**
 * What a chart leaves out, as a sentence; null when it shows everything. `total` rows there are when `rows` are some of them;
 * `apart` is true where the table beside it has other rows than those.
 */
export function chartNote({
  chart,
  columns,
  rows,
  format,
  total = rows.length,
  apart = false,
}: ChartData & { total?: number | undefined; apart?: boolean | undefined }): string | null {
  const count = (number: number) => number.toLocaleString(format.locale);
  const partOf = (which: "first" | "last", most: number) => {
    const drawn = Math.min(most, rows.length);
    if (drawn >= total) return null;
    const others = apart || rows.length < total ? "." : "; the table has them all.";
    return `The ${which} ${count(drawn)} of ${count(total)}${others}`;
  };
  const firstOf = (most: number) => partOf("first", most);
  switch (chart.type) {
    case "bars":
      return firstOf(barLines(chart, rows).filter(({ kind }) => kind === "bar").length);
    case "lines": {
      const { lines, total: all } = linesOf({ chart, columns, rows, format });
      if (lines.length === all) return null;
      return `The ${count(lines.length)} largest of ${count(all)} lines${apart ? "." : "; the table has the others."}`;
    }
    case "heat":
    case "month-map":
      return firstOf(MOST_MAP_ROWS);
    case "triangle":
      return partOf("last", MOST_MAP_ROWS);
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
