import type { Column } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";
import { barLines } from "./bar-rows";
import { columnNamed, labelDigits, nameAt, numberAt, textAt } from "./cell-values";
import type { ChartData } from "./chart-props";
import { shownBands } from "./chart-size";

export interface BarItem {
  index: number;
  label: string;
  value: number;
  /** What stands beside the bar. */
  text: string;
  /** A fainter second word beside it. */
  note?: string;
  fill?: string;
  /** The row it draws; bands are of several. */
  row?: Row;
  /** Whose bar it is, where bars stand together. */
  of?: string;
  /** Not a bar: the name of those below it. */
  head?: true;
}

const GROUP_FILLS = ["var(--series-1)", "var(--series-2)", "var(--series-3)", "var(--edge)"];

const COUNT: Column = { name: "count", label: "Products", kind: "integer", unit: "count", hidden: true };

/** The sum of the first column of which anything is known; products are counted where nothing is. */
export function bandMeasure({ chart, columns, rows }: Pick<ChartData<"bands">, "chart" | "columns" | "rows">): Column {
  const known = [chart.value, chart.fallback].find((name) => rows.some((row) => numberAt(row, name) !== null));
  return known === undefined ? COUNT : columnNamed(columns, known);
}

function measured(measure: Column, inside: readonly Row[]): number {
  if (measure === COUNT) return inside.length;
  const sum = inside.reduce((total, row) => total + (numberAt(row, measure.name) ?? 0), 0);
  // Sums of doubles carry dust behind the fourth digit.
  return Number(sum.toFixed(4));
}

/** One bar a band, youngest first; older bands are darker. */
export function bandItems({ chart, columns, rows, format }: ChartData<"bands">): BarItem[] {
  const measure = bandMeasure({ chart, columns, rows });
  const digits = measure.unit === "money" ? 0 : undefined;
  return shownBands(chart.order, chart.band, rows).map((band, index, bands) => {
    const inside = rows.filter((row) => textAt(row, chart.band) === band);
    const value = measured(measure, inside);
    const products = `${inside.length.toLocaleString(format.locale)} ${inside.length === 1 ? "product" : "products"}`;
    return {
      index,
      label: /\d/.test(band) ? `${band} ${chart.unit}` : band,
      value,
      text: measure === COUNT ? products : format.value(value, measure, digits),
      ...(measure === COUNT ? {} : { note: products }),
      fill: `color-mix(in srgb, var(--series-1) ${55 + (45 * index) / Math.max(1, bands.length - 1)}%, var(--ghost))`,
    };
  });
}

/** One bar a row; with groups, the bars of one label below its name. */
export function barItems({ chart, columns, rows, format }: ChartData<"bars">): BarItem[] {
  const column = columnNamed(columns, chart.value);
  const lines = barLines(chart, rows);
  const digits = labelDigits(
    column,
    lines.map(({ row }) => numberAt(row, chart.value)),
  );
  const group = chart.group === undefined ? null : columnNamed(columns, chart.group);
  const name = columnNamed(columns, chart.label);
  return lines.map(({ row, kind, rank }, index) => {
    const of = nameAt(row, name, format);
    if (kind === "head") return { index, label: of, value: 0, text: "", head: true };
    const value = numberAt(row, chart.value);
    return {
      index,
      label: group ? nameAt(row, group, format) : of,
      value: value ?? 0,
      text: value === null ? "unknown" : format.value(value, column, digits),
      row,
      ...(group ? { of, fill: GROUP_FILLS[Math.min(rank, GROUP_FILLS.length - 1)] ?? "var(--edge)" } : {}),
    };
  });
}
