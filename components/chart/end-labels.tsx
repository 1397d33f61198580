import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import type { Column } from "@/lib/query/column";
import type { Format } from "@/lib/query/format";
import type { DrawnProps } from "./chart-props";
import type { LinePoint } from "./line-points";
import { Marker } from "./marker";
import { type Grain, periodLabel } from "./period-label";
import { placeLabels } from "./place-labels";

export interface EndLabel {
  index: number;
  value: number;
  text: string;
  tone: "main" | "open" | "ghost";
}

/** What stands at the ends: the last complete period with its value, the open one, and the comparison. */
export function endLabels(
  points: readonly LinePoint[],
  column: Column,
  grain: Grain,
  format: Format,
  { against, open: openWord = "so far" }: DrawnProps<"line">["chart"],
): EndLabel[] {
  const name = (point: LinePoint) => periodLabel(point.day, grain, format.locale, false);
  const labels: EndLabel[] = [];
  const ghost = points.findLast((point) => point.ghost !== null);
  if (ghost && ghost.ghost !== null) {
    labels.push({ index: ghost.index, value: ghost.ghost, text: against, tone: "ghost" });
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

/** The labels beside the ends of the lines, apart from each other, and the ring around the point that is read. */
export function EndLabels({ labels, read }: { labels: readonly EndLabel[]; read: LinePoint | undefined }) {
  const plot = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!plot || !x || !y) return null;
  const right = plot.x + plot.width;
  const centres = labels.map((label) => y(label.value) ?? plot.y);
  const gutter = placeLabels(centres, 16, plot.y, plot.y + plot.height);
  const readAt = read?.value ?? read?.ghost ?? null;
  return (
    <g fontSize={12.5}>
      {read && readAt !== null ? (
        <Marker x={(x(read.index) ?? 0) - 8} y={(y(readAt) ?? 0) - 8} width={16} height={16} round />
      ) : null}
      {labels.map((label, index) => (
        <g key={label.tone}>
          {label.tone === "main" ? (
            <circle cx={x(label.index)} cy={centres[index]} r={4} fill="var(--series-1)" stroke="var(--paper)" />
          ) : null}
          <text x={right + 8} y={gutter[index]} dy="0.35em" {...TONES[label.tone]}>
            {label.text}
          </text>
        </g>
      ))}
    </g>
  );
}
