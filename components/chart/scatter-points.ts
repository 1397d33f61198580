import type { Row } from "@/lib/query/result";
import { numberAt, textAt } from "./cell-values";
import { textWidth } from "./place-labels";

export interface ScatterPoint {
  label: string;
  x: number;
  y: number;
  group: string;
}

/** More points than this cannot be told apart. */
export const MOST_POINTS = 500;

/** Rows that have both values, in the order of the table. */
export function scatterPoints(
  rows: readonly Row[],
  names: { label: string; x: string; y: string; group: string },
): ScatterPoint[] {
  return rows
    .flatMap((row) => {
      const x = numberAt(row, names.x);
      const y = numberAt(row, names.y);
      if (x === null || y === null) return [];
      return [{ label: textAt(row, names.label), x, y, group: textAt(row, names.group) }];
    })
    .slice(0, MOST_POINTS);
}

/** "sqrt" where a few points would press all others into a corner, else "linear". Negative values stay linear. */
export function axisScale(values: readonly number[]): "sqrt" | "linear" {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const high = sorted.at(-1) ?? 0;
  return (sorted[0] ?? 0) >= 0 && high > 8 * Math.max(middle, high / 1000) ? "sqrt" : "linear";
}

export interface PlacedLabel {
  index: number;
  x: number;
  y: number;
  anchor: "start" | "end";
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** Names for the outermost points, as many as fit without touching a name or a point. Pixels in and out. */
export function placedNames(
  points: readonly { label: string; x: number; y: number }[],
  area: { x: number; y: number; width: number; height: number },
  most: number,
): PlacedLabel[] {
  const taken: Box[] = points.map((p) => ({ left: p.x - 4, right: p.x + 4, top: p.y - 4, bottom: p.y + 4 }));
  const bottom = area.y + area.height;
  const far = (p: { x: number; y: number }) => ((p.x - area.x) / area.width) ** 2 + ((bottom - p.y) / area.height) ** 2;
  const order = points.map((point, index) => ({ point, index })).sort((a, b) => far(b.point) - far(a.point));
  const placed: PlacedLabel[] = [];
  for (const { point, index } of order.slice(0, most * 4)) {
    if (placed.length >= most) break;
    const wide = textWidth(point.label.slice(0, 28), 12) + 8;
    for (const anchor of ["start", "end"] as const) {
      const left = anchor === "start" ? point.x + 5 : point.x - wide - 5;
      const box = { left, right: left + wide, top: point.y - 8, bottom: point.y + 8 };
      const inside = box.left >= area.x && box.right <= area.x + area.width && box.top >= area.y - 8;
      if (!inside || taken.some((other) => meets(box, other))) continue;
      taken.push(box);
      placed.push({ index, x: anchor === "start" ? point.x + 8 : point.x - 8, y: point.y, anchor });
      break;
    }
  }
  return placed;
}
