import { CLOCK_PATTERN, DATE_PATTERNS, type DatePart, type DatePattern, LEADS, SERIAL_PATTERN } from "./date-patterns";
import { plainDigits } from "./digits";
import { MONTH_OF, WEEKDAYS } from "./month-words";
import type { DateOrder } from "./plan";

/** How one date is written. */
export interface DateShape {
  /** "numbers": d/m/y or m/d/y; "year-first": y-m-d; "compact": 20260630; "ideographs": 2026年6月30日; the rest name the month. */
  layout: DatePattern["layout"] | "serial";
  separator: string;
  yearDigits: 2 | 4;
  /** The time as strptime writes it, "" without one. */
  time: string;
  /** "Z", "+02:00" or "PDT" behind it. */
  offset: boolean;
  /** First and second number of "numbers". */
  first: number;
  second: number;
  /** One of the plain forms that the engine's own formats read: digits, English months, no weekday, no name of a zone. */
  plain: boolean;
}

const PATTERNS = DATE_PATTERNS.map(({ layout, pattern, groups }) => ({
  layout,
  groups,
  regex: new RegExp(pattern, "u"),
}));
const CLOCK = new RegExp(CLOCK_PATTERN, "u");
const SERIAL = new RegExp(SERIAL_PATTERN);

const TIME = String.raw`(?:(?:[T ]|, ?| +)\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?(?: ?(?:Z|UTC|[+-]\d{2}:?\d{2}))?)?`;
const ENGLISH =
  "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)";
const PLAIN_DAYS = [
  String.raw`\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})`,
  String.raw`\d{4}([-/.])\d{1,2}\2\d{1,2}`,
  String.raw`\d{1,2}[-/ .]${ENGLISH}[-/ .](?:\d{4}|\d{2})`,
  String.raw`\d{4}[-/ ]${ENGLISH}[-/ ]\d{1,2}`,
  String.raw`${ENGLISH} \d{1,2},? \d{4}`,
];
const PLAIN = new RegExp(`^(?:${PLAIN_DAYS.join("|")})${TIME}$`, "i");

/** strptime's words for the time behind a date. */
function timeOf(part: (name: DatePart) => string): string {
  if (part("hour") === "") return "";
  const half = part("half") !== "";
  const lead = part("gap") === "t" ? "T" : part("gap");
  return `${lead}${half ? "%I" : "%H"}:%M${part("secs") ? ":%S" : ""}${part("fraction") ? ".%f" : ""}${half ? " %p" : ""}`;
}

const OPENING = new Set([...WEEKDAYS, ...MONTH_OF.keys(), ...LEADS]);
const NUMBER = /^[+-]?\d*[.,]?\d*$/;
const FIRST_WORD = /^[\p{L}\p{M}]+/u;
const LONGEST = 90;

/** Most texts are no dates, which shows at their beginning: that is looked at before all ways to write one. */
function mayBeDate(lower: string): boolean {
  if (lower.length < 6 || lower.length > LONGEST) return false;
  if (NUMBER.test(lower)) return lower.length === 8 || lower.length === 12 || lower.length === 14;
  if (/^\d/.test(lower)) return true;
  const [word] = FIRST_WORD.exec(lower) ?? [];
  return word !== undefined && OPENING.has(word) && /\d/.test(lower);
}

/** How a text writes a date, or null when it is none. Says nothing about whether the day exists. */
export function dateShape(text: string): DateShape | null {
  const value = text.trim();
  const lower = plainDigits(value).toLowerCase().trim();
  if (!mayBeDate(lower)) return null;
  for (const { layout, groups, regex } of PATTERNS) {
    const match = regex.exec(lower);
    if (!match) continue;
    const part = (name: DatePart) => (groups.includes(name) ? (match[groups.indexOf(name) + 1] ?? "") : "");
    if (!possible(layout, part)) continue;
    const numbered = layout === "numbers";
    const plain = PLAIN.test(value);
    return {
      layout,
      separator: part("separator").trim() || (layout === "compact" ? "" : " "),
      yearDigits: /\d{4}/.test(part(yearPart(layout))) ? 4 : 2,
      time: plain ? plainTime(value, timeOf(part)) : timeOf(part),
      offset: part("zone").trim() !== "",
      first: numbered ? Number(part("first")) : 0,
      second: numbered ? Number(part("second")) : 0,
      plain,
    };
  }
  return null;
}

/** The blank before AM and PM as it is written. */
function plainTime(value: string, time: string): string {
  return / [AaPp][Mm]/.test(value) ? time : time.replace(" %p", "%p");
}

function yearPart(layout: DatePattern["layout"]): DatePart {
  return layout === "numbers" || layout === "day-month-name" || layout === "month-name-day" ? "third" : "first";
}

function possible(layout: DatePattern["layout"], part: (name: DatePart) => string): boolean {
  if (part("hour") !== "" && part("minute") === "" && part("half") === "") return false;
  if (part("separator2") !== "" && part("separator") !== part("separator2")) return false;
  const [first, second, third] = [Number(part("first")), Number(part("second")), Number(part("third"))];
  switch (layout) {
    case "numbers":
      return Math.max(first, second) <= 31 && Math.min(first, second) <= 12;
    case "year-first":
    case "ideographs":
    case "compact":
      return second <= 12 && third <= 31;
    default:
      return MONTH_OF.has(part("word")) && (layout === "year-month-name" ? third <= 31 : first <= 31);
  }
}

/** True for a time of day: "14:30", "14.30", "2:05:07 PM", "2 PM". */
export function isClock(text: string): boolean {
  const match = CLOCK.exec(plainDigits(text).toLowerCase().trim());
  return match !== null && Number(match[1]) < 25 && ((match[2] ?? "") !== "" || (match[5] ?? "") !== "");
}

/** True for a number that spreadsheets show as a date between 1954 and 2119; only a whole column of them is one. */
export function isSerial(text: string): boolean {
  return SERIAL.test(text.trim());
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
