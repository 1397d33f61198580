import type { Column, Value } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";

/** A column as the screen shows it; `digits` are the decimals all its cells show, left to the unit when undefined. */
export type ShownColumn = Column & { digits?: number | undefined };

/** What a cell shows as a table: its visible columns, its rows as filtered and sorted, its totals where they are shown. */
export interface ShownTable {
  columns: readonly ShownColumn[];
  rows: readonly Row[];
  totals: Row | null;
  /** All rows in parts, for these need not fit into memory together; where `rows` are only the first of them. */
  whole?: WholeRows | undefined;
}

export interface WholeRows {
  count: number;
  /** The parts in their order, read anew each time. */
  pages(): AsyncIterable<readonly Row[]>;
}

/** A table with the name and title of the cell it is of. */
export interface NamedTable extends ShownTable {
  /** snake_case: what other cells call it. */
  name: string;
  title: string;
}

/** All rows of a table in parts. */
export function pagesOf({ rows, whole }: ShownTable): AsyncIterable<readonly Row[]> | Iterable<readonly Row[]> {
  return whole ? whole.pages() : [rows];
}

export function countOf({ rows, whole }: ShownTable): number {
  return whole ? whole.count : rows.length;
}

/** Every line of a table, the totals last. */
export function linesOf({ rows, totals }: Pick<ShownTable, "rows" | "totals">): readonly Row[] {
  return totals ? [...rows, totals] : rows;
}

/** One value of a line; null when the line says nothing of the column. */
export function valueIn(row: Row, column: Pick<Column, "name">): Value {
  return row[column.name] ?? null;
}

const NUMBERS: ReadonlySet<Column["kind"]> = new Set(["integer", "decimal", "double"]);

export function isNumber(column: Pick<Column, "kind">): boolean {
  return NUMBERS.has(column.kind);
}
