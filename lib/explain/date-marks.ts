import type { Book } from "./book";
import type { Mark } from "./line";
import { normalised } from "./normalised";

/** A day, month, quarter or year a text names: "2026-06-30", "2026-06", "2026-Q2", "2026", or "--06" for June of any year. */
export interface DateMark extends Mark {
  key: string;
}

function monthNames(locale: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of ["en", locale]) {
    for (const month of ["long", "short"] as const) {
      for (const options of [{ month }, { month, day: "numeric" as const }]) {
        const format = new Intl.DateTimeFormat(language, { ...options, timeZone: "UTC" });
        for (let at = 0; at < 12; at++) {
          const part = format.formatToParts(Date.UTC(2026, at, 1)).find(({ type }) => type === "month");
          if (part && /\p{L}/u.test(part.value)) names.set(normalised(part.value).replace(/\.$/, ""), at + 1);
        }
      }
    }
  }
  return names;
}

const two = (number: number | string) => String(number).padStart(2, "0");
const QUARTERS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  erste: 1,
  zweite: 2,
  dritte: 3,
  vierte: 4,
};

/** How the locale orders day and month in digits alone. */
function isDayFirst(locale: string): boolean {
  const types = new Intl.DateTimeFormat(locale).formatToParts(0).map(({ type }) => type);
  return types.indexOf("day") < types.indexOf("month");
}

type Reading = readonly [pattern: RegExp, keyOf: (groups: readonly string[]) => string];
const readingsByLocale = new Map<string, readonly Reading[]>();

/** How dates are written, the longest first. */
function readingsFor(locale: string): readonly Reading[] {
  const known = readingsByLocale.get(locale);
  if (known) return known;
  const months = monthNames(locale);
  const name = `(${[...months.keys()].sort((a, b) => b.length - a.length).join("|")})\\.?`;
  const month = (word: string | undefined) => two(months.get(word ?? "") ?? 0);
  const dayFirst = isDayFirst(locale);
  const readings: readonly Reading[] = [
    [/\b(\d{4})-(\d{2})-(\d{2})\b/g, ([y, m, d]) => `${y}-${m}-${d}`],
    [/\b(\d{4})-(\d{2})\b/g, ([y, m]) => `${y}-${m}`],
    [
      /\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b/g,
      ([a = "", b = "", y]) => `${y}-${two(dayFirst ? b : a)}-${two(dayFirst ? a : b)}`,
    ],
    [
      new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\.? ${name} (\\d{4})\\b`, "gu"),
      ([d = "", m, y]) => `${y}-${month(m)}-${two(d)}`,
    ],
    [
      new RegExp(`\\b${name} (\\d{1,2})(?:st|nd|rd|th)?, (\\d{4})\\b`, "gu"),
      ([m, d = "", y]) => `${y}-${month(m)}-${two(d)}`,
    ],
    [new RegExp(`(?<!\\p{L})${name} (\\d{4})\\b`, "gu"), ([m, y]) => `${y}-${month(m)}`],
    [/\bQ([1-4]) (\d{4})\b/g, ([q, y]) => `${y}-Q${q}`],
    [/\b(first|second|third|fourth) quarter of (\d{4})\b/g, ([q = "", y]) => `${y}-Q${QUARTERS[q]}`],
    [/\b(erste|zweite|dritte|vierte)[ns]? Quartal (\d{4})\b/g, ([q = "", y]) => `${y}-Q${QUARTERS[q]}`],
    [new RegExp(`(?<!\\p{L})${name}(?!\\p{L}| be\\b)`, "gu"), ([m]) => `--${month(m)}`],
    [
      /(?<![\d.,\p{Sc}-]|\p{Sc} )\b((?:19|20)\d{2})\b(?![.,]?\d| ?%| ?\p{Sc}| (?:units?|pieces|orders|customers|products|days|times|lines|Stück|lakh|crore|million|more)\b)/gu,
      ([y]) => `${y}`,
    ],
  ];
  readingsByLocale.set(locale, readings);
  return readings;
}

/** The dates of a text, the longest reading of each place. */
export function datesIn(text: string, locale: string): DateMark[] {
  const found: DateMark[] = [];
  for (const [pattern, keyOf] of readingsFor(locale)) {
    for (const match of text.matchAll(pattern)) {
      const mark = { start: match.index, end: match.index + match[0].length };
      if (!found.some(({ start, end }) => mark.start < end && mark.end > start)) {
        found.push({ ...mark, key: keyOf(match.slice(1)) });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

const quarterOf = (day: string) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

/** True when a written date is this day or period, or the month, quarter or year it lies in. */
export function isDate(key: string, day: string): boolean {
  if (key.startsWith("--")) return day.slice(5, 7) === key.slice(2);
  if (key.includes("Q")) return day.length >= 7 && quarterOf(day) === key;
  if (key.length === 10) return day === key || day.split("..").includes(key);
  return day.startsWith(key);
}

/** The days and periods a book knows. */
export function knownDates({ payload }: Book): string[] {
  const dates = payload.metrics.flatMap(({ kind, value, period }) => [
    ...(kind === "date" ? [value] : []),
    ...(period === null ? [] : [period, ...period.split("..")]),
  ]);
  return [...new Set([...dates, ...(payload.asOf === null ? [] : [payload.asOf])])];
}
