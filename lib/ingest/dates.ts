import type { DateOrder } from "./plan";

/** How one date is written. */
export interface DateShape {
  /** "numbers": d/m/y or m/d/y; "year-first": y-m-d; the rest name the month. */
  layout: "numbers" | "year-first" | "day-month-name" | "year-month-name" | "month-name-day";
  separator: string;
  yearDigits: 2 | 4;
  /** The time as strptime writes it, "" without one. */
  time: string;
  /** "Z" or "+02:00" behind it. */
  offset: boolean;
  /** First and second number of "numbers". */
  first: number;
  second: number;
}

const TIME = String.raw`(?:([T ]|, ?| +)(\d{1,2}):(\d{2})(?::(\d{2})(\.\d+)?)?( ?)([AaPp][Mm])?( ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?`;
const NUMBERS = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${TIME}$`);
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`);
const DAY_NAME = new RegExp(String.raw`^(\d{1,2})([-/ .])([A-Za-z]{3,9})[-/ .](\d{4}|\d{2})${TIME}$`);
const YEAR_NAME = new RegExp(String.raw`^(\d{4})([-/ ])([A-Za-z]{3,9})\2(\d{1,2})${TIME}$`);
const NAME_DAY = new RegExp(String.raw`^([A-Za-z]{3,9})( )(\d{1,2}),? (\d{4})${TIME}$`);
const MONTH =
  /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)$/i;

/** strptime's words for the time behind a date; groups as TIME has them, from `at`. */
function timeOf(match: RegExpExecArray, at: number): { time: string; offset: boolean } {
  const [lead, hour, , second, fraction, gap = "", half, offset] = match.slice(at);
  if (hour === undefined) return { time: "", offset: false };
  const clock = `${half ? "%I" : "%H"}:%M${second ? ":%S" : ""}${fraction ? ".%f" : ""}${half ? `${gap}%p` : ""}`;
  return { time: `${lead ?? " "}${clock}`, offset: offset !== undefined };
}

/** How a text writes a date, or null when it is none. Says nothing about whether the day exists. */
export function dateShape(text: string): DateShape | null {
  const value = text.trim();
  const base = { separator: "-", yearDigits: 4 as const, first: 0, second: 0 };
  let match = YEAR_FIRST.exec(value);
  if (match && Number(match[3]) <= 12 && Number(match[4]) <= 31) {
    return { ...base, layout: "year-first", separator: match[2] ?? "-", ...timeOf(match, 5) };
  }
  match = NUMBERS.exec(value);
  if (match) {
    const [first, second] = [Number(match[1]), Number(match[3])];
    if (Math.max(first, second) > 31 || Math.min(first, second) > 12) return null;
    const yearDigits = match[4]?.length === 4 ? 4 : 2;
    return { layout: "numbers", separator: match[2] ?? "/", yearDigits, first, second, ...timeOf(match, 5) };
  }
  match = DAY_NAME.exec(value);
  if (match && MONTH.test(match[3] ?? "")) {
    const yearDigits = match[4]?.length === 4 ? 4 : 2;
    return { ...base, layout: "day-month-name", separator: match[2] ?? "-", yearDigits, ...timeOf(match, 5) };
  }
  match = YEAR_NAME.exec(value);
  if (match && MONTH.test(match[3] ?? "")) {
    return { ...base, layout: "year-month-name", separator: match[2] ?? "-", ...timeOf(match, 5) };
  }
  match = NAME_DAY.exec(value);
  if (match && MONTH.test(match[1] ?? "")) {
    return { ...base, layout: "month-name-day", separator: " ", ...timeOf(match, 5) };
  }
  return null;
}

/** What a column of dates says about day and month; grows with every value. */
export interface OrderEvidence {
  /** Values that only fit day first, that only fit month first, that fit both and differ. */
  dayFirst: number;
  monthFirst: number;
  either: number;
  yearFirst: number;
}

export function noEvidence(): OrderEvidence {
  return { dayFirst: 0, monthFirst: 0, either: 0, yearFirst: 0 };
}

export function weigh(evidence: OrderEvidence, text: string): void {
  const shape = dateShape(text);
  if (shape === null) return;
  if (shape.layout !== "numbers") evidence.yearFirst += 1;
  else if (shape.first > 12) evidence.dayFirst += 1;
  else if (shape.second > 12) evidence.monthFirst += 1;
  else if (shape.first !== shape.second) evidence.either += 1;
}

/** The order the evidence speaks for, or null when nothing does. */
export function orderOf({ dayFirst, monthFirst, either, yearFirst }: OrderEvidence): DateOrder | null {
  if (dayFirst > 0 || monthFirst > 0) return dayFirst >= monthFirst ? "day-first" : "month-first";
  if (either > 0) return null;
  return yearFirst > 0 ? "year-first" : null;
}
