import type { Column, Value } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";
import { isNumeric } from "./column-look";

export interface Sort {
  column: string;
  direction: "ascending" | "descending";
}

/** The next sort when a head is pressed: numbers start with the largest, text with A; the third press gives the result's own order back. */
export function nextSort(column: Column, sort: Sort | null): Sort | null {
  const first = isNumeric(column) && column.unit !== "rank" ? "descending" : "ascending";
  if (sort?.column !== column.name) return { column: column.name, direction: first };
  if (sort.direction !== first) return null;
  return { column: column.name, direction: first === "ascending" ? "descending" : "ascending" };
}

/** Rows in the order of one column; unknown values and pinned rows stay at the end, ties keep the result's order. */
export function sortRows(
  rows: readonly Row[],
  column: Column,
  direction: Sort["direction"],
  locale: string,
  pinned: (row: Row) => boolean = () => false,
): Row[] {
  const collator = new Intl.Collator(locale, { numeric: true });
  const sign = direction === "ascending" ? 1 : -1;
  const compare = (a: Value, b: Value) =>
    isNumeric(column) ? Number(a) - Number(b) : collator.compare(String(a), String(b));
  return [...rows].sort((left, right) => {
    const ends = Number(pinned(left)) - Number(pinned(right));
    if (ends !== 0) return ends;
    const a = left[column.name] ?? null;
    const b = right[column.name] ?? null;
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return sign * compare(a, b);
  });
}
