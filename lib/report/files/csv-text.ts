import type { Value } from "@/lib/query/column";
import { csvField, inertText } from "@/lib/std/inert-text";
import { isNumber, linesOf, type ShownColumn, type ShownTable, valueIn } from "./shown-table";

/** Values in full, whatever the screen rounds: "9747747.934", "2026-06-30", "true"; unknown is empty. */
function cellText(value: Value, column: ShownColumn): string {
  if (value === null) return "";
  return isNumber(column) || column.kind !== "text" ? String(value) : inertText(String(value));
}

/**
 * A table as CSV: RFC 4180, UTF-8 without a byte order mark, the heads of the screen, exact values. Text that a
 * spreadsheet would run as a formula has an apostrophe before it; numbers, negative ones too, stay numbers.
 */
export function csvText(table: ShownTable): string {
  const heads = table.columns.map((column) => csvField(inertText(column.label)));
  const lines = linesOf(table).map((row) =>
    table.columns.map((column) => csvField(cellText(valueIn(row, column), column))),
  );
  return [heads, ...lines].map((line) => `${line.join(",")}\r\n`).join("");
}
