import type { Chart } from "@/lib/query/chart";
import type { Column, Value } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";
import { writtenParts } from "@/lib/query/shown-parts";
import type { ReportTable } from "@/lib/report/report";
import { rowsApart } from "@/lib/report/table-rows";
import { chosenRows, type Shown, type TableSpec } from "./chosen-rows";

/** Parts of a chart that are words of its own. */
const OWN_WORDS: ReadonlySet<string> = new Set("type grain against open order unit over per prefix".split(" "));

/** The columns a chart is drawn from, by name. */
function namesOf(chart: unknown): string[] {
  if (typeof chart === "string") return [chart];
  if (typeof chart !== "object" || chart === null) return [];
  return Object.entries(chart).flatMap(([part, value]) => (OWN_WORDS.has(part) ? [] : namesOf(value)));
}

/** The columns a chart is drawn from, those of its months among them. */
function drawnColumns(columns: readonly Column[], chart: Chart | null): ReadonlySet<string> {
  const drawn = new Set(namesOf(chart));
  const prefix = chart?.type === "month-map" ? chart.prefix : null;
  const names = columns.map(({ name }) => name);
  return new Set(names.filter((name) => drawn.has(name) || (prefix !== null && name.startsWith(prefix))));
}

/** JSON knows no infinity; it stays what it reads as. */
function kept(value: Value | undefined): Value {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : (value ?? null);
}

/**
 * Shares that add up on the screen are rounded among all its rows: where fewer leave, or in another order, what the screen
 * writes is told where it is something else than these rows alone would say.
 */
function writtenShares(table: Omit<ReportTable, "total" | "ending">, leaving: readonly Row[], all: readonly Row[]) {
  const { seen } = rowsApart(table);
  const places = table.view?.rows ?? leaving.map((_, at) => at);
  return table.columns.flatMap((column, at) => {
    const onScreen = writtenParts(column, all);
    const alone = onScreen && writtenParts(column, seen);
    return places.flatMap((place, standing): [number, number, number][] => {
      const [row, itself] = [leaving[place], seen[standing]];
      const share = row ? onScreen?.get(row) : null;
      return typeof share === "number" && itself && alone?.get(itself) !== share ? [[at, place, share]] : [];
    });
  });
}

/** The columns as the screen shows them: those a person has hidden are. */
function shownColumns({ columns }: TableSpec["result"], shown: Shown | null | undefined): readonly Column[] {
  const names = new Set(shown?.columns.map(({ name }) => name));
  const isOfIt = shown && [...names].every((name) => columns.some((column) => column.name === name));
  if (!isOfIt) return columns;
  return columns.map((column) => (column.hidden || names.has(column.name) ? column : { ...column, hidden: true }));
}

/** A result as a report holds it. */
export function frozenTable(spec: TableSpec): ReportTable {
  const { result, chart, totals, shown } = spec;
  const drawn = drawnColumns(result.columns, chart);
  // Those a reader sees, and the hidden ones the chart is drawn from.
  const columns = shownColumns(result, shown).filter(({ name, hidden }) => !hidden || drawn.has(name));
  const { rows, view } = chosenRows(spec);
  // Totals are of all rows, so they do not stand below some that were searched for.
  const ending = view && shown?.totals === null ? null : totals;
  // Of a row leaves what the table shows of it where it stands there, and what the chart draws of it.
  const standing = new Set(view?.rows);
  const leaves = ({ name, hidden }: Column, at: number) =>
    !view || (!hidden && standing.has(at)) || (drawn.has(name) && at < view.drawn);
  const table = {
    columns,
    values: columns.map((column) => rows.map((row, at) => (leaves(column, at) ? kept(row[column.name]) : null))),
    ...(view ? { view } : {}),
  };
  const written = writtenShares(table, rows, result.rows);
  return {
    ...table,
    total: result.total ?? result.rows.length,
    ending: ending && columns.map(({ name }) => kept(ending[name])),
    ...(written.length > 0 ? { written } : {}),
  };
}
