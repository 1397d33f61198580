import {
  CartesianGrid,
  Line,
  LineChart as Recharts,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from "recharts";
import type { Column } from "@/lib/query/column";
import type { Format } from "@/lib/query/format";
import { columnNamed, labelDigits } from "./cell-values";
import type { DrawnProps } from "./chart-props";
import { ChartTip } from "./chart-tip";
import { type LinePoint, linePoints } from "./line-points";
import { axisTicks } from "./nice-ticks";
import { type Grain, periodLabel, toGrain } from "./period-label";
import { placeLabels, textWidth, tickStep } from "./place-labels";

/** A line over time: the year before in the ghost colour, incomplete periods dashed, ends labelled directly. */
export function LineChart({ chart, columns, rows, format, width, height }: DrawnProps<"line">) {
  const column = columnNamed(columns, chart.value);
  const grain = toGrain(chart.grain);
  const points = linePoints(rows, chart);
  const values = points.flatMap((point) => [point.value, point.ghost]).filter((value) => value !== null);
  const digits = labelDigits(column, values);
  const ticks = axisTicks(values.length > 0 ? values : [0, 1]);
  const labels = endLabels(points, column, grain, format, chart.open ?? "so far");
  const left = Math.max(...ticks.map((tick) => textWidth(format.short(tick, column), 12))) + 14;
  const right = Math.max(40, ...labels.map((label) => textWidth(label.text, 12.5) + 14));
  const step = tickStep(points.length, width - left - right, grain === "day" || grain === "week" ? 62 : 54);
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
        type="number"
        dataKey="index"
        domain={[0, Math.max(1, points.length - 1)]}
        ticks={xTicks.map((point) => point.index)}
        interval={0}
        padding={{ left: 10, right: 6 }}
        axisLine={false}
        tickLine={false}
        height={26}
        tick={{ fill: "var(--faint)", fontSize: 12 }}
        tickFormatter={(index: number) => xLabel(points, xTicks, index, grain, format.locale)}
      />
      <YAxis
        ticks={ticks}
        domain={[ticks[0] ?? 0, ticks.at(-1) ?? 1]}
        interval={0}
        width={left}
        axisLine={false}
        tickLine={false}
        tick={{ fill: "var(--faint)", fontSize: 12 }}
        tickFormatter={(value: number) => format.short(value, column)}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: "var(--edge)", strokeDasharray: "2 3" }}
        content={({ active, label }) => {
          const point = active ? points[Number(label)] : undefined;
          return point ? (
            <PointTip
              point={point}
              column={column}
              digits={digits}
              grain={grain}
              format={format}
              open={chart.open ?? "not complete"}
            />
          ) : null;
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
        strokeDasharray="4 5"
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
      <EndLabels labels={labels} />
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

interface EndLabel {
  index: number;
  value: number;
  text: string;
  tone: "main" | "open" | "ghost";
}

/** What stands at the ends: the last complete period with its value, the open one, and the comparison. */
function endLabels(
  points: readonly LinePoint[],
  column: Column,
  grain: Grain,
  format: Format,
  openWord: string,
): EndLabel[] {
  const name = (point: LinePoint) => periodLabel(point.day, grain, format.locale, false);
  const labels: EndLabel[] = [];
  const ghost = points.findLast((point) => point.ghost !== null);
  if (ghost && ghost.ghost !== null) {
    labels.push({ index: ghost.index, value: ghost.ghost, text: "a year before", tone: "ghost" });
  }
  const open = points.at(-1);
  if (open && !open.complete && open.value !== null) {
    labels.push({ index: open.index, value: open.value, text: `${name(open)} ${openWord}`, tone: "open" });
  }
  const last = points.findLast((point) => point.complete && point.value !== null);
  if (last && last.value !== null) {
    const text = `${name(last)} ${format.short(last.value, column)}`;
    labels.push({ index: last.index, value: last.value, text, tone: "main" });
  }
  return labels;
}

const TONES = {
  main: { fill: "var(--ink)", fontWeight: 600 },
  open: { fill: "var(--soft)", fontWeight: 450 },
  ghost: { fill: "var(--faint)", fontWeight: 400 },
};

function EndLabels({ labels }: { labels: readonly EndLabel[] }) {
  const plot = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!plot || !x || !y) return null;
  const right = plot.x + plot.width;
  const centres = labels.map((label) => y(label.value) ?? plot.y);
  const open = labels.some((label) => label.tone === "open");
  const atPoint = (label: EndLabel) => label.tone === "main" && open;
  const beside = labels.filter((label) => !atPoint(label));
  const gutter = placeLabels(
    beside.map((label) => y(label.value) ?? plot.y),
    16,
    plot.y,
    plot.y + plot.height,
  );
  return (
    <g fontSize={12.5}>
      {labels.map((label, index) => (
        <g key={label.tone}>
          {label.tone === "main" ? (
            <circle cx={x(label.index)} cy={centres[index]} r={4} fill="var(--series-1)" stroke="var(--paper)" />
          ) : null}
          {atPoint(label) ? (
            <text
              x={x(label.index)}
              y={Math.max(plot.y, (centres[index] ?? plot.y) - 14)}
              textAnchor="middle"
              stroke="var(--paper)"
              strokeWidth={4}
              paintOrder="stroke"
              {...TONES.main}
            >
              {label.text}
            </text>
          ) : (
            <text x={right + 8} y={gutter[beside.indexOf(label)]} dy="0.35em" {...TONES[label.tone]}>
              {label.text}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

interface PointTipProps {
  point: LinePoint;
  column: Column;
  digits: number | undefined;
  grain: Grain;
  format: Format;
  open: string;
}

function PointTip({ point, column, digits, grain, format, open }: PointTipProps) {
  const value = (number: number | null) => (number === null ? "unknown" : format.value(number, column, digits));
  const title = periodLabel(point.day, grain, format.locale, true);
  return (
    <ChartTip
      title={point.complete ? title : `${title}, ${open}`}
      lines={[
        { label: column.label, text: value(point.value) },
        ...(point.ghost === null ? [] : [{ label: "A year before", text: value(point.ghost) }]),
      ]}
    />
  );
}
