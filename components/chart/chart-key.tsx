import type { KeyItem, KeyMark } from "./key-items";
import { textWidth } from "./place-labels";

export const OUTLINES = {
  circle: "M8 3.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9",
  diamond: "M8 2.5 12.5 8 8 13.5 3.5 8z",
  triangle: "M8 3.5 13 12H3z",
  square: "M4 4h8v8H4z",
};
const SIZE = 12;
const LINE_HEIGHT = 20;
const SWATCH = 16;
const BETWEEN = 20;

function markWidth(mark: KeyMark): number {
  if (mark.kind === "shape") return 16;
  if (mark.kind === "line") return 24;
  return textWidth(mark.from, SIZE) + 6 + mark.fills.length * SWATCH;
}

interface PlacedItem extends KeyItem {
  x: number;
  line: number;
}

/** Items beside each other, in as many lines as they need. */
function placedItems(items: readonly KeyItem[], width: number): PlacedItem[] {
  let [x, line] = [0, 0];
  return items.map((item) => {
    const note = item.note ? textWidth(item.note, SIZE) + 6 : 0;
    const needs = markWidth(item.mark) + 6 + textWidth(item.label, SIZE) + note;
    if (x > 0 && x + needs > width) [x, line] = [0, line + 1];
    const placed = { ...item, x, line };
    x += needs + BETWEEN;
    return placed;
  });
}

interface ChartKeyProps {
  items: readonly KeyItem[];
  width: number;
}

/** What shapes, dashes and shades mean; a picture like the chart above it, so that both are saved together. */
export function ChartKey({ items, width }: ChartKeyProps) {
  const placed = placedItems(items, width);
  const height = ((placed.at(-1)?.line ?? 0) + 1) * LINE_HEIGHT;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontSize={SIZE}
      aria-hidden="true"
      data-slot="chart-key"
      className="mt-2 block"
    >
      {placed.map(({ mark, label, note, x, line }) => (
        <g key={label} transform={`translate(${x} ${line * LINE_HEIGHT})`}>
          <KeyMarkView mark={mark} />
          <text x={markWidth(mark) + 6} y={10} dy="0.35em" fill="var(--soft)">
            {label}
            {note ? (
              <tspan dx={6} fill="var(--faint)">
                {note}
              </tspan>
            ) : null}
          </text>
        </g>
      ))}
    </svg>
  );
}

function KeyMarkView({ mark }: { mark: KeyMark }) {
  switch (mark.kind) {
    case "shape":
      return <path d={OUTLINES[mark.shape]} transform="translate(0 2)" fill={mark.fill} />;
    case "line":
      return (
        <line
          x1={0}
          x2={24}
          y1={10}
          y2={10}
          stroke={mark.stroke}
          strokeWidth={2.25}
          strokeDasharray={mark.dash ?? "none"}
        />
      );
    case "ramp": {
      const start = textWidth(mark.from, SIZE) + 6;
      return (
        <g>
          <text y={10} dy="0.35em" fill="var(--soft)">
            {mark.from}
          </text>
          {mark.fills.map((fill, step) => (
            <rect key={fill} x={start + step * SWATCH} y={4} width={SWATCH - 1} height={12} fill={fill} />
          ))}
        </g>
      );
    }
  }
}
