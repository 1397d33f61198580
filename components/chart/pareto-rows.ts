import { columnNamed, numberAt, textAt } from "./cell-values";
import type { ChartData } from "./chart-props";
import { MOST_PARETO_ROWS } from "./chart-size";

export interface ParetoRow {
  index: number;
  label: string;
  /** null for the rest: its bar would dwarf the products. */
  value: number | null;
  cumulative: number | null;
  /** The running share. */
  text: string;
  group: string;
  rest: boolean;
}

/** The rows a Pareto chart draws, "All others" last. */
export function paretoRows({ chart, columns, rows, format }: ChartData<"pareto">): ParetoRow[] {
  const column = columnNamed(columns, chart.cumulative);
  const isRest = (row: (typeof rows)[number]) => row[chart.rest] === true;
  const rest = rows.filter(isRest);
  const products = rows.filter((row) => !isRest(row)).slice(0, MOST_PARETO_ROWS - rest.length);
  return [...products, ...rest].map((row, index) => {
    const cumulative = numberAt(row, chart.cumulative);
    return {
      index,
      label: textAt(row, chart.label),
      value: isRest(row) ? null : numberAt(row, chart.value),
      cumulative,
      text: cumulative === null ? "" : format.value(cumulative, column),
      group: textAt(row, chart.group),
      rest: isRest(row),
    };
  });
}
