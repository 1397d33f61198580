import { useLayoutEffect, useRef } from "react";
import type { ChartPoint } from "./chart-points";
import { ChartTip } from "./chart-tip";

interface PointReaderProps {
  point: ChartPoint | null;
  place: string;
}

/** Pixels between the point and its figures. */
const AWAY = 10;

/** Beside the ring around the point, on the side that has room; coordinates of the figure around both. */
function moveBesideRing(tip: HTMLElement): void {
  const figure = tip.closest("figure");
  const ring = figure?.querySelector("[data-marker]");
  if (!figure || !ring) return;
  const [around, at] = [figure.getBoundingClientRect(), ring.getBoundingClientRect()];
  const below = at.bottom - around.top + AWAY;
  const above = at.top - around.top - tip.offsetHeight - AWAY;
  const left = (at.left + at.right) / 2 - around.left - tip.offsetWidth / 2;
  tip.style.left = `${Math.max(0, Math.min(left, around.width - tip.offsetWidth))}px`;
  tip.style.top = `${below + tip.offsetHeight > around.height && above > 0 ? above : below}px`;
}

/** The figures of the point that is read: seen beside it, and heard. */
export function PointReader({ point, place }: PointReaderProps) {
  const tip = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (tip.current && point) moveBesideRing(tip.current);
  }, [point]);
  const said = point
    ? `${point.title}: ${point.lines.map(({ label, text }) => `${label} ${text}`).join(", ")}. ${place}.`
    : "";
  return (
    <>
      <p role="status" data-slot="chart-point" className="sr-only">
        {said}
      </p>
      {point ? (
        <div ref={tip} aria-hidden="true" className="pointer-events-none absolute top-0 left-0 z-10">
          <ChartTip {...point} />
        </div>
      ) : null}
    </>
  );
}
