import type { Column, Unit, Value } from "@/lib/query/column";
import type { Format } from "@/lib/query/format";
import type { Say } from "./analysis";

/** How a notebook writes numbers. */
export interface Writing {
  /** BCP 47. */
  locale: string;
  /** ISO 4217, or null: amounts are then plain grouped numbers. */
  currency: string | null;
}

type Numeric = string | number;
type Options = Intl.NumberFormatOptions;

const MINUS = "\u2212";

/** Intl reads decimal text exactly; a double would have lost the cents of large sums. */
function written(locale: string, options: Options, value: Numeric): string {
  return new Intl.NumberFormat(locale, options).format(value as `${number}`).replace(/^-|(?<=^\D)-/, MINUS);
}

function moneyOptions(currency: string | null): Options {
  return currency
    ? { style: "currency", currency, currencyDisplay: "narrowSymbol" }
    : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
}

const DIGITS: Readonly<Partial<Record<Unit, readonly [min: number, max: number]>>> = {
  rank: [0, 0],
  count: [0, 0],
  quantity: [0, 3],
  share: [1, 1],
  percent: [1, 1],
  days: [0, 0],
  turns: [1, 1],
  rate: [2, 2],
  score: [2, 2],
  index: [2, 2],
};

function optionsFor(unit: Unit, { currency }: Writing, digits: number | undefined): Options {
  const [min, max] = digits === undefined ? (DIGITS[unit] ?? [0, 6]) : [digits, digits];
  const fraction: Options = { minimumFractionDigits: min, maximumFractionDigits: max };
  if (unit === "money")
    return digits === undefined ? moneyOptions(currency) : { ...moneyOptions(currency), ...fraction };
  if (unit === "share" || unit === "percent") return { style: "percent", ...fraction };
  return fraction;
}

function dated(locale: string, value: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(`${value.slice(0, 10)}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(date);
}

function valueText(value: Value, column: Column, writing: Writing, digits?: number): string {
  if (value === null) return "\u2013";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (column.kind === "date")
    return dated(writing.locale, String(value), { day: "numeric", month: "short", year: "numeric" });
  if (column.kind === "timestamp") {
    const day = dated(writing.locale, String(value), { day: "numeric", month: "short", year: "numeric" });
    return `${day} ${String(value).slice(11, 16)}`;
  }
  if (column.kind === "text") return String(value);
  const scaled = column.unit === "percent" ? Number(value) / 100 : value;
  return written(writing.locale, optionsFor(column.unit, writing, digits), scaled);
}

/** Writes table cells and axes in the notebook's locale and currency. */
export function toFormat(writing: Writing): Format {
  return {
    locale: writing.locale,
    value: (value, column, digits) => valueText(value, column, writing, digits),
    short(value, column) {
      if (column.unit === "share" || column.unit === "percent") {
        const scaled = column.unit === "percent" ? value / 100 : value;
        return written(writing.locale, { style: "percent", maximumFractionDigits: 0 }, scaled);
      }
      const money = column.unit === "money" && writing.currency !== null ? moneyOptions(writing.currency) : {};
      return written(
        writing.locale,
        { ...money, notation: "compact", minimumFractionDigits: 0, maximumFractionDigits: 1 },
        value,
      );
    },
  };
}

const WESTERN = [
  { from: 1e9, word: "billion" },
  { from: 1e6, word: "million" },
];
const INDIAN = [
  { from: 1e7, word: "crore" },
  { from: 1e5, word: "lakh" },
];

/** Writes numbers inside sentences. */
export function toSay(writing: Writing): Say {
  const { locale, currency } = writing;
  const money = moneyOptions(currency);
  return {
    money: (value) => written(locale, money, value),
    moneyShort(value) {
      const size = Math.abs(Number(value));
      const step = (locale.endsWith("-IN") ? INDIAN : WESTERN).find(({ from }) => size >= from);
      if (!step) return written(locale, { ...money, minimumFractionDigits: 0, maximumFractionDigits: 0 }, value);
      const short = written(
        locale,
        { ...money, minimumFractionDigits: 0, maximumSignificantDigits: 3 },
        Number(value) / step.from,
      );
      return `${short} ${step.word}`;
    },
    quantity: (value) => written(locale, { maximumFractionDigits: 3 }, value),
    count: (value) => written(locale, { maximumFractionDigits: 0 }, value),
    share: (value) =>
      written(locale, { style: "percent", maximumFractionDigits: value !== 0 && value < 0.1 ? 1 : 0 }, value),
    percent: (value) =>
      written(locale, { style: "percent", maximumFractionDigits: Math.abs(value) < 10 ? 1 : 0 }, Math.abs(value) / 100),
    date: (day) => dated(locale, day, { day: "numeric", month: "long", year: "numeric" }),
    month: (day) => dated(locale, day, { month: "long", year: "numeric" }),
  };
}
