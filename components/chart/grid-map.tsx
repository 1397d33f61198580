import type { DrawnProps } from "./chart-props";
import { MAP_HEAD, MAP_ROW_HEIGHT } from "./chart-size";
import { mapCells } from "./map-cells";
import { Marker } from "./marker";
import { cut, textWidth, tickStep } from "./place-labels";

/** Wider than this, a cell of few columns looks like a table. */
const WIDEST_CELL = 92;
const GAP = 1;

/** A map of values: a row a line of the result, a column a value; figures where they have room, else the colour alone. */
export function GridMap({ width, height, active, ...data }: DrawnProps<"heat" | "month-map" | "triangle">) {
  const { heads, rows, over } = mapCells(data);
  const notes = Math.max(0, ...rows.map((row) => (row.note ? textWidth(row.note, 12) + 10 : 0)));
  const labels = Math.max(...rows.map((row) => textWidth(row.label)));
  const left = Math.min(width * (width < 480 ? 0.36 : 0.3), labels + notes + 15);
  const wide = Math.min(WIDEST_CELL, (width - left) / heads.length);
  const fits = (texts: readonly string[], size: number) =>
    Math.max(...texts.map((text) => textWidth(text, size))) + 4 <= wide;
  const texts = rows.flatMap((row) => row.cells.map((cell) => cell.text));
  const figures = fits(texts, 12);
  const long = fits(
    heads.map((head) => head.label),
    12,
  );
  const step = long
    ? 1
    : tickStep(heads.length, wide * heads.length, Math.max(...heads.map(({ short }) => textWidth(short, 12))) + 3);
  const top = over ? MAP_HEAD * 2 - 8 : MAP_HEAD;
  const x = (column: number) => left + column * wide;
  const y = (row: number) => top + row * MAP_ROW_HEIGHT;
  const across = heads.length;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} fontSize={13} aria-hidden="true">
      {over ? (
        <text x={left} y={12} fill="var(--soft)" fontSize={12}>
          {cut(`${over} →`, width - left, 12)}
        </text>
      ) : null}
      {heads.map((head, column) =>
        column % step === 0 ? (
          <text
            key={head.name}
            x={x(column) + wide / 2}
            y={top - 9}
            textAnchor="middle"
            fill="var(--faint)"
            fontSize={12}
          >
            {long ? head.label : head.short}
          </text>
        ) : null,
      )}
      {rows.map((row, index) => (
        <g key={row.place}>
          <text
            x={left - 12 - notes}
            y={y(index) + MAP_ROW_HEIGHT / 2}
            dy="0.35em"
            textAnchor="end"
            fill="var(--ink)"
            fontWeight={450}
          >
            <title>{row.label}</title>
            {cut(row.label, left - 12 - notes)}
          </text>
          {row.note ? (
            <text
              x={left - 12}
              y={y(index) + MAP_ROW_HEIGHT / 2}
              dy="0.35em"
              textAnchor="end"
              fill="var(--faint)"
              fontSize={12}
            >
              {row.note}
            </text>
          ) : null}
          {row.cells.map((cell, column) => (
            <g key={cell.name}>
              <title>{`${row.label}, ${heads[column]?.spoken}: ${cell.full}`}</title>
              {cell.shade ? (
                <rect
                  data-strength={cell.shade.strength}
                  x={x(column)}
                  y={y(index)}
                  width={wide - GAP}
                  height={MAP_ROW_HEIGHT - GAP}
                  fill={cell.shade.fill}
                />
              ) : null}
              {cell.shade && (figures || cell.shade.bold) ? (
                <text
                  x={x(column) + (wide - GAP) / 2}
                  y={y(index) + MAP_ROW_HEIGHT / 2}
                  dy="0.35em"
                  textAnchor="middle"
                  fill={cell.shade.ink}
                  fontSize={12}
                  fontWeight={cell.shade.bold ? 600 : 400}
                >
                  {figures ? cell.text : "•"}
                </text>
              ) : null}
            </g>
          ))}
        </g>
      ))}
      {active === null ? null : (
        <Marker
          x={x(active % across)}
          y={y(Math.floor(active / across))}
          width={wide - GAP}
          height={MAP_ROW_HEIGHT - GAP}
        />
      )}
    </svg>
  );
}
