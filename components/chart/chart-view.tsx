import { type ComponentProps, lazy, Suspense, useId, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { ChartBoundary } from "./chart-boundary";
import { ChartKey } from "./chart-key";
import { chartNote } from "./chart-note";
import type { ChartData } from "./chart-props";
import { chartHeight } from "./chart-size";
import { chartSummary } from "./chart-summary";
import { keyItems } from "./key-items";
import { PointReader } from "./point-reader";
import { useReading } from "./use-reading";
import { useWidth } from "./use-width";

const DrawnChart = lazy(() => import("./drawn-chart"));

type ChartViewProps = Omit<ComponentProps<"figure">, "children"> &
  ChartData & {
    /** How many rows there are where these are only some of them. */
    total?: number | undefined;
    /** True where the table beside it has other rows. */
    apart?: boolean;
  };

/**
 * Draws a chart from a result in the room its reserved height gives. One tab stop: the arrow keys read point by point,
 * Escape stops; a summary in words for those who do not see it.
 */
export function ChartView({ chart, columns, rows, format, total, apart, className, ...props }: ChartViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const height = chartHeight(chart, rows);
  const data = { chart, columns, rows, format };
  const { active, point, place, keys } = useReading(data);
  const hint = useId();
  const note = chartNote({ ...data, total, apart });
  const key = keyItems(data);
  if (rows.length === 0) return null;
  return (
    <figure data-slot="chart" data-chart={chart.type} className={cn("relative min-w-0", className)} {...props}>
      <div
        ref={frame}
        role="application"
        aria-roledescription="chart"
        aria-label={chartSummary(data)}
        aria-describedby={hint}
        className="rounded-sm"
        style={{ minHeight: height }}
        {...keys}
      >
        <ChartBoundary>
          <Suspense fallback={null}>
            {width > 0 ? <DrawnChart {...data} width={width} height={height} active={active} /> : null}
          </Suspense>
        </ChartBoundary>
      </div>
      <p id={hint} hidden>
        The arrow keys read each point, Escape stops.
      </p>
      {key.length > 0 ? (
        <div className="min-h-7">{width > 0 ? <ChartKey items={key} width={width} /> : null}</div>
      ) : null}
      {note ? (
        <figcaption data-slot="chart-note" className="mt-1 text-faint text-xs">
          {note}
        </figcaption>
      ) : null}
      <PointReader point={point} place={place} />
    </figure>
  );
}
