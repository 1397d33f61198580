import type { Column, Value } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";

/** A column as the screen shows it; `digits` are the decimals all its cells show, left to the unit when undefined. */
export type ShownColumn = Column & { digits?: number | undefined };

/** What a cell shows as a table: its visible columns, its rows as filtered and sorted, its totals where they are shown. */
export interface ShownTable {
  columns: readonly ShownColumn[];
  rows: readonly Row[];
  totals: Row | null;
}

/** A table with the name and title of the cell it is of. */
export interface NamedTable extends ShownTable {
  /** snake_case: what other cells call it. */
  name: string;
  title: string;
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
