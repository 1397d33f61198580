import { downstreamOf, graphOf } from "@/lib/notebook/graph";
import type { AskingCell, ChartCell, Notebook } from "@/lib/notebook/notebook";
import type { Column } from "@/lib/query/column";
import type { Result } from "@/lib/query/result";
import { isNumeric } from "./drawn-chart";
import type { KnownTable, WorkbenchState } from "./state";

/** A column as a chart sees it. */
export interface SourceColumn {
  name: string;
  label: string;
  holds: "number" | "time" | "words";
  unit: Column["unit"];
  /** A person does not see it in the result. */
  hidden: boolean;
  /** No row holds a value: there is nothing to draw by it. */
  empty?: boolean;
}

/** What a chart can be drawn of: the result of a cell, or a table. */
export interface ChartSource {
  name: string;
  title: string;
  /** null until they are known: a cell without a result. Those a person does not see come last. */
  columns: readonly SourceColumn[] | null;
  /** True where a value along the axis stands in one row only. */
  isSingle(column: string): boolean;
  /** How many days the times of a column span; null where that is not known. */
  days(column: string): number | null;
}

type Around = Pick<WorkbenchState, "runs" | "tables"> & { notebook: Pick<Notebook, "cells" | "dataSets"> };

/** Everything the chart could read: cells that do not read the chart themselves, then the tables that hold something. */
export function chartSources(around: Around, chart: Pick<ChartCell, "id" | "name"> | null): ChartSource[] {
  const { notebook, tables } = around;
  const own = new Set(chart ? [chart.id] : []);
  const behind = new Set([...own, ...downstreamOf(graphOf(notebook.cells), own).map(({ id }) => id)]);
  const cells = notebook.cells.filter(
    (cell): cell is AskingCell => cell.kind !== "note" && cell.kind !== "input" && !behind.has(cell.id),
  );
  return [
    ...cells.map((cell) => cellSource(cell, around, cells)),
    ...(tables ?? []).filter(({ name }) => holdsSomething(name, notebook)).map((table) => tableSource(table, notebook)),
  ];
}

function cellSource({ id, name, title }: AskingCell, { runs }: Around, cells: readonly AskingCell[]): ChartSource {
  const result = runs[id]?.result ?? null;
  const alone = cells.filter((other) => other.title === title).length === 1;
  const columns = result?.columns.toSorted((a, b) => Number(a.hidden) - Number(b.hidden));
  return {
    name,
    title: alone ? title : `${title} (${name})`,
    columns: columns?.map((column) => ({ ...resultColumn(column, columns), empty: isEmpty(column, result) })) ?? null,
    isSingle(column) {
      const rows = result?.rows ?? [];
      return new Set(rows.map((row) => row[column])).size === rows.length;
    },
    days(column) {
      const times = (result?.rows ?? []).map((row) => String(row[column] ?? "")).filter(Boolean);
      const ordered = times.toSorted();
      return daysBetween(ordered[0] ?? "", ordered.at(-1) ?? "");
    },
  };
}

/** True where it is known of every row. */
function isEmpty({ name }: Column, result: Result | null): boolean {
  const rows = result?.total === undefined ? (result?.rows ?? []) : [];
  return rows.length > 0 && rows.every((row) => (row[name] ?? null) === null);
}

/** By its head, and by its name too where another column has the same head. */
function resultColumn(column: Column, among: readonly Column[]): SourceColumn {
  const { name, label, kind, unit, hidden } = column;
  const alone = among.filter((other) => other.label === label).length === 1;
  const holds = isNumeric(column) ? "number" : kind === "date" || kind === "timestamp" ? "time" : "words";
  return { name, label: alone && label !== "" ? label : name, holds, unit, hidden };
}

function tableSource({ name, columns }: KnownTable, { dataSets }: Around["notebook"]): ChartSource {
  const known = dataSets.filter(({ firstDay, lastDay }) => firstDay !== null && lastDay !== null);
  const [first] = known.map(({ firstDay }) => firstDay ?? "").toSorted();
  const last = known
    .map(({ lastDay }) => lastDay ?? "")
    .toSorted()
    .at(-1);
  return {
    name,
    title: name,
    columns: columns.map((column) => ({
      name: column.name,
      label: column.name,
      holds: holdsOf(column.type),
      unit: "none",
      hidden: false,
      empty: column.empty ?? false,
    })),
    isSingle: () => false,
    days: () => daysBetween(first ?? "", last ?? ""),
  };
}

function daysBetween(first: string, last: string): number | null {
  const days = (Date.parse(last.slice(0, 10)) - Date.parse(first.slice(0, 10))) / 86_400_000;
  return Number.isFinite(days) ? days : null;
}

/** What a type of the engine holds: "DECIMAL(18,4)" a number. */
function holdsOf(type: string): SourceColumn["holds"] {
  if (/^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL|DOUBLE|FLOAT|REAL)\b/.test(type) && !type.endsWith("]"))
    return "number";
  return /^(DATE|TIMESTAMP)/.test(type) ? "time" : "words";
}

const KINDS: Readonly<Record<string, readonly string[]>> = {
  sales: ["sales", "returns"],
  inventory: ["inventory"],
  products: ["products"],
  catalogue: ["sales", "returns", "inventory", "products"],
  product_sales: ["sales", "returns"],
  product_seasons: ["sales", "returns"],
};

/** The relations are always there; only those of the notebook's files hold a row. */
function holdsSomething(name: string, { dataSets }: Pick<Notebook, "dataSets">): boolean {
  if (name === "profiles") return false;
  const kinds = KINDS[name];
  return kinds === undefined || dataSets.some(({ kind }) => kinds.includes(kind));
}
