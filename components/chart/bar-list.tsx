import { Bar, BarChart, Cell, usePlotArea, useXAxisScale, XAxis, YAxis } from "recharts";
import { cut, textWidth } from "./place-labels";

export interface BarItem {
  label: string;
  value: number;
  /** What stands beside the bar. */
  text: string;
  /** A fainter second word beside it. */
  note?: string;
  fill?: string;
}

interface BarListProps {
  items: readonly BarItem[];
  width: number;
  height: number;
}

/** Names on the left, bars, values beside them; nothing else. */
export function BarList({ items, width, height }: BarListProps) {
  const names = Math.min(width * 0.4, Math.max(...items.map((item) => textWidth(item.label))) * 1.06 + 6);
  const texts = Math.max(...items.map((item) => textWidth(item.text) + (item.note ? textWidth(item.note) + 8 : 0)));
  const low = Math.min(0, ...items.map((item) => item.value));
  const high = Math.max(0, ...items.map((item) => item.value));
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={height}
      data={items.map((item, index) => ({ index, value: item.value }))}
      margin={{ top: 0, bottom: 0, left: names + 10, right: texts + 14 }}
      barSize={15}
      accessibilityLayer={false}
    >
      <XAxis type="number" hide domain={[low, high === low ? 1 : high]} />
      <YAxis type="category" dataKey="index" hide />
      <Bar dataKey="value" radius={[0, 2, 2, 0]} isAnimationActive={false}>
        {items.map((item) => (
          <Cell key={item.label + item.text} fill={item.fill ?? "var(--series-1)"} />
        ))}
      </Bar>
      <BarTexts items={items} names={names} />
    </BarChart>
  );
}

function BarTexts({ items, names }: { items: readonly BarItem[]; names: number }) {
  const plot = usePlotArea();
  const scale = useXAxisScale();
  if (!plot || !scale) return null;
  const step = plot.height / items.length;
  return (
    <g fontSize={13}>
      {items.map((item, index) => {
        const y = plot.y + (index + 0.5) * step;
        const end = scale(Math.max(0, item.value)) ?? plot.x;
        return (
          <g key={item.label + item.text}>
            <text x={plot.x - 10} y={y} dy="0.35em" textAnchor="end" fill="var(--ink)" fontWeight={450}>
              <title>{item.label}</title>
              {cut(item.label, names)}
            </text>
            <text x={end + 9} y={y} dy="0.35em" fill="var(--soft)">
              {item.text}
              {item.note ? (
                <tspan dx={8} fill="var(--faint)" fontSize={12}>
                  {item.note}
                </tspan>
              ) : null}
            </text>
          </g>
        );
      })}
    </g>
  );
}
