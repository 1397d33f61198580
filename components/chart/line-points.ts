import type { Row } from "@/lib/query/result";
import { numberAt, textAt } from "./cell-values";

export interface LinePoint {
  index: number;
  day: string;
  value: number | null;
  ghost: number | null;
  complete: boolean;
  /** The value where the line is solid: complete periods. */
  solid: number | null;
  /** The value where it is dashed: an incomplete period and its complete neighbours. */
  dashed: number | null;
}

/** The points of a line with its solid and its dashed stretches. */
export function linePoints(
  rows: readonly Row[],
  names: { x: string; value: string; ghost: string; complete: string },
): LinePoint[] {
  const points = rows.map((row, index) => ({
    index,
    day: textAt(row, names.x),
    value: numberAt(row, names.value),
    ghost: numberAt(row, names.ghost),
    complete: row[names.complete] !== false,
  }));
  return points.map((point, index) => {
    const beside = points[index - 1]?.complete === false || points[index + 1]?.complete === false;
    return {
      ...point,
      solid: point.complete ? point.value : null,
      dashed: !point.complete || beside ? point.value : null,
    };
  });
}
