import { type ComponentProps, lazy, Suspense, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { ChartBoundary } from "./chart-boundary";
import { chartNote } from "./chart-note";
import type { ChartData } from "./chart-props";
import { chartHeight } from "./chart-size";
import { chartSummary } from "./chart-summary";
import { GroupKey } from "./group-key";
import { HeatMap } from "./heat-map";
import { MonthMap } from "./month-map";
import { useWidth } from "./use-width";

const DrawnChart = lazy(() => import("./drawn-chart"));

type ChartViewProps = Omit<ComponentProps<"figure">, "children"> & ChartData;

/** Draws a chart from a result in the room its reserved height gives; a picture with words for those who do not see it. */
export function ChartView({ chart, columns, rows, format, className, ...props }: ChartViewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const height = chartHeight(chart, rows);
  const data = { chart, columns, rows, format };
  const note = chartNote(data);
  if (rows.length === 0) return null;
  return (
    <figure data-slot="chart" data-chart={chart.type} className={cn("@container min-w-0", className)} {...props}>
      <div ref={frame} role="img" aria-label={chartSummary(data)} style={{ minHeight: height }}>
        <ChartBoundary>
          {chart.type === "month-map" ? (
            <MonthMap {...data} chart={chart} />
          ) : chart.type === "heat" ? (
            <HeatMap {...data} chart={chart} />
          ) : (
            <Suspense fallback={null}>
              {width > 0 ? <DrawnChart {...data} width={width} height={height} /> : null}
            </Suspense>
          )}
        </ChartBoundary>
      </div>
      {chart.type === "scatter" ? <GroupKey rows={rows} chart={chart} /> : null}
      {note ? <figcaption className="mt-1 text-faint text-xs">{note}</figcaption> : null}
    </figure>
  );
}
