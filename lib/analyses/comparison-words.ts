import type { Column, Value } from "@/lib/query/column";
import type { Facts, Say } from "./analysis";
import type { Comparable, ComparedSpan, Measure } from "./comparable";
import { type Days, lengthOf, wholeMonths } from "./compared-periods";
import { type Compared, comparisonQuery } from "./comparison";
import { plural } from "./span";

/** One change: in percent, against what, and why there is none. */
export interface ChangeWords {
  /** null when it cannot be told; `reason` says why. */
  percent: number | null;
  /** "on May 2026", "on the 14 days before". */
  against: string;
  /** The days compared with, or why nothing can be compared: one sentence. */
  detail: string;
}

/** A figure with its changes, as a line under the answer. */
export interface ComparisonWords {
  measure: Measure;
  /** "Net revenue, June 2026". */
  label: string;
  value: Value;
  column: Column;
  changes: readonly ChangeWords[];
  lessIsBetter: boolean;
}

/** 100 * (now - before) / |before|; null when one is unknown or there was nothing before. */
export function changePercent(now: Value | undefined, before: Value | undefined): number | null {
  if (now === null || now === undefined || before === null || before === undefined) return null;
  const base = Number(before);
  return base === 0 ? null : (100 * (Number(now) - base)) / Math.abs(base);
}

/** "June 2026", "January 2026 to June 2026", "3 June 2026", "1 June 2026 to 14 June 2026". */
export function daysName(days: Days, say: Pick<Say, "month" | "date">): string {
  const months = wholeMonths(days);
  if (months === 1) return say.month(days.from);
  if (months > 1) return `${say.month(days.from)} to ${say.month(days.to)}`;
  return days.from === days.to ? say.date(days.from) : `${say.date(days.from)} to ${say.date(days.to)}`;
}

function againstPrevious(now: Days, previous: Days | null, say: Say): string {
  const months = wholeMonths(now);
  if (months === 1) return previous ? `on ${daysName(previous, say)}` : "on the month before";
  if (months > 1) return `on the ${say.count(months)} months before`;
  const days = lengthOf(now);
  return days === 1 ? "on the day before" : `on the ${say.count(days)} ${plural(days, "day")} before`;
}

function againstLastYear(now: Days, lastYear: Days, say: Say): string {
  const months = wholeMonths(now);
  if (months === 1) return `on ${daysName(lastYear, say)}`;
  return months > 1 ? "on the same months a year earlier" : "on the same days a year earlier";
}

/** Why a figure has no period to be held against. */
export function notComparable(span: ComparedSpan, facts: Facts, say: Say): string {
  if (!facts.firstDay || !facts.asOf) return "There are no sales yet, so nothing can be compared.";
  if (span === "all") return "No month is complete yet, so nothing can be compared.";
  return `The data runs from ${say.date(facts.firstDay)} to ${say.date(facts.asOf)} and does not hold the whole period, so nothing is compared.`;
}

/** The figure an analysis states with what became of it since the periods before. */
export function comparisonWords(of: Comparable, compared: Compared, facts: Facts, say: Say): ComparisonWords | null {
  const { measure } = of;
  const column = comparisonQuery.columns.find(({ name }) => name === measure);
  const rowOf = (scope: string) => compared.rows.find((row) => row.scope === scope);
  const now = rowOf("now");
  if (!column || !now) return null;
  const { periods } = compared;
  const change = (scope: string, days: Days, against: string): ChangeWords => {
    const percent = changePercent(now[measure], rowOf(scope)?.[measure]);
    const name = daysName(days, say);
    const detail = percent === null ? `${name} had nothing to compare with.` : `Compared with ${name}.`;
    return { percent, against, detail };
  };
  const against = againstPrevious(periods.now, periods.previous, say);
  const start = facts.firstDay ? say.date(facts.firstDay) : "later";
  const previous = periods.previous
    ? change("previous", periods.previous, against)
    : { percent: null, against, detail: `The data begins on ${start}, so there is nothing before to compare with.` };
  const lastYear = periods.lastYear
    ? [change("last_year", periods.lastYear, againstLastYear(periods.now, periods.lastYear, say))]
    : [];
  return {
    measure,
    label: `${column.label}, ${daysName(periods.now, say)}`,
    value: now[measure] ?? null,
    column,
    changes: [previous, ...lastYear],
    lessIsBetter: measure === "returned",
  };
}
