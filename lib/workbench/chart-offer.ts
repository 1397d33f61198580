import type { Aggregate, ChartCell, Drawing, Notebook, TimeStep } from "@/lib/notebook/notebook";
import { newChartCell } from "./cell-commands";
import type { ChartSource, SourceColumn } from "./chart-sources";
import { namesThings } from "./telling-columns";

type Offering = Pick<ChartSource, "columns" | "isSingle" | "days">;

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
function measureScore({ name, unit, holds, hidden }: SourceColumn): number {
  if (holds !== "number" || hidden) return -1;
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
export function offeredDrawing(source: Offering): Drawing {
  const { columns, isSingle } = source;
  if (!columns) return NOTHING;
  const x = telling(columns, isSingle);
  if (!x) return NOTHING;
  const y = best(measures(columns.filter((column) => column !== x)), measureScore);
  const drawing: Drawing = { ...NOTHING, type: x.holds === "time" ? "line" : "bars", x: x.name };
  if (y && isSingle(x.name)) return { ...drawing, y: y.name };
  return {
    ...drawing,
    ...(y ? { y: y.name, aggregate: gathered(y) } : { aggregate: "count" }),
    ...(x.holds === "time" ? { step: offeredStep(source, x.name) } : {}),
  };
}

/** Days that each stand in one row, else such names, else any days, names, columns. */
function telling(columns: readonly SourceColumn[], isSingle: Offering["isSingle"]): SourceColumn | undefined {
  const times = columns.filter(({ holds }) => holds === "time");
  const named = words(columns);
  const single = [...times, ...named].find(({ name }) => isSingle(name));
  return single ?? times[0] ?? named[0] ?? columns[0];
}

/** Columns of names; ids and codes come last. */
function words(columns: readonly SourceColumn[]): SourceColumn[] {
  const found = columns.filter(({ holds }) => holds === "words");
  return found.toSorted((a, b) => Number(namesThings(a.name)) - Number(namesThings(b.name)));
}

/** Days as long as they can be told apart. */
export function offeredStep({ days }: Pick<Offering, "days">, column: string): TimeStep {
  const span = days(column);
  if (span === null) return "month";
  return span <= 100 ? "day" : span <= 365 * 12 ? "month" : "year";
}

function gathered({ unit }: SourceColumn): Aggregate {
  return NOT_SUMMED.has(unit) ? "average" : "sum";
}

/** The drawing with another type; points need a number across. */
export function typedDrawing(drawing: Drawing, type: Drawing["type"], source: Offering): Drawing {
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
  const names = words(columns).find(({ name }) => source.isSingle(name));
  return { type, x: x.name, y: y.name, group: names?.name ?? null, aggregate: "none" };
}

/** A chart of a source, ready to be seen where its columns are known. */
export function offeredChart(notebook: Notebook, newId: () => string, source: ChartSource | null): ChartCell {
  const cell = newChartCell(notebook, newId, source?.name ?? "");
  return source ? { ...cell, title: `Chart of ${source.title}`, drawing: offeredDrawing(source) } : cell;
}
