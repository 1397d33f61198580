import { Bar, BarChart, Cell, usePlotArea, useXAxisScale, XAxis, YAxis } from "recharts";
import type { BarItem } from "./bar-items";
import type { Drawing } from "./chart-props";
import { ROW_HEIGHT } from "./chart-size";
import { Marker } from "./marker";
import { cut, textWidth } from "./place-labels";

interface BarListProps extends Drawing {
  items: readonly BarItem[];
}

/** Pixels of a text and the fainter one behind it. */
function besideWidth({ text, note }: BarItem): number {
  return textWidth(text) + (note ? textWidth(note, 12) + 10 : 0);
}

/** A bar needs this much; notes go first where they leave less. */
const LEAST_BAR = 72;

/** Names on the left, bars, values beside them; nothing else. */
export function BarList({ items: given, width, height, active }: BarListProps) {
  const named = given.filter(({ head }) => !head);
  const names = Math.min(width * 0.4, Math.max(...named.map((item) => textWidth(item.label))) + 2);
  const room = width - names - 29 - LEAST_BAR;
  const noted = Math.max(...given.map(besideWidth)) <= room;
  const items = noted ? given : given.map(({ note: _, ...item }) => item);
  const texts = Math.max(...items.map(besideWidth));
  const low = Math.min(0, ...items.map((item) => item.value));
  const high = Math.max(0, ...items.map((item) => item.value));
  return (
    <BarChart
      layout="vertical"
      width={width}
      height={height}
      data={items.map(({ index, value }) => ({ index, value }))}
      margin={{ top: 0, bottom: 0, left: names + 15, right: texts + 14 }}
      barSize={given.length * ROW_HEIGHT > height ? 12 : 15}
      accessibilityLayer={false}
    >
      <XAxis type="number" hide domain={[low, high === low ? 1 : high]} />
      <YAxis type="category" dataKey="index" hide />
      <Bar dataKey="value" radius={[0, 2, 2, 0]} isAnimationActive={false}>
        {items.map((item) => (
          <Cell key={item.index} fill={item.fill ?? "var(--series-1)"} />
        ))}
      </Bar>
      <BarTexts items={items} names={names} width={width} active={active} />
    </BarChart>
  );
}

interface BarTextsProps extends Pick<Drawing, "width" | "active"> {
  items: readonly BarItem[];
  names: number;
}

function BarTexts({ items, names, width, active }: BarTextsProps) {
  const plot = usePlotArea();
  const scale = useXAxisScale();
  if (!plot || !scale) return null;
  const step = plot.height / items.length;
  const read = active === null ? undefined : items.filter(({ head }) => !head)[active];
  return (
    <g fontSize={13}>
      {read ? <Marker x={1} y={plot.y + read.index * step + 3} width={width - 2} height={step - 6} /> : null}
      {items.map((item) => {
        const y = plot.y + (item.index + 0.5) * step;
        const end = scale(Math.max(0, item.value)) ?? plot.x;
        if (item.head) return <BarHead key={item.index} item={item} y={y} width={width} />;
        return (
          <g key={item.index}>
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

/** What the bars below it are of, from the left edge. */
function BarHead({ item, y, width }: { item: BarItem; y: number; width: number }) {
  return (
    <text x={1} y={y} dy="0.45em" fill="var(--ink)" fontWeight={600}>
      <title>{item.label}</title>
      {cut(item.label, width - 8)}
    </text>
  );
}
