import { type KeyboardEvent, useMemo, useState } from "react";
import { type ChartPoint, chartPoints } from "./chart-points";
import type { ChartData } from "./chart-props";
import { nextPoint } from "./next-point";

interface Reading {
  /** The point that is read; null while none is. */
  active: number | null;
  point: ChartPoint | null;
  /** Where it stands in the row of all points: "3 of 12". */
  place: string;
  /** For the element that takes the keys; one tab stop. */
  keys: { tabIndex: 0; onKeyDown: (event: KeyboardEvent) => void; onBlur: () => void };
}

/** Reading a chart point by point with the keyboard. */
export function useReading({ chart, columns, rows, format }: ChartData): Reading {
  const [wanted, setWanted] = useState<number | null>(null);
  const reads = wanted !== null;
  const known = useMemo(
    () => (reads ? chartPoints({ chart, columns, rows, format }) : null),
    [reads, chart, columns, rows, format],
  );
  const point = wanted === null ? null : (known?.points[wanted] ?? null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.key === "Escape" && wanted !== null) setWanted(null);
    else {
      const { points, across } = known ?? chartPoints({ chart, columns, rows, format });
      const next = nextPoint(event.key, point ? wanted : null, points.length, across);
      if (next === null) return;
      setWanted(next);
    }
    // Neither the page scrolls nor does the notebook take the key for its own.
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    active: point ? wanted : null,
    point,
    place: known && wanted !== null ? `${wanted + 1} of ${known.points.length}` : "",
    keys: { tabIndex: 0, onKeyDown, onBlur: () => setWanted(null) },
  };
}
