import { usePlotArea, useXAxisScale, useYAxisScale } from "recharts";
import type { Column } from "@/lib/query/column";
import type { Format } from "@/lib/query/format";
import { OUTLINES } from "./chart-key";
import { lineLook } from "./line-look";
import type { Lines } from "./lines-of";
import { Marker } from "./marker";
import { cut, placeLabels, textWidth } from "./place-labels";

interface LineEnd {
  /** Of the line. */
  index: number;
  at: number;
  value: number;
  text: string;
}

/** Narrower than this, names stand without their last value. */
const NARROW = 480;

/** The last point of each line with its name and value; those without a point have no end. */
export function lineEnds({ places, lines }: Lines, column: Column, format: Format, width: number): LineEnd[] {
  return lines.flatMap(({ name, values }, index) => {
    const last = values.findLastIndex((value) => value !== null);
    const [value, place] = [values[last] ?? null, places[last]];
    if (value === null || !place) return [];
    const short = format.short(value, column);
    if (name === null) return [{ index, at: place.at, value, text: short }];
    if (width < NARROW) return [{ index, at: place.at, value, text: cut(name, width * 0.26, 12.5) }];
    const room = width * 0.26 - textWidth(short, 12.5);
    return [{ index, at: place.at, value, text: `${cut(name, Math.max(40, room), 12.5)} ${short}` }];
  });
}

interface LineEndsProps {
  ends: readonly LineEnd[];
  /** What is measured, and along what where the axis does not say it itself. */
  value: string;
  across: string | null;
  /** The place that is read. */
  read: { at: number; values: readonly { line: string; value: number }[] } | null;
}

/** Lines are named beside their ends, apart from each other; a shape belongs to each. */
export function LineEnds({ ends, value, across, read }: LineEndsProps) {
  const plot = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!plot || !x || !y) return null;
  const right = plot.x + plot.width;
  const centres = ends.map((end) => y(end.value) ?? plot.y);
  const gutter = placeLabels(centres, 16, plot.y, plot.y + plot.height);
  return (
    <g fontSize={12.5}>
      <text x={plot.x} y={12} fill="var(--soft)" fontSize={12}>
        {cut(`↑ ${value}`, plot.width, 12)}
      </text>
      {across === null ? null : (
        <text x={right} y={plot.y + plot.height + 38} textAnchor="end" fill="var(--soft)" fontSize={12}>
          {cut(`${across} →`, plot.width / 2, 12)}
        </text>
      )}
      {read?.values.map((point) => (
        <Marker key={point.line} x={(x(read.at) ?? 0) - 7} y={(y(point.value) ?? 0) - 7} width={14} height={14} round />
      ))}
      {ends.map((end, place) => {
        const { stroke, shape, dash } = lineLook(end.index);
        const fill = dash ? "var(--paper)" : stroke;
        const from = { x: x(end.at) ?? right, y: centres[place] ?? 0 };
        const beside = gutter[place] ?? 0;
        return (
          <g key={end.index}>
            <path
              d={`M${from.x + 5} ${from.y}L${right + 10} ${beside}`}
              fill="none"
              stroke="var(--ghost)"
              strokeWidth={Math.abs(from.y - beside) > 2 || right - from.x > 12 ? 1 : 0}
            />
            <path
              d={OUTLINES[shape]}
              transform={`translate(${from.x - 8} ${from.y - 8})`}
              fill={stroke}
              stroke="var(--paper)"
            />
            {ends.length > 1 ? (
              <path
                d={OUTLINES[shape]}
                transform={`translate(${right + 9} ${beside - 8})`}
                fill={fill}
                stroke={stroke}
              />
            ) : null}
            <text x={right + (ends.length > 1 ? 28 : 12)} y={beside} dy="0.35em" fill="var(--ink)" fontWeight={500}>
              {end.text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
