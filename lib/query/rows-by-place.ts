import { type Identifier, identifier } from "./literal";

/** A table's rows with their places: SQL to be followed by a condition or an order. */
export interface RowsByPlace {
  select: string;
  /** The table alone, for another list of columns. */
  from: string;
  /** The place of a row, from 0, in the order it came in. */
  place: string;
  /** One of its columns in what follows; null when there is none of that name. */
  column(name: string): string | null;
}

/**
 * A table's rows with their places; `columns` are all its columns, in order. The engine numbers rows in a column
 * "rowid", which one of the table's own of that name would hide: here each goes by another name.
 */
export function rowsByPlace(table: Identifier, columns: readonly string[]): RowsByPlace {
  const inner = columns.map((_, index) => `c${index}`);
  const list = columns.map((name, index) => `q.c${index} as ${identifier(name)}`);
  const from = `from ${table} as q(${inner.join(", ")})`;
  return {
    select: `select ${list.join(", ")} ${from}`,
    from,
    place: "q.rowid",
    column(name) {
      const index = columns.indexOf(name);
      return index < 0 ? null : `q.c${index}`;
    },
  };
}

/** The rows of some places, `to` excluded. */
export function rowsBetween(
  table: Identifier,
  columns: readonly string[],
  { from, to }: { from: number; to: number },
): string {
  const { select, place } = rowsByPlace(table, columns);
  return `${select} where ${place} >= ${from} and ${place} < ${to}`;
}
