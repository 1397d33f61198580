import { CartesianGrid, Line, LineChart as Recharts, Tooltip, XAxis, YAxis } from "recharts";
import { ALONG_LINES, valueAxis } from "./axis-look";
import { columnNamed } from "./cell-values";
import { chartPoints } from "./chart-points";
import type { DrawnProps } from "./chart-props";
import { ChartTip } from "./chart-tip";
import { EndLabels, endLabels } from "./end-labels";
import { DASH } from "./key-items";
import { type LinePoint, linePoints } from "./line-points";
import { axisTicks, tickTexts } from "./nice-ticks";
import { type Grain, periodLabel, toGrain } from "./period-label";
import { textWidth, tickStep } from "./place-labels";

/** Narrower than this, the ghost is named by the key alone. */
const NARROW = 480;

/** A line over time: the year before in the ghost colour, incomplete periods dashed, ends labelled directly. */
export function LineChart({ chart, columns, rows, format, width, height, active }: DrawnProps<"line">) {
  const column = columnNamed(columns, chart.value);
  const grain = toGrain(chart.grain);
  const points = linePoints(rows, chart);
  const said = chartPoints({ chart, columns, rows, format }).points;
  const values = points.flatMap((point) => [point.value, point.ghost]).filter((value) => value !== null);
  const ticks = axisTicks(values);
  const yAxis = valueAxis(ticks, tickTexts(ticks, column, format));
  const labels = endLabels(points, column, grain, format, chart).filter(
    (label) => width >= NARROW || label.tone !== "ghost",
  );
  const right = Math.max(40, ...labels.map((label) => textWidth(label.text, 12.5) + 14));
  const dated = points.map((point) => textWidth(periodLabel(point.day, grain, format.locale, grain !== "day"), 12));
  const step = tickStep(points.length, width - yAxis.width - right, Math.max(0, ...dated) + 6);
  const xTicks = points.filter((point) => (points.length - 1 - point.index) % step === 0);
  return (
    <Recharts
      width={width}
      height={height}
      data={points}
      margin={{ top: 24, bottom: 4, left: 0, right }}
      accessibilityLayer={false}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <XAxis
        {...ALONG_LINES}
        dataKey="index"
        domain={[0, Math.max(1, points.length - 1)]}
        ticks={xTicks.map((point) => point.index)}
        interval={0}
        tickFormatter={(index: number) => xLabel(points, xTicks, index, grain, format.locale)}
      />
      <YAxis {...yAxis} interval={0} />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: "var(--edge)", strokeDasharray: "2 3" }}
        content={({ active: shown, label }) => {
          const point = shown ? said[Number(label)] : undefined;
          return point ? <ChartTip {...point} /> : null;
        }}
      />
      <Line
        dataKey="ghost"
        type="linear"
        stroke="var(--ghost)"
        strokeWidth={2}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="dashed"
        type="linear"
        stroke="var(--series-1)"
        strokeWidth={2.25}
        strokeDasharray={DASH}
        dot={false}
        activeDot={false}
        isAnimationActive={false}
      />
      <Line
        dataKey="solid"
        type="linear"
        stroke="var(--series-1)"
        strokeWidth={2.25}
        dot={points.length <= 2 ? { r: 4, fill: "var(--series-1)" } : false}
        activeDot={{ r: 4, fill: "var(--series-1)", stroke: "var(--paper)" }}
        isAnimationActive={false}
      />
      <EndLabels labels={labels} read={active === null ? undefined : points[active]} />
    </Recharts>
  );
}

/** The year is said once: at the first tick and where it changes. */
function xLabel(
  points: readonly LinePoint[],
  ticks: readonly LinePoint[],
  index: number,
  grain: Grain,
  locale: string,
) {
  const point = points[index];
  if (!point) return "";
  const before = ticks[ticks.findIndex((tick) => tick.index === index) - 1];
  const newYear = before === undefined || before.day.slice(0, 4) !== point.day.slice(0, 4);
  return periodLabel(point.day, grain, locale, newYear && grain !== "day" && grain !== "week");
}
