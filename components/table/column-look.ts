import type { Column, Value } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";

export type ColumnLook = "rank" | "number" | "date" | "text";

const NUMBERS: ReadonlySet<Column["kind"]> = new Set(["integer", "decimal", "double"]);

/** True for columns whose cells carry `data-value`. */
export function isNumeric(column: Column): boolean {
  return NUMBERS.has(column.kind);
}

/** How a column is set: ranks small, numbers and days on the right, text on the left. */
export function columnLook(column: Column): ColumnLook {
  if (column.unit === "rank") return "rank";
  if (isNumeric(column)) return "number";
  return column.kind === "date" || column.kind === "timestamp" ? "date" : "text";
}

function fractionDigits(value: Value | undefined): number {
  if (value === null || value === undefined || typeof value === "boolean") return 0;
  const text = String(value);
  if (/e-/i.test(text)) return Number.POSITIVE_INFINITY;
  const point = text.indexOf(".");
  return point === -1 ? 0 : text.length - point - 1;
}

/** Values of no stated unit that need more decimals than these keep their own. */
const MOST_PLAIN_DECIMALS = 4;

const SHARE_DECIMALS = 1;
const MOST_SHARE_DECIMALS = 3;

/** Decimals that a percentage needs so that the smallest share above nothing is not written as none; at most 3. */
function shareDigits(column: Column, rows: readonly Row[]): number | undefined {
  const sizes = rows.map((row) => Math.abs(Number(row[column.name] ?? 0))).filter((size) => size > 0);
  if (sizes.length === 0) return undefined;
  const least = sizes.reduce((one, other) => Math.min(one, other)) * 100;
  let digits = SHARE_DECIMALS;
  while (digits < MOST_SHARE_DECIMALS && least < 0.5 / 10 ** digits) digits += 1;
  return digits === SHARE_DECIMALS ? undefined : digits;
}

/**
 * The decimals every cell of a column shows, so that none has its own: none where all amounts are whole; quantities as
 * many as the finest needs (at most 3), and so do figures of no stated unit. `undefined` leaves it to the unit.
 */
export function columnDigits(column: Column, rows: readonly Row[]): number | undefined {
  if (column.unit === "share" && !column.parts) return shareDigits(column, rows);
  const plain = column.unit === "none" && (column.kind === "decimal" || column.kind === "double");
  if (column.unit !== "money" && column.unit !== "quantity" && !plain) return undefined;
  const finest = rows.reduce((most, row) => Math.max(most, fractionDigits(row[column.name])), 0);
  if (plain) return finest > MOST_PLAIN_DECIMALS ? undefined : finest;
  if (finest === 0) return 0;
  return column.unit === "quantity" ? Math.min(3, finest) : undefined;
}

/** A minus that is as wide as a plus; formatters of some locales give a hyphen. */
export function realMinus(text: string): string {
  return text.replace(/^-|(?<=^\p{Sc})-/u, "−");
}
