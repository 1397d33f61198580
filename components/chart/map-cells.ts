import type { Row } from "@/lib/query/result";
import { columnNamed, numberAt, textAt } from "./cell-values";
import type { ChartData } from "./chart-props";
import { MOST_MAP_ROWS } from "./chart-size";
import { aboveAverage, largerDarker, type Shade } from "./map-shades";
import { monthNames, periodLabel } from "./period-label";

export interface MapCell {
  name: string;
  /** What stands in the cell where there is room; "" where nothing is known. */
  text: string;
  /** The figure in full. */
  full: string;
  /** null leaves the cell empty. */
  shade: Shade | null;
}

export interface MapRow {
  place: number;
  label: string;
  /** A fainter second word, such as how many there are. */
  note: string;
  cells: readonly MapCell[];
}

export interface MapHead {
  name: string;
  label: string;
  /** For narrow columns. */
  short: string;
  /** Where it stands by itself. */
  spoken: string;
}

/** A map of values, ready to be drawn and read. */
export interface MapCells {
  /** What the columns are, where the heads alone do not say it. */
  over: string | null;
  heads: readonly MapHead[];
  rows: readonly MapRow[];
}

type MapChart = "heat" | "month-map" | "triangle";

function headsOf({ chart, columns, format }: ChartData<MapChart>): MapHead[] {
  if (chart.type === "month-map") {
    const narrow = monthNames(format.locale, "narrow");
    const long = monthNames(format.locale, "long");
    return monthNames(format.locale, "short").map((label, month) => ({
      name: `${chart.prefix}${String(month + 1).padStart(2, "0")}`,
      label,
      short: narrow[month] ?? label,
      spoken: long[month] ?? label,
    }));
  }
  return chart.values.map((name) => {
    const { label } = columnNamed(columns, name);
    const spoken = chart.type === "triangle" ? `Month ${label}` : label;
    return { name, label, short: label.replace(/:00$/, ""), spoken };
  });
}

function labelOf({ chart, columns, format }: ChartData<MapChart>, row: Row): string {
  if (chart.type === "triangle") return periodLabel(`${textAt(row, chart.label)}-01`, "month", format.locale, true);
  const value = row[chart.label];
  return value === null || value === undefined || value === ""
    ? textAt(row, chart.label)
    : format.value(value, columnNamed(columns, chart.label));
}

/** The rows a map draws: the first ones, of cohorts the newest. */
function drawnRows({ chart, rows }: ChartData<MapChart>): readonly Row[] {
  return chart.type === "triangle" ? rows.slice(-MOST_MAP_ROWS) : rows.slice(0, MOST_MAP_ROWS);
}

/** The cells of a map with their texts and how dark each is. */
export function mapCells(data: ChartData<MapChart>): MapCells {
  const { chart, columns, format } = data;
  const heads = headsOf(data);
  const rows = drawnRows(data);
  const known = (row: Row) => heads.flatMap(({ name }) => numberAt(row, name) ?? []);
  const largest = Math.max(0, ...rows.flatMap(known));
  return {
    over: chart.type === "triangle" ? chart.over : null,
    heads,
    rows: rows.map((row, place) => {
      const most = chart.type === "heat" && chart.per === "row" ? Math.max(0, ...known(row)) : largest;
      return {
        place,
        label: labelOf(data, row),
        note: chart.type === "triangle" ? format.value(row[chart.size] ?? null, columnNamed(columns, chart.size)) : "",
        cells: heads.map(({ name }) => {
          const column = columnNamed(columns, name);
          const value = numberAt(row, name);
          if (value === null) return { name, text: "", full: "unknown", shade: null };
          const full = format.value(value, column);
          return chart.type === "month-map"
            ? { name, text: full, full, shade: aboveAverage(value) }
            : { name, text: format.short(value, column), full, shade: largerDarker(most > 0 ? value / most : 0) };
        }),
      };
    }),
  };
}
