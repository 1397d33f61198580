import type { Column, Value } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";
import { inertText } from "@/lib/std/inert-text";
import { isNumeric } from "./column-look";

function cellText(value: Value, column: Column): string {
  if (value === null) return "";
  const text = String(value).replace(/[\t\r\n]+/g, " ");
  return isNumeric(column) ? text : inertText(text);
}

/**
 * Rows as tab-separated text for a spreadsheet: heads, full-precision values, the totals last; unknown is empty. Text
 * that a spreadsheet would run as a formula is made inert with an apostrophe; negative numbers stay numbers.
 */
export function toTsv(columns: readonly Column[], rows: readonly Row[], totals: Row | null): string {
  const shown = columns.filter((column) => !column.hidden);
  const line = (row: Row) => shown.map((column) => cellText(row[column.name] ?? null, column)).join("\t");
  const heads = shown.map((column) => column.label.replace(/[\t\r\n]+/g, " ")).join("\t");
  return [heads, ...rows.map(line), ...(totals ? [line(totals)] : [])].join("\n");
}
