import type { Row } from "@/lib/query/result";
import { columnNamed, nameAt, numberAt, textAt } from "./cell-values";
import type { ChartData } from "./chart-props";
import { linesOf } from "./lines-of";
import { periodLabel, toGrain } from "./period-label";
import { waterfallSteps } from "./waterfall-steps";

const SPOKEN = 5;

/** A chart in words, for those who do not see it; the table has every figure. */
export function chartSummary({ chart, columns, rows, format }: ChartData): string {
  const head = (name: string) => columnNamed(columns, name).label;
  const say = (index: number, name: string) => {
    const row = rows[index];
    const value = row ? numberAt(row, name) : null;
    return value === null ? "unknown" : format.value(value, columnNamed(columns, name));
  };
  const name = (row: Row, column: string) => nameAt(row, columnNamed(columns, column), format);
  const list = (label: string, value: string, group?: string) =>
    rows
      .slice(0, SPOKEN)
      .map((row, index) => [name(row, label), ...(group ? [name(row, group)] : []), say(index, value)].join(" "))
      .join(", ");
  const more = rows.length > SPOKEN ? `, and ${rows.length - SPOKEN} more` : "";

  switch (chart.type) {
    case "bars":
      return `Bars: ${head(chart.value)} by ${head(chart.label)}. ${list(chart.label, chart.value, chart.group)}${more}.`;
    case "pareto":
      return `Pareto chart: ${head(chart.value)} by ${head(chart.label)} with the running share. ${list(chart.label, chart.cumulative)}${more}.`;
    case "line": {
      const points = rows.filter((row) => numberAt(row, chart.value) !== null);
      const first = points[0];
      const last = points.at(-1);
      if (!first || !last) return `Line: ${head(chart.value)}, nothing to draw.`;
      const at = (row: typeof first) =>
        `${format.value(numberAt(row, chart.value), columnNamed(columns, chart.value))} in ${periodLabel(textAt(row, chart.x), toGrain(chart.grain), format.locale, true)}`;
      const open = last[chart.complete] === false ? ` (${chart.open ?? "not complete"})` : "";
      const ghost = rows.some((row) => numberAt(row, chart.ghost) !== null) ? `, compared with ${chart.against}` : "";
      return `Line: ${head(chart.value)} over ${points.length} periods, from ${at(first)} to ${at(last)}${open}${ghost}.`;
    }
    case "month-map":
      return `Map of months: how far each month lies above or below an average one, for ${rows.length} products: ${rows
        .slice(0, SPOKEN)
        .map((row) => textAt(row, chart.label))
        .join(", ")}${more}.`;
    case "triangle":
      return `Triangle: ${rows.length} cohorts by ${chart.over}, darker where the share is larger; later months are not known yet.`;
    case "heat": {
      const heads = chart.values.map(head);
      return `Map: ${rows.length} rows by ${heads[0] ?? ""} to ${heads.at(-1) ?? ""}, darker where the value is larger.`;
    }
    case "waterfall": {
      const steps = waterfallSteps({ chart, columns, rows, format }).map(
        ({ label }, index) => `${label} ${say(index, chart.value)}`,
      );
      return `Waterfall: ${steps.join(", ")}.`;
    }
    case "bands":
      return `Bars: ${head(chart.value)} by ${head(chart.band)}, from ${chart.order.join(" to ")}.`;
    case "scatter":
      return `Points: ${rows.length}${chart.label === null ? "" : " products"} by ${head(chart.x)} and ${head(chart.y)}.`;
    case "lines": {
      const { places, lines } = linesOf({ chart, columns, rows, format });
      const [first, last] = [places[0]?.name ?? "", places.at(-1)?.name ?? ""];
      const named = lines.flatMap(({ name }) => name ?? []);
      const of = named.length > 0 ? ` of ${named.slice(0, SPOKEN).join(", ")}` : "";
      return `${lines.length === 1 ? "Line" : `${lines.length} lines`}: ${head(chart.value)} by ${head(chart.x)}${of}, from ${first} to ${last}.`;
    }
  }
}
