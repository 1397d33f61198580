import { BarList } from "./bar-list";
import { columnNamed, labelDigits, numberAt, textAt } from "./cell-values";
import type { DrawnProps } from "./chart-props";
import { MOST_BARS } from "./chart-size";

/** One bar a row, in the order of the table. */
export function BarsChart({ chart, columns, rows, format, width, height }: DrawnProps<"bars">) {
  const column = columnNamed(columns, chart.value);
  const drawn = rows.slice(0, MOST_BARS);
  const values = drawn.map((row) => numberAt(row, chart.value));
  const digits = labelDigits(column, values);
  const items = drawn.map((row) => {
    const value = numberAt(row, chart.value);
    return {
      label: textAt(row, chart.label),
      value: value ?? 0,
      text: value === null ? "unknown" : format.value(value, column, digits),
    };
  });
  return <BarList items={items} width={width} height={height} />;
}
