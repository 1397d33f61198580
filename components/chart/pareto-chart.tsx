import { Bar, Cell, ComposedChart, Line, usePlotArea, XAxis, YAxis } from "recharts";
import { columnNamed, numberAt, textAt } from "./cell-values";
import type { DrawnProps } from "./chart-props";
import { MOST_PARETO_ROWS } from "./chart-size";
import { cut, textWidth } from "./place-labels";

const HEAD = 22;
const RIGHT = 78;
const SHARE_RIGHT = 58;
const GROUP_FILL: Readonly<Record<string, string>> = {
  A: "var(--series-1)",
  B: "color-mix(in srgb, var(--series-1) 55%, var(--ghost))",
  C: "var(--ghost)",
};

interface ParetoRow {
  index: number;
  label: string;
  value: number | null;
  cumulative: number | null;
  text: string;
  group: string;
  rest: boolean;
}

/**
 * Pareto lying down, so that names stay readable and the order is the table's: bars by size, the running share as a
 * line to the right edge (100%). The rest is not a bar: it would dwarf the products.
 */
export function ParetoChart({ chart, columns, rows, format, width, height }: DrawnProps<"pareto">) {
  const column = columnNamed(columns, chart.cumulative);
  const rest = rows.filter((row) => row[chart.rest] === true);
  const products = rows.filter((row) => row[chart.rest] !== true).slice(0, MOST_PARETO_ROWS - rest.length);
  const data = [...products, ...rest].map((row, index): ParetoRow => {
    const cumulative = numberAt(row, chart.cumulative);
    return {
      index,
      label: textAt(row, chart.label),
      value: row[chart.rest] === true ? null : numberAt(row, chart.value),
      cumulative,
      text: cumulative === null ? "" : format.value(cumulative, column),
      group: textAt(row, chart.group),
      rest: row[chart.rest] === true,
    };
  });
  const names = Math.min(width * 0.38, Math.max(...data.map((row) => textWidth(row.label))) + 4);
  const high = Math.max(...data.map((row) => row.value ?? 0), 0) || 1;
  return (
    <ComposedChart
      layout="vertical"
      width={width}
      height={height}
      data={data}
      margin={{ top: HEAD, bottom: 4, left: names + 10, right: RIGHT }}
      barSize={13}
      accessibilityLayer={false}
    >
      <XAxis xAxisId="value" type="number" hide domain={[Math.min(0, ...data.map((row) => row.value ?? 0)), high]} />
      <XAxis xAxisId="share" type="number" hide domain={[0, 1]} />
      <YAxis type="category" dataKey="index" hide />
      <ParetoTexts data={data} names={names} />
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

/** Names, running shares, and a hairline with its letter where a class ends. */
function ParetoTexts({ data, names }: { data: readonly ParetoRow[]; names: number }) {
  const plot = usePlotArea();
  if (!plot) return null;
  const step = plot.height / data.length;
  const right = plot.x + plot.width;
  return (
    <g fontSize={13}>
      <text x={right + RIGHT} y={12} textAnchor="end" fill="var(--faint)" fontSize={12}>
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
      {data.map((row, index) => {
        const y = plot.y + (index + 0.5) * step;
        const before = data[index - 1];
        const opens = before !== undefined && !row.rest && before.group !== row.group;
        return (
          <g key={row.index}>
            {opens ? (
              <line
                x1={plot.x}
                x2={right + RIGHT}
                y1={y - step / 2}
                y2={y - step / 2}
                stroke="var(--edge)"
                strokeDasharray="2 3"
              />
            ) : null}
            {(opens || index === 0) && !row.rest ? (
              <text x={right + RIGHT} y={y} dy="0.35em" textAnchor="end" fill="var(--ink)" fontWeight={600}>
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
            <text x={right + SHARE_RIGHT} y={y} dy="0.35em" textAnchor="end" fill="var(--soft)">
              {row.text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
