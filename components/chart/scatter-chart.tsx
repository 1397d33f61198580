import {
  CartesianGrid,
  ScatterChart as Recharts,
  Scatter,
  Tooltip,
  usePlotArea,
  useXAxisScale,
  useYAxisScale,
  XAxis,
  YAxis,
} from "recharts";
import { AXIS_LOOK, valueAxis } from "./axis-look";
import { columnNamed } from "./cell-values";
import { chartPoints } from "./chart-points";
import type { DrawnProps } from "./chart-props";
import { ChartTip } from "./chart-tip";
import { groupLook } from "./group-look";
import { Marker } from "./marker";
import { axisTicks, niceTicks, tickTexts } from "./nice-ticks";
import { cut, textWidth } from "./place-labels";
import { placedNames } from "./placed-names";
import { alongX, axisScale, type ScatterPoint, scatterPoints } from "./scatter-points";

/** Root scales need their ticks closer to zero than linear ones. */
function scaleTicks(values: readonly number[], scale: "sqrt" | "linear"): number[] {
  const high = Math.max(...values, 0) || 1;
  if (scale === "linear") return axisTicks(values);
  const even = niceTicks(0, high);
  const top = even.at(-1) ?? high;
  return [...new Set([0, ...niceTicks(0, top / 10, 1).slice(1, 2), ...even.slice(1)])].sort((a, b) => a - b);
}

/** Products by two measures; the outermost are named, groups differ in shape and colour. */
export function ScatterChart({ chart, columns, rows, format, width, height, active }: DrawnProps<"scatter">) {
  const points = scatterPoints(rows, chart);
  const read = alongX(points);
  const said = chartPoints({ chart, columns, rows, format }).points;
  const groups = [...new Set(points.map((point) => point.group))];
  const xColumn = columnNamed(columns, chart.x);
  const yColumn = columnNamed(columns, chart.y);
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [xScale, yScale] = [axisScale(xs), axisScale(ys)];
  const [xTicks, yTicks] = [scaleTicks(xs, xScale), scaleTicks(ys, yScale)];
  const xText = tickTexts(xTicks, xColumn, format);
  const right = Math.max(16, textWidth(xText(xTicks.at(-1) ?? 0), 12) / 2 + 2);
  return (
    <Recharts width={width} height={height} margin={{ top: 24, bottom: 20, left: 0, right }} accessibilityLayer={false}>
      <CartesianGrid stroke="var(--line)" vertical={false} />
      <XAxis
        {...AXIS_LOOK}
        type="number"
        dataKey="x"
        scale={xScale}
        ticks={xTicks}
        domain={[xTicks[0] ?? 0, xTicks.at(-1) ?? 1]}
        height={24}
        interval="equidistantPreserveStart"
        tickFormatter={xText}
      />
      <YAxis
        {...valueAxis(yTicks, tickTexts(yTicks, yColumn, format))}
        type="number"
        dataKey="y"
        scale={yScale}
        interval="equidistantPreserveStart"
      />
      <Tooltip
        isAnimationActive={false}
        cursor={false}
        content={({ active: shown, payload }) => {
          const hit: ScatterPoint | undefined = payload[0]?.payload;
          const point = shown && hit ? said[read.indexOf(hit)] : undefined;
          return point ? <ChartTip {...point} /> : null;
        }}
      />
      {groups.map((group, index) => (
        <Scatter
          key={group}
          data={points.filter((point) => point.group === group)}
          shape={groupLook(index).shape}
          fill={groupLook(index).fill}
          fillOpacity={0.85}
          isAnimationActive={false}
        />
      ))}
      <PointNames
        points={points}
        xLabel={xColumn.label}
        yLabel={yColumn.label}
        read={active === null ? undefined : read[active]}
      />
    </Recharts>
  );
}

interface PointNamesProps {
  points: readonly ScatterPoint[];
  xLabel: string;
  yLabel: string;
  read: ScatterPoint | undefined;
}

function PointNames({ points, xLabel, yLabel, read }: PointNamesProps) {
  const plot = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!plot || !x || !y) return null;
  const pixels = points.map((point) => ({ label: point.label, x: x(point.x) ?? 0, y: y(point.y) ?? 0 }));
  const names = placedNames(pixels, plot, plot.width > 480 ? 12 : 5);
  return (
    <g fontSize={12}>
      <text x={plot.x} y={12} fill="var(--soft)">
        {cut(`↑ ${yLabel}`, plot.width / 2, 12)}
      </text>
      <text x={plot.x + plot.width} y={plot.y + plot.height + 38} textAnchor="end" fill="var(--soft)">
        {cut(`${xLabel} →`, plot.width / 2, 12)}
      </text>
      {names.map((name) => (
        <text
          key={name.index}
          x={name.x}
          y={name.y}
          dy="0.35em"
          textAnchor={name.anchor}
          fill="var(--ink)"
          stroke="var(--paper)"
          strokeWidth={3}
          paintOrder="stroke"
        >
          {name.text}
        </text>
      ))}
      {read ? <Marker x={(x(read.x) ?? 0) - 8} y={(y(read.y) ?? 0) - 8} width={16} height={16} round /> : null}
    </g>
  );
}
