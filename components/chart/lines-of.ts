import type { Row } from "@/lib/query/result";
import { groupRanks } from "./bar-rows";
import { columnNamed, nameAt, numberAt, textAt } from "./cell-values";
import type { ChartData } from "./chart-props";

/** More lines than this cannot be told apart. */
const MOST_LINES = 8;

/** Where lines have points: `at` on a scale of milliseconds or numbers, or just one after the other. */
export interface Place {
  at: number;
  name: string;
}

export interface DrawnLine {
  /** null for the only one. */
  name: string | null;
  /** One for each place; null where the line has no point. */
  values: readonly (number | null)[];
}

export interface Lines {
  scale: "time" | "number" | "names";
  places: readonly Place[];
  /** The largest first. */
  lines: readonly DrawnLine[];
  /** How many there are, drawn or not. */
  total: number;
}

/** Milliseconds since the epoch of a day or a time of the data, which has no time zone. */
function timeOf(value: string): number {
  return Date.parse(value.length > 10 ? `${value}Z` : `${value}T00:00:00Z`);
}

function scaleOf({ chart, columns, rows }: Pick<ChartData<"lines">, "chart" | "columns" | "rows">): Lines["scale"] {
  const { kind } = columnNamed(columns, chart.x);
  if (kind === "date" || kind === "timestamp") return "time";
  const known = rows.filter((row) => row[chart.x] !== null);
  return kind !== "text" && kind !== "boolean" && known.every((row) => numberAt(row, chart.x) !== null)
    ? "number"
    : "names";
}

/** Values by their place; several of one line at one place have places of their own. */
export function linesOf({ chart, columns, rows, format }: ChartData<"lines">): Lines {
  const scale = scaleOf({ chart, columns, rows });
  const column = columnNamed(columns, chart.x);
  const { group } = chart;
  const lineOf = (row: Row) => (group === null ? "" : textAt(row, group));
  const ranks = groupRanks(group === null ? [] : rows, group ?? "", chart.value);
  const names = group === null ? [""] : [...ranks.keys()].slice(0, MOST_LINES);
  const drawn = new Set(names);
  const places = new Map<string, Place & { values: Map<string, number | null> }>();
  const seen = new Map<string, number>();
  for (const row of rows) {
    const line = lineOf(row);
    const at = placeOf(row, chart.x, scale, places.size);
    if (at === null || !drawn.has(line)) continue;
    const place = textAt(row, chart.x);
    const times = seen.get(`${line}\n${place}`) ?? 0;
    seen.set(`${line}\n${place}`, times + 1);
    const key = `${place}\n${times}`;
    const found = places.get(key) ?? { at, name: nameAt(row, column, format), values: new Map() };
    found.values.set(line, numberAt(row, chart.value));
    places.set(key, found);
  }
  const ordered = scale === "names" ? [...places.values()] : [...places.values()].sort((a, b) => a.at - b.at);
  return {
    scale,
    places: ordered.map(({ at, name }) => ({ at, name })),
    lines: names.map((name) => ({
      name: group === null ? null : name,
      values: ordered.map(({ values }) => values.get(name) ?? null),
    })),
    total: group === null ? 1 : ranks.size,
  };
}

/** null where a row has no place on the scale. */
function placeOf(row: Row, x: string, scale: Lines["scale"], next: number): number | null {
  if (scale === "names") return next;
  if (scale === "number") return numberAt(row, x);
  const time = timeOf(String(row[x] ?? ""));
  return Number.isNaN(time) ? null : time;
}
