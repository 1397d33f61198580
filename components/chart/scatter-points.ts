import type { Row } from "@/lib/query/result";
import { numberAt, textAt } from "./cell-values";

export interface ScatterPoint {
  label: string;
  x: number;
  y: number;
  group: string;
  row: Row;
}

/** More points than this cannot be told apart. */
export const MOST_POINTS = 500;

/** Rows that have both values, in the order of the table. */
export function scatterPoints(
  rows: readonly Row[],
  names: { label: string | null; x: string; y: string; group: string | null },
): ScatterPoint[] {
  return rows
    .flatMap((row) => {
      const x = numberAt(row, names.x);
      const y = numberAt(row, names.y);
      if (x === null || y === null) return [];
      const named = (name: string | null) => (name === null ? "" : textAt(row, name));
      return [{ label: named(names.label), x, y, group: named(names.group), row }];
    })
    .slice(0, MOST_POINTS);
}

/** The points from left to right, as they are read one by one. */
export function alongX(points: readonly ScatterPoint[]): ScatterPoint[] {
  return points.toSorted((a, b) => a.x - b.x || a.y - b.y);
}

/** "sqrt" where a few points would press all others into a corner, else "linear". Negative values stay linear. */
export function axisScale(values: readonly number[]): "sqrt" | "linear" {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const high = sorted.at(-1) ?? 0;
  return (sorted[0] ?? 0) >= 0 && high > 8 * Math.max(middle, high / 1000) ? "sqrt" : "linear";
}
