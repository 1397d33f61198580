import type { Column, Value } from "@/lib/query/column";
import type { Format } from "@/lib/query/format";
import type { Row } from "@/lib/query/result";
import { shownParts } from "@/lib/query/shown-parts";
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

/** Decimals of a share that is written as a percentage with one. */
const SHARE_DIGITS = 3;

/** What stands for each row's own value in a column of shares of one whole. */
function writtenParts(column: Column, rows: readonly Row[]): { written?: ReadonlyMap<Row, Value> } {
  if (!column.parts || column.unit !== "share") return {};
  const parts = rows.map((row) => {
    const value = row[column.name] ?? null;
    return value === null ? null : Number(value);
  });
  const shown = shownParts(parts, SHARE_DIGITS);
  return { written: new Map(rows.map((row, index) => [row, shown[index] ?? null])) };
}

/** The columns a table shows, each complete: precision, room, and which one leads. */
export function tableColumns(
  columns: readonly Column[],
  rows: readonly Row[],
  totals: Row | null,
  format: Format,
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
    return { ...column, digits, leads: column.name === leading, characters, ...writtenParts(column, rows) };
  });
}
