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

/** What there is something to draw of. */
function drawable(columns: readonly SourceColumn[]): readonly SourceColumn[] {
  return columns.filter(({ empty }) => !empty);
}

/** What can be measured. */
export function measures(columns: readonly SourceColumn[]): readonly SourceColumn[] {
  return columns.filter(({ holds }) => holds === "number");
}

/** A drawing that says something of a source: its values over time, else by name; nothing while its columns are unknown. */
export function offeredDrawing(source: Offering): Drawing {
  const { isSingle } = source;
  const columns = drawable(source.columns ?? []);
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
function offeredStep({ days }: Pick<Offering, "days">, column: string): TimeStep {
  const span = days(column);
  if (span === null) return "month";
  return span <= 100 ? "day" : span <= 365 * 12 ? "month" : "year";
}

/**
 * The drawing with its values gathered in another way. How its times are gathered stays as it was chosen; a step is
 * offered where there was none to choose.
 */
export function aggregatedDrawing(drawing: Drawing, aggregate: Aggregate, source: Offering | null): Drawing {
  const next = { ...drawing, aggregate };
  return drawing.aggregate === "none" && aggregate !== "none" ? withStep(next, source) : next;
}

/** The drawing by another column: times as before where it was by times too. */
export function drawingBy(drawing: Drawing, x: string, source: Offering | null): Drawing {
  const next = { ...drawing, x };
  if (!isTime(x, source)) return { ...next, step: undefined };
  return isTime(drawing.x, source) && drawing.aggregate !== "none" ? next : withStep(next, source);
}

function isTime(column: string, source: Offering | null): boolean {
  return source?.columns?.some(({ name, holds }) => name === column && holds === "time") ?? false;
}

function withStep(drawing: Drawing, source: Offering | null): Drawing {
  const { type, x, step } = drawing;
  if (!source || step !== undefined || type === "scatter" || !isTime(x, source)) return drawing;
  return { ...drawing, step: offeredStep(source, x) };
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
  const possible = measures(drawable(columns));
  const y = possible.find(({ name }) => name === drawing.y) ?? best(possible, measureScore);
  const x = best(
    possible.filter((column) => column !== y),
    measureScore,
  );
  if (!x || !y) return { ...drawing, type };
  const names = words(drawable(columns)).find(({ name }) => source.isSingle(name));
  return { type, x: x.name, y: y.name, group: names?.name ?? null, aggregate: "none" };
}

/** A chart of a source, ready to be seen where its columns are known. */
export function offeredChart(notebook: Notebook, newId: () => string, source: ChartSource | null): ChartCell {
  const cell = newChartCell(notebook, newId, source?.name ?? "");
  return source ? { ...cell, title: `Chart of ${source.title}`, drawing: offeredDrawing(source) } : cell;
}
