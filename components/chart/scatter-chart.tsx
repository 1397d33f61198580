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
import { columnNamed } from "./cell-values";
import type { DrawnProps } from "./chart-props";
import { ChartTip } from "./chart-tip";
import { groupLook } from "./group-look";
import { niceTicks } from "./nice-ticks";
import { cut, textWidth } from "./place-labels";
import { axisScale, placedNames, type ScatterPoint, scatterPoints } from "./scatter-points";

/** Root scales need their ticks closer to zero than linear ones. */
function scaleTicks(values: readonly number[], scale: "sqrt" | "linear"): number[] {
  const high = Math.max(...values, 0) || 1;
  const even = niceTicks(Math.min(0, ...values), high);
  if (scale === "linear") return even;
  const top = even.at(-1) ?? high;
  return [...new Set([0, ...niceTicks(0, top / 10, 1).slice(1, 2), ...even.slice(1)])].sort((a, b) => a - b);
}

/** Products by two measures; the outermost are named, groups differ in shape and colour. */
export function ScatterChart({ chart, columns, rows, format, width, height }: DrawnProps<"scatter">) {
  const points = scatterPoints(rows, chart);
  const groups = [...new Set(points.map((point) => point.group))];
  const xColumn = columnNamed(columns, chart.x);
  const yColumn = columnNamed(columns, chart.y);
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const [xScale, yScale] = [axisScale(xs), axisScale(ys)];
  const [xTicks, yTicks] = [scaleTicks(xs, xScale), scaleTicks(ys, yScale)];
  const left = Math.max(...yTicks.map((tick) => textWidth(format.short(tick, yColumn), 12))) + 14;
  const axis = { axisLine: false, tickLine: false, interval: "equidistantPreserveStart" as const };
  const tick = { fill: "var(--faint)", fontSize: 12 };
  return (
    <Recharts
      width={width}
      height={height}
      margin={{ top: 24, bottom: 20, left: 0, right: 16 }}
      accessibilityLayer={false}
    >
      <CartesianGrid stroke="var(--line)" vertical={false} />
      <XAxis
        type="number"
        dataKey="x"
        scale={xScale}
        ticks={xTicks}
        domain={[xTicks[0] ?? 0, xTicks.at(-1) ?? 1]}
        height={24}
        tick={tick}
        tickFormatter={(value: number) => format.short(value, xColumn)}
        {...axis}
      />
      <YAxis
        type="number"
        dataKey="y"
        scale={yScale}
        ticks={yTicks}
        domain={[yTicks[0] ?? 0, yTicks.at(-1) ?? 1]}
        width={left}
        tick={tick}
        tickFormatter={(value: number) => format.short(value, yColumn)}
        {...axis}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={false}
        content={({ active, payload }) => {
          const [x, y] = [payload[0]?.value, payload[1]?.value];
          const point = active ? points.find((candidate) => candidate.x === x && candidate.y === y) : undefined;
          if (!point) return null;
          return (
            <ChartTip
              title={point.label}
              lines={[
                { label: xColumn.label, text: format.value(point.x, xColumn) },
                { label: yColumn.label, text: format.value(point.y, yColumn) },
              ]}
            />
          );
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
      <PointNames points={points} xLabel={xColumn.label} yLabel={yColumn.label} />
    </Recharts>
  );
}

function PointNames({ points, xLabel, yLabel }: { points: readonly ScatterPoint[]; xLabel: string; yLabel: string }) {
  const plot = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!plot || !x || !y) return null;
  const pixels = points.map((point) => ({ label: point.label, x: x(point.x) ?? 0, y: y(point.y) ?? 0 }));
  const names = placedNames(pixels, plot, plot.width > 480 ? 10 : 5);
  return (
    <g fontSize={12}>
      <text x={plot.x} y={12} fill="var(--soft)">
        {`↑ ${yLabel}`}
      </text>
      <text x={plot.x + plot.width} y={plot.y + plot.height + 38} textAnchor="end" fill="var(--soft)">
        {`${xLabel} →`}
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
          {cut(points[name.index]?.label ?? "", 28 * 6.5, 12)}
        </text>
      ))}
    </g>
  );
}
