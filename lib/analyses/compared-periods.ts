import { ALL } from "@/lib/query/param";
import type { Facts } from "./analysis";
import type { ComparedSpan } from "./comparable";
import { completeMonths } from "./complete-months";

/** Two days, YYYY-MM-DD, both included. */
export interface Days {
  from: string;
  to: string;
}

/** A period and what it is held against; what the data does not hold is null. */
export interface ComparedPeriods {
  now: Days;
  /** As many months before, of whole months; else as many days. */
  previous: Days | null;
  lastYear: Days | null;
}

const DAY_MS = 86_400_000;

function moved(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The first day of the month so many months later. */
function monthsLater(day: string, months: number): string {
  const first = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + months);
  return first.toISOString().slice(0, 10);
}

/** How many days, both ends included. */
export function lengthOf({ from, to }: Days): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
}

/** How many whole months two days span; 0 when they do not begin and end with one. */
export function wholeMonths({ from, to }: Days): number {
  if (!from.endsWith("-01") || !moved(to, 1).endsWith("-01")) return 0;
  const after = moved(to, 1);
  return (
    12 * (Number(after.slice(0, 4)) - Number(from.slice(0, 4))) + Number(after.slice(5, 7)) - Number(from.slice(5, 7))
  );
}

function monthsFrom(from: string, months: number): Days {
  return { from, to: moved(monthsLater(from, months), -1) };
}

/** The same day of another year; 29 February becomes the 28th. */
function yearBefore(day: string): string {
  const year = String(Number(day.slice(0, 4)) - 1).padStart(4, "0");
  return day.endsWith("02-29") ? `${year}-02-28` : year + day.slice(4);
}

function spanned(span: ComparedSpan, facts: Pick<Facts, "firstDay" | "asOf" | "months">): Days | null {
  const { asOf } = facts;
  if (asOf === null) return null;
  if (typeof span !== "string") return { from: moved(asOf, 1 - span.lastDays), to: asOf };
  if (span === ALL) {
    const after = monthsLater(moved(asOf, 1), 0);
    return completeMonths(facts) > 0 ? monthsFrom(monthsLater(after, -1), 1) : null;
  }
  const [from, to] = span.split("..");
  return from && to ? { from, to } : monthsFrom(`${span}-01`, 1);
}

/**
 * The period of a figure and the comparable ones: of all the data the last complete month, as in the overview; null where
 * the data does not hold the whole period. METRICS: overview.
 */
export function comparedPeriods(
  span: ComparedSpan,
  facts: Pick<Facts, "firstDay" | "asOf" | "months">,
): ComparedPeriods | null {
  const { firstDay, asOf } = facts;
  const now = spanned(span, facts);
  if (!now || firstDay === null || asOf === null || now.from < firstDay || now.to > asOf) return null;
  const months = wholeMonths(now);
  const held = (days: Days) => (days.from >= firstDay ? days : null);
  const previous =
    months > 0
      ? monthsFrom(monthsLater(now.from, -months), months)
      : { from: moved(now.from, -lengthOf(now)), to: moved(now.from, -1) };
  const lastYear =
    months > 0
      ? monthsFrom(monthsLater(now.from, -12), months)
      : { from: yearBefore(now.from), to: yearBefore(now.to) };
  // A year or more would overlap with itself, or be the period before.
  const hasLastYear = months > 0 ? months < 12 : lengthOf(now) < 365;
  return { now, previous: held(previous), lastYear: hasLastYear ? held(lastYear) : null };
}
