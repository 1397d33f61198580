import type { Column } from "@/lib/query/column";
import type { Format } from "@/lib/query/format";
import type { Row } from "@/lib/query/result";
import { columnNamed, labelDigits, numberAt, textAt } from "./cell-values";
import type { ChartData } from "./chart-props";
import { totalNames } from "./total-names";

export interface WaterfallStep {
  label: string;
  /** Where the bar stands, the smaller end first. */
  low: number;
  high: number;
  /** Where the next step begins. */
  end: number;
  kind: "total" | "up" | "down";
  text: string;
}

function signed(value: number, column: Column, format: Format, digits: number | undefined): string {
  const text = format.value(value, column, digits);
  return value > 0 ? `+${text}` : text;
}

/** The steps of a waterfall from its rows. */
export function waterfallSteps({ chart, columns, rows, format }: ChartData<"waterfall">): WaterfallStep[] {
  const column = columnNamed(columns, chart.value);
  const digits = labelDigits(
    column,
    rows.map((row) => numberAt(row, chart.value)),
  );
  const names = totalNames(chart, rows, format.locale);
  return rows.map((row: Row) => {
    const label = textAt(row, chart.label);
    const value = numberAt(row, chart.value) ?? 0;
    const isTotal = row[chart.total] === true;
    const from = isTotal ? 0 : (numberAt(row, chart.from) ?? 0);
    return {
      label: names.get(label) ?? label,
      low: Math.min(from, from + value),
      high: Math.max(from, from + value),
      end: from + value,
      kind: isTotal ? "total" : value < 0 ? "down" : "up",
      text: isTotal ? format.value(value, column, digits) : signed(value, column, format, digits),
    };
  });
}
