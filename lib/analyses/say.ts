import type { Column, Unit, Value } from "@/lib/query/column";
import type { Format } from "@/lib/query/format";
import { isYear } from "@/lib/query/year-column";
import type { Say } from "./analysis";
import { dateWriter, MINUS, type NumberOptions, type Numeric, numberWriter } from "./number-writer";

/** How a notebook writes numbers. */
export interface Writing {
  /** BCP 47. */
  locale: string;
  /** ISO 4217, or null: amounts are then plain grouped numbers. */
  currency: string | null;
}

const DASH = "\u2013";
const SHORT_DAY = { day: "numeric", month: "short", year: "numeric" } as const;

function moneyOptions(currency: string | null): NumberOptions {
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

function optionsFor(unit: Unit, { currency }: Writing, digits: number | undefined): NumberOptions {
  const [min, max] = digits === undefined ? (DIGITS[unit] ?? [0, 6]) : [digits, digits];
  const fraction = { minimumFractionDigits: min, maximumFractionDigits: max };
  switch (unit) {
    case "money":
      return digits === undefined ? moneyOptions(currency) : { ...moneyOptions(currency), ...fraction };
    case "share":
      return { style: "percent", ...fraction };
    case "percent":
      return { style: "unit", unit: "percent", ...fraction };
    default:
      return fraction;
  }
}

const YEAR: NumberOptions = { useGrouping: false };

/** Writes table cells and axes in the notebook's locale and currency. Decimal text is rounded exactly. */
export function toFormat(writing: Writing): Format {
  const { locale, currency } = writing;
  const number = numberWriter(locale);
  const date = dateWriter(locale);
  return {
    locale,
    value(value, column, digits) {
      if (value === null) return DASH;
      if (typeof value === "boolean") return value ? "yes" : "no";
      if (column.kind === "date") return date(String(value), SHORT_DAY);
      if (column.kind === "timestamp") return `${date(String(value), SHORT_DAY)} ${String(value).slice(11, 16)}`;
      if (column.kind === "text") return String(value);
      if (isYear(value, column)) return number(value, YEAR);
      return number(value, optionsFor(column.unit, writing, digits));
    },
    short(value, column, digits) {
      if (isYear(value, column)) return number(value, YEAR);
      const part = { minimumFractionDigits: digits ?? 0, maximumFractionDigits: digits ?? 0 };
      if (column.unit === "share") return number(value, { style: "percent", ...part });
      if (column.unit === "percent") return number(value, { style: "unit", unit: "percent", ...part });
      const money = column.unit === "money" && currency !== null ? moneyOptions(currency) : {};
      if (digits !== undefined) return number(value, { ...money, notation: "compact", ...part });
      // Three figures, but never fewer than a locale without a word for thousands writes anyway.
      const figures = { maximumSignificantDigits: 3, maximumFractionDigits: 0, minimumFractionDigits: 0 };
      return number(value, { ...money, notation: "compact", ...figures, roundingPriority: "morePrecision" });
    },
  };
}

/** One value as a table cell shows it; `toFormat` serves many. */
export function formatValue(value: Value, column: Column, writing: Writing): string {
  return toFormat(writing).value(value, column);
}

interface Step {
  from: number;
  word: string;
}

const WESTERN: readonly Step[] = [
  { from: 1e12, word: "trillion" },
  { from: 1e9, word: "billion" },
  { from: 1e6, word: "million" },
];
const INDIAN: readonly Step[] = [
  { from: 1e7, word: "crore" },
  { from: 1e5, word: "lakh" },
];

/** The word for a size. It is chosen after rounding to three figures: 99,99,999 is a crore, not 100 lakh. */
function stepFor(size: number, locale: string): Step | undefined {
  const steps = locale.endsWith("-IN") ? INDIAN : WESTERN;
  const smallest = steps.at(-1)?.from ?? Number.POSITIVE_INFINITY;
  const rounded = Number(size.toPrecision(3));
  return size < smallest ? undefined : steps.find(({ from }) => rounded >= from);
}

/** The word for a size stands behind the number, before a currency that a locale writes behind it: "1 million €". */
function withWord(amount: string, word: string): string {
  const [, digits = amount, behind = ""] = /^(.*\d)(\D*)$/u.exec(amount) ?? [];
  return `${digits} ${word}${behind}`;
}

/** Decimals of a percentage in a sentence: none, but one below ten and where none would claim the whole. */
function percentDigits(percent: number): NumberOptions {
  const size = Math.abs(percent);
  if (size > 99 && size < 100) return { maximumFractionDigits: 1, roundingMode: "trunc" };
  return { maximumFractionDigits: size < 10 ? 1 : 0 };
}

/** Writes numbers inside sentences. */
export function toSay({ locale, currency }: Writing): Say {
  const number = numberWriter(locale);
  const date = dateWriter(locale);
  const money = moneyOptions(currency);
  const whole = { ...money, minimumFractionDigits: 0, maximumFractionDigits: 0 };
  const percent = (value: number) => {
    const size = Math.abs(value);
    const least = { style: "unit", unit: "percent", maximumFractionDigits: 1 } as const;
    if (size > 0 && size < 0.05) return `under ${number(0.1, least)}`;
    return number(size, { style: "unit", unit: "percent", ...percentDigits(size) });
  };
  return {
    money: (value) => number(value, money),
    moneyShort(value) {
      const size = Math.abs(Number(value));
      const step = stepFor(size, locale);
      if (!step) return number(value, size < 1000 && !Number.isInteger(size) ? money : whole);
      const scaled = Number(value) / step.from;
      return withWord(number(scaled, { ...money, minimumFractionDigits: 0, maximumSignificantDigits: 3 }), step.word);
    },
    quantity: (value: Numeric) => number(value, { maximumFractionDigits: 3 }),
    count: (value) => number(value, { maximumFractionDigits: 0 }),
    share(value) {
      if (value >= 0) return percent(100 * value);
      return value > -0.0005 ? `just below ${percent(0)}` : `${MINUS}${percent(-100 * value)}`;
    },
    percent,
    date: (day) => date(day, { day: "numeric", month: "long", year: "numeric" }),
    month: (day) => date(day, { month: "long", year: "numeric" }),
  };
}
