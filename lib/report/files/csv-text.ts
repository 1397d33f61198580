import type { Value } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";
import { csvField, inertText } from "@/lib/std/inert-text";
import { isNumber, pagesOf, type ShownColumn, type ShownTable, valueIn } from "./shown-table";

/** Values in full, whatever the screen rounds: "9747747.934", "2026-06-30", "true"; unknown is empty. */
function cellText(value: Value, column: ShownColumn): string {
  if (value === null) return "";
  return isNumber(column) || column.kind !== "text" ? String(value) : inertText(String(value));
}

/**
 * A table as CSV, in parts: RFC 4180, UTF-8 without a byte order mark, the heads of the screen, exact values. Text that a
 * spreadsheet would run as a formula has an apostrophe before it; numbers, negative ones too, stay numbers.
 */
export async function* csvText(table: ShownTable): AsyncGenerator<string> {
  const { columns, totals } = table;
  // A line of nothing would be no line: an empty field alone stands in quotes.
  const textOf = (lines: readonly (readonly string[])[]) =>
    lines.map((line) => `${line.join(",") || '""'}\r\n`).join("");
  const lineOf = (row: Row) => columns.map((column) => csvField(cellText(valueIn(row, column), column)));
  yield textOf([columns.map((column) => csvField(inertText(column.label)))]);
  for await (const rows of pagesOf(table)) yield textOf(rows.map(lineOf));
  if (totals) yield textOf([lineOf(totals)]);
}
