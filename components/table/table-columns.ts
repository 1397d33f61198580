import type { Column } from "@/lib/query/column";
import type { Format } from "@/lib/query/format";
import type { Row } from "@/lib/query/result";
import { type WrittenShares, writtenParts } from "@/lib/query/shown-parts";
import { columnDigits, columnLook, isNumeric } from "./column-look";
import type { TableColumn } from "./table-cells";

/** The row whose value of this column takes most room: the largest in size among numbers, the longest text else. */
function widest(column: Column, rows: readonly Row[]): Row | undefined {
  const size = (row: Row) => {
    const value = row[column.name] ?? null;
    if (value === null) return -1;
    return isNumeric(column) ? Math.abs(Number(value)) * (Number(value) < 0 ? 10 : 1) : String(value).length;
  };
  let best: Row | undefined;
  let most = -1;
  for (const row of rows) {
    const now = size(row);
    if (now > most) [best, most] = [row, now];
  }
  return best;
}

/** Pixels a table needs to be seen without scrolling sideways; its leading column may be cut down to 11rem. */
export function tableWidth(columns: readonly TableColumn[]): number {
  return columns.reduce((sum, column, index) => {
    if (columnLook(column) === "rank") return sum + 32;
    const text = Math.max(column.characters * 7.7, column.label.length * 6.8);
    const gap = index === 0 ? 0 : columnLook(column) === "text" ? 24 : 16;
    return sum + (column.leads ? 176 : Math.min(text, 256)) + gap;
  }, 0);
}

/**
 * The columns a table shows, each complete: precision, room, and which one leads. `shares`: what is written of them where
 * these rows alone would say something else.
 */
export function tableColumns(
  columns: readonly Column[],
  rows: readonly Row[],
  totals: Row | null,
  format: Format,
  shares?: WrittenShares,
): TableColumn[] {
  const shown = columns.filter((column) => !column.hidden);
  const all = totals ? [...rows, totals] : rows;
  const names = shown.slice(0, 3).filter((column) => columnLook(column) === "text");
  const leading = (names.find((column) => !column.name.endsWith("_id")) ?? names[0])?.name;
  // Amounts stand side by side: one with cents gives them to all.
  const cents = shown.some((column) => column.unit === "money" && columnDigits(column, all) === undefined);
  return shown.map((column) => {
    const digits = column.unit === "money" && cents ? undefined : columnDigits(column, all);
    const value = widest(column, all)?.[column.name] ?? null;
    const characters = value === null ? 1 : format.value(value, column, digits).length;
    const alone = writtenParts(column, rows);
    const written = alone && new Map([...alone, ...(shares?.get(column.name) ?? [])]);
    return { ...column, digits, leads: column.name === leading, characters, ...(written ? { written } : {}) };
  });
}
