import type { Aggregate, ChartCell, Drawing, Notebook } from "@/lib/notebook/notebook";
import { newChartCell } from "./cell-commands";
import type { ChartSource, SourceColumn } from "./chart-sources";
import { namesThings } from "./telling-columns";

const NOTHING: Drawing = { type: "bars", x: "", y: "", group: null, aggregate: "none" };

/** Units whose sum says nothing. */
const NOT_SUMMED: ReadonlySet<SourceColumn["unit"]> = new Set([
  "share",
  "percent",
  "rate",
  "turns",
  "score",
  "index",
  "days",
]);

/** What measures best: money, then pieces, then any number that is no name of something. */
function measureScore({ name, unit, holds }: SourceColumn): number {
  if (holds !== "number") return -1;
  if (unit === "money" || /^(amount|revenue)$/.test(name)) return 4;
  if (unit === "quantity" || unit === "count" || name === "quantity") return 3;
  if (unit === "rank" || namesThings(name)) return 0;
  return 2;
}

/** The first of those with the highest score. */
function best(columns: readonly SourceColumn[], score: (column: SourceColumn) => number): SourceColumn | undefined {
  return columns.toSorted((a, b) => score(b) - score(a))[0];
}

/** What can be measured. */
export function measures(columns: readonly SourceColumn[]): readonly SourceColumn[] {
  return columns.filter(({ holds }) => holds === "number");
}

/** A drawing that says something of a source: its values over time, else by name; nothing while its columns are unknown. */
export function offeredDrawing({ columns, isSingle }: Pick<ChartSource, "columns" | "isSingle">): Drawing {
  if (!columns) return NOTHING;
  const x =
    columns.find(({ holds }) => holds === "time") ??
    best(
      columns.filter(({ holds }) => holds === "words"),
      ({ name }) => (namesThings(name) ? 0 : 1),
    ) ??
    columns[0];
  if (!x) return NOTHING;
  const y = best(measures(columns.filter((column) => column !== x)), measureScore);
  const type = x.holds === "time" ? "line" : "bars";
  if (!y) return { ...NOTHING, type, x: x.name, aggregate: "count" };
  return { ...NOTHING, type, x: x.name, y: y.name, aggregate: isSingle(x.name) ? "none" : gathered(y) };
}

function gathered({ unit }: SourceColumn): Aggregate {
  return NOT_SUMMED.has(unit) ? "average" : "sum";
}

/** The drawing with another type; points need a number across. */
export function typedDrawing(
  drawing: Drawing,
  type: Drawing["type"],
  source: Pick<ChartSource, "columns" | "isSingle">,
): Drawing {
  const columns = source.columns ?? [];
  const across = columns.find(({ name }) => name === drawing.x);
  if (type !== "scatter") {
    if (drawing.type !== "scatter" || across?.holds !== "number") return { ...drawing, type };
    return { ...offeredDrawing(source), type };
  }
  if (across?.holds === "number") return { ...drawing, type };
  const possible = measures(columns);
  const y = possible.find(({ name }) => name === drawing.y) ?? best(possible, measureScore);
  const x = best(
    possible.filter((column) => column !== y),
    measureScore,
  );
  if (!x || !y) return { ...drawing, type };
  const names = columns.find(({ holds, name }) => holds === "words" && source.isSingle(name));
  return { type, x: x.name, y: y.name, group: names?.name ?? null, aggregate: "none" };
}

/** A chart of a source, ready to be seen where its columns are known. */
export function offeredChart(notebook: Notebook, newId: () => string, source: ChartSource | null): ChartCell {
  const cell = newChartCell(notebook, newId, source?.name ?? "");
  return source ? { ...cell, title: `Chart of ${source.title}`, drawing: offeredDrawing(source) } : cell;
}
