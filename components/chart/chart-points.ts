import type { Column } from "@/lib/query/column";
import type { Format } from "@/lib/query/format";
import type { Row } from "@/lib/query/result";
import { bandItems, bandMeasure, barItems } from "./bar-items";
import { columnNamed, numberAt } from "./cell-values";
import type { ChartData } from "./chart-props";
import { linePoints } from "./line-points";
import { type Lines, linesOf } from "./lines-of";
import { mapCells } from "./map-cells";
import { paretoRows } from "./pareto-rows";
import { periodLabel, toGrain } from "./period-label";
import { alongX, scatterPoints } from "./scatter-points";
import { waterfallSteps } from "./waterfall-steps";

/** A point of a chart in words: its name and its exact figures. */
export interface ChartPoint {
  title: string;
  lines: readonly { label: string; text: string }[];
}

/** The points of a chart in the order the arrow keys take; `across` of them stand beside each other before the next row. */
export interface ChartPoints {
  points: readonly ChartPoint[];
  across: number;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** One row's figures under their heads. */
function figures(
  { columns, format }: Pick<ChartData, "columns" | "format">,
  row: Row | undefined,
  ...names: string[]
): ChartPoint["lines"] {
  return names.map((name) => {
    const column = columnNamed(columns, name);
    const value = row ? numberAt(row, name) : null;
    return { label: column.label, text: value === null ? "unknown" : format.value(row?.[name] ?? null, column) };
  });
}

function written({ columns, format }: Pick<ChartData, "columns" | "format">, value: number, name: string): string {
  return format.value(value, columnNamed(columns, name));
}

/** The periods of a line; those not complete say so. */
function periods(data: ChartData<"line">): ChartPoint[] {
  const { chart, columns, rows, format } = data;
  return linePoints(rows, chart).map((point) => {
    const name = periodLabel(point.day, toGrain(chart.grain), format.locale, true);
    const ghost = format.value(point.ghost, columnNamed(columns, chart.ghost));
    return {
      title: point.complete ? name : `${name}, ${chart.open ?? "not complete"}`,
      lines: [
        ...figures(data, rows[point.index], chart.value),
        ...(point.ghost === null ? [] : [{ label: capital(chart.against), text: ghost }]),
      ],
    };
  });
}

/** Each place along lines with what every line is there. */
function linePlaces({ places, lines }: Lines, column: Column, format: Format): ChartPoint[] {
  return places.map(({ name }, at) => ({
    title: name,
    lines: lines.flatMap((line) => {
      const value = line.values[at] ?? null;
      return value === null ? [] : [{ label: line.name ?? column.label, text: format.value(value, column) }];
    }),
  }));
}

/** Every drawn point of a chart, to be read one by one. */
export function chartPoints(data: ChartData): ChartPoints {
  const { chart, columns, rows } = data;
  const list = (points: ChartPoint[]): ChartPoints => ({ points, across: 1 });
  switch (chart.type) {
    case "bars":
      return list(
        barItems({ ...data, chart })
          .filter(({ head }) => !head)
          .map(({ label, of, row }) => ({
            title: of === undefined ? label : `${of}, ${label}`,
            lines: figures(data, row, chart.value),
          })),
      );
    case "bands": {
      const { label: measure } = bandMeasure({ chart, columns, rows });
      return list(
        bandItems({ ...data, chart }).map(({ label, text, note }) => ({
          title: label,
          lines: [{ label: measure, text }, ...(note ? [{ label: "Among them", text: note }] : [])],
        })),
      );
    }
    case "pareto":
      return list(
        paretoRows({ ...data, chart }).map((row) => ({
          title: row.label,
          lines: [
            ...(row.value === null
              ? []
              : [{ label: columnNamed(columns, chart.value).label, text: written(data, row.value, chart.value) }]),
            { label: "Running share", text: row.text || "unknown" },
            ...(row.rest ? [] : [{ label: "Class", text: row.group }]),
          ],
        })),
      );
    case "waterfall":
      return list(
        waterfallSteps({ ...data, chart }).map(({ label, text }) => ({
          title: label,
          lines: [{ label: columnNamed(columns, chart.value).label, text }],
        })),
      );
    case "line":
      return list(periods({ ...data, chart }));
    case "lines":
      return list(linePlaces(linesOf({ ...data, chart }), columnNamed(columns, chart.value), data.format));
    case "scatter":
      return list(
        alongX(scatterPoints(rows, chart)).map((point) => ({
          title: point.label,
          lines: [
            ...figures(data, point.row, chart.x, chart.y),
            ...(chart.group === null ? [] : [{ label: columnNamed(columns, chart.group).label, text: point.group }]),
          ],
        })),
      );
    case "heat":
    case "month-map":
    case "triangle": {
      const { heads, rows: lines } = mapCells({ ...data, chart });
      return {
        points: lines.flatMap((line) =>
          line.cells.map((cell, column) => ({
            title: line.label,
            lines: [
              { label: heads[column]?.spoken ?? "", text: cell.full },
              ...(chart.type === "triangle"
                ? [{ label: columnNamed(columns, chart.size).label, text: line.note }]
                : []),
            ],
          })),
        ),
        across: heads.length,
      };
    }
  }
}
