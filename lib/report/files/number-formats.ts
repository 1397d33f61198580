import type { Row } from "@/lib/query/result";
import { isYear } from "@/lib/query/year-column";
import { type ShownColumn, valueIn } from "./shown-table";

/** How a notebook writes amounts. */
export interface Writing {
  /** BCP 47. */
  locale: string;
  /** ISO 4217, or null: amounts have no sign. */
  currency: string | null;
}

/** Decimals of a unit whose cells do not say how many. */
const DIGITS: Partial<Record<ShownColumn["unit"], number>> = {
  rank: 0,
  count: 0,
  share: 1,
  percent: 1,
  days: 0,
  turns: 1,
  rate: 2,
  score: 2,
  index: 2,
};
const MOST_DIGITS = 6;

const decimals = (digits: number) => (digits === 0 ? "" : `.${"0".repeat(digits)}`);

/** The decimals the values themselves have. */
function ownDigits(column: ShownColumn, rows: readonly Row[]): number {
  return rows.reduce((most, row) => {
    const value = valueIn(row, column);
    const text = value === null ? "" : String(value);
    const own = text.includes("e") ? MOST_DIGITS : (text.split(".")[1]?.length ?? 0);
    return Math.min(Math.max(most, own), column.unit === "quantity" ? 3 : MOST_DIGITS);
  }, 0);
}

/** Years and nothing else: their four figures stay together. */
function isYears(column: ShownColumn, rows: readonly Row[]): boolean {
  const values = rows.map((row) => valueIn(row, column)).filter((value) => value !== null);
  return values.length > 0 && values.every((value) => isYear(value, column));
}

/** A sign or word that a spreadsheet shows as it stands. */
const literal = (text: string) => (text === "" ? "" : `"${text.replaceAll('"', "")}"`);

/** An amount of money: sign and place of the notebook's locale, lakh and crore where they are usual. */
function moneyFormat({ locale, currency }: Writing, digits: number | undefined): string {
  if (currency === null) return `#,##0${decimals(digits ?? 2)}`;
  const writer = new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay: "narrowSymbol" });
  const parts = writer.formatToParts(1);
  const number = parts.findIndex(({ type }) => type === "integer");
  const sign = (from: number, to: number) =>
    parts
      .slice(from, to)
      .filter(({ type }) => type === "currency" || type === "literal")
      .map(({ value }) => value.replace(/\s/g, " "))
      .join("");
  const before = literal(sign(0, number));
  const behind = literal(sign(number, parts.length));
  const fraction = decimals(digits ?? writer.resolvedOptions().maximumFractionDigits ?? 2);
  const written = (grouped: string) => `${before}${grouped}${fraction}${behind}`;
  if (!locale.endsWith("-IN")) return written("#,##0");
  // A format has room for two conditions: amounts below zero take the third part.
  return [
    `[>=10000000]${written(String.raw`##\,##\,##\,##0`)}`,
    `[>=100000]${written(String.raw`##\,##\,##0`)}`,
    written("#,##0"),
  ].join(";");
}

/** The number format of a column: what its cells look like in a spreadsheet, as near to the screen as formats go. */
export function numberFormat(column: ShownColumn, rows: readonly Row[], writing: Writing): string {
  if (column.kind === "date") return "yyyy-mm-dd";
  if (column.kind === "timestamp") return "yyyy-mm-dd hh:mm:ss";
  if (column.kind === "text" || column.kind === "boolean") return "General";
  if (column.unit === "money") return moneyFormat(writing, column.digits);
  if (isYears(column, rows)) return "0";
  const digits = column.digits ?? DIGITS[column.unit] ?? ownDigits(column, rows);
  if (column.unit === "share") return `0${decimals(digits)}%`;
  if (column.unit === "percent") return `0${decimals(digits)}"%"`;
  return `#,##0${decimals(digits)}`;
}
