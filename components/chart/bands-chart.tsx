import type { Column } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";
import { BarList } from "./bar-list";
import { columnNamed, numberAt, textAt } from "./cell-values";
import type { DrawnProps } from "./chart-props";
import { shownBands } from "./chart-size";

const COUNT: Column = { name: "count", label: "Products", kind: "integer", unit: "count", hidden: true };

/** The sum of the first column of which anything is known; products are counted where nothing is. */
export function bandMeasure(rows: readonly Row[], columns: readonly Column[], names: readonly string[]): Column {
  const known = names.find((name) => rows.some((row) => numberAt(row, name) !== null));
  return known === undefined ? COUNT : columnNamed(columns, known);
}

/** One bar a band, youngest first; older bands are darker. */
export function BandsChart({ chart, columns, rows, format, width, height }: DrawnProps<"bands">) {
  const measure = bandMeasure(rows, columns, [chart.value, chart.fallback]);
  const bands = shownBands(chart.order, chart.band, rows).map((band) => {
    const inside = rows.filter((row) => textAt(row, chart.band) === band);
    const value =
      measure === COUNT ? inside.length : inside.reduce((total, row) => total + (numberAt(row, measure.name) ?? 0), 0);
    return { band, value, products: inside.length };
  });
  const digits = measure.unit === "money" ? 0 : undefined;
  const items = bands.map(({ band, value, products }, index) => ({
    label: band,
    value,
    text: format.value(Number(value.toFixed(4)), measure, digits),
    note: measure === COUNT ? "" : `${products} ${products === 1 ? "product" : "products"}`,
    fill: `color-mix(in srgb, var(--series-1) ${55 + (45 * index) / Math.max(1, bands.length - 1)}%, var(--ghost))`,
  }));
  return <BarList items={items} width={width} height={height} />;
}
