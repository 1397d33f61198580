import { Bar, Cell, ComposedChart, Line, usePlotArea, XAxis, YAxis } from "recharts";
import type { DrawnProps } from "./chart-props";
import { Marker } from "./marker";
import { type ParetoRow, paretoRows } from "./pareto-rows";
import { cut, textWidth } from "./place-labels";

const HEAD = 22;
/** From the dots of the line to the running shares, and from these to the classes. */
const BEFORE_SHARE = 12;
const BEFORE_CLASS = 20;
const GROUP_FILL: Readonly<Record<string, string>> = {
  A: "var(--series-1)",
  B: "color-mix(in srgb, var(--series-1) 55%, var(--ghost))",
  C: "var(--ghost)",
};

/**
 * Pareto lying down, so that names stay readable and the order is the table's: bars by size, the running share as a
 * line to the right edge (100%). The rest is not a bar: it would dwarf the products.
 */
export function ParetoChart({ width, height, active, ...given }: DrawnProps<"pareto">) {
  const data = paretoRows(given);
  const names = Math.min(width * 0.38, Math.max(...data.map((row) => textWidth(row.label))) + 2);
  const shares = BEFORE_SHARE + Math.max(0, ...data.map((row) => textWidth(row.text)));
  const high = Math.max(...data.map((row) => row.value ?? 0), 0) || 1;
  return (
    <ComposedChart
      layout="vertical"
      width={width}
      height={height}
      data={data}
      margin={{ top: HEAD, bottom: 4, left: names + 10, right: shares + BEFORE_CLASS }}
      barSize={13}
      accessibilityLayer={false}
    >
      <XAxis xAxisId="value" type="number" hide domain={[Math.min(0, ...data.map((row) => row.value ?? 0)), high]} />
      <XAxis xAxisId="share" type="number" hide domain={[0, 1]} />
      <YAxis type="category" dataKey="index" hide />
      <ParetoTexts data={data} names={names} shares={shares} active={active} />
      <Bar xAxisId="value" dataKey="value" radius={[0, 2, 2, 0]} isAnimationActive={false}>
        {data.map((row) => (
          <Cell key={row.index} fill={GROUP_FILL[row.group] ?? "var(--series-1)"} />
        ))}
      </Bar>
      <Line
        xAxisId="share"
        dataKey="cumulative"
        type="linear"
        stroke="var(--series-2)"
        strokeWidth={2}
        dot={{ r: 2.5, fill: "var(--paper)", stroke: "var(--series-2)", strokeWidth: 1.5 }}
        activeDot={false}
        isAnimationActive={false}
      />
    </ComposedChart>
  );
}

interface ParetoTextsProps {
  data: readonly ParetoRow[];
  names: number;
  /** Pixels from the plot to the end of the running shares. */
  shares: number;
  active: number | null;
}

/** Names, running shares, and a hairline with its letter where a class ends. */
function ParetoTexts({ data, names, shares, active }: ParetoTextsProps) {
  const plot = usePlotArea();
  if (!plot) return null;
  const step = plot.height / data.length;
  const right = plot.x + plot.width;
  const end = right + shares + BEFORE_CLASS;
  return (
    <g fontSize={13}>
      <text x={end} y={12} textAnchor="end" fill="var(--faint)" fontSize={12}>
        running share, class
      </text>
      {[0.5, 1].map((share) => (
        <line
          key={share}
          x1={plot.x + plot.width * share}
          x2={plot.x + plot.width * share}
          y1={plot.y}
          y2={plot.y + plot.height}
          stroke="var(--line)"
        />
      ))}
      {active === null ? null : <Marker x={1} y={plot.y + active * step + 1} width={end - 2} height={step - 2} />}
      {data.map((row, index) => {
        const y = plot.y + (index + 0.5) * step;
        const before = data[index - 1];
        const opens = before !== undefined && !row.rest && before.group !== row.group;
        return (
          <g key={row.index}>
            {opens ? (
              <line
                x1={plot.x}
                x2={end}
                y1={y - step / 2}
                y2={y - step / 2}
                stroke="var(--edge)"
                strokeDasharray="2 3"
              />
            ) : null}
            {(opens || index === 0) && !row.rest ? (
              <text x={end} y={y} dy="0.35em" textAnchor="end" fill="var(--ink)" fontWeight={600}>
                {row.group}
              </text>
            ) : null}
            <text
              x={plot.x - 10}
              y={y}
              dy="0.35em"
              textAnchor="end"
              fill={row.rest ? "var(--faint)" : "var(--ink)"}
              fontWeight={450}
            >
              <title>{row.label}</title>
              {cut(row.label, names)}
            </text>
            <text x={right + shares} y={y} dy="0.35em" textAnchor="end" fill="var(--soft)">
              {row.text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
