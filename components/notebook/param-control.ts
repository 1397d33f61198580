import type { Facts } from "@/lib/analyses/analysis";
import { ALL, FIRST, type Param, type ParamValue } from "@/lib/query/param";

/** What a control needs to know of its parameter; every `ParamSpec` entry has it. */
export type ControlParam = Pick<Param, "kind" | "label" | "min" | "max" | "choices" | "parse">;

export interface ControlProps {
  name: string;
  param: ControlParam;
  value: ParamValue;
  onCommit: (value: ParamValue) => void;
  /** A sentence about what was typed and cannot be used, or null when all is well. */
  onProblem: (problem: string | null) => void;
  /** Id of the element that shows the problem; set while there is one. */
  problemId: string | undefined;
}

/** What a value read as, or the sentence that says why not. */
export type Parsed = { value: ParamValue; problem: null } | { value: null; problem: string };

export function parsed(param: ControlParam, given: unknown): Parsed {
  try {
    return { value: param.parse(given), problem: null };
  } catch (error) {
    return { value: null, problem: error instanceof Error ? error.message : `${param.label} cannot be read.` };
  }
}

/** "2026-06" as "June 2026". */
export function monthLabel(month: string, locale: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { month: "long", year: "numeric", timeZone: "UTC" }).format(date);
}

/** "2026-06-30" as "30 June 2026". */
export function dayLabel(day: string, locale: string, month: "short" | "long" = "long"): string {
  const date = new Date(`${day}T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { day: "numeric", month, year: "numeric", timeZone: "UTC" }).format(date);
}

/** The two days of a custom period, or null for "all" and months. */
export function rangeOf(period: string): { from: string; to: string } | null {
  const [from, to] = period.split("..");
  return from && to ? { from, to } : null;
}

const ALL_WORDS = { period: "all months", category: "all categories", store: "all stores" };

/** The words a list parameter offers. A value that is no longer in the data stays selectable. */
export function listChoices(param: ControlParam, value: ParamValue, facts: Facts | null, locale: string) {
  if (param.kind === "choice") {
    return param.choices.map((choice) => ({ value: String(choice.value), label: choice.label }));
  }
  if (param.kind === "table") return tableChoices(String(value), facts?.tables ?? []);
  const kind = param.kind === "period" || param.kind === "store" ? param.kind : "category";
  const known =
    kind === "period"
      ? [...(facts?.months ?? [])].reverse().map((month) => ({ value: month, label: monthLabel(month, locale) }))
      : ((kind === "store" ? facts?.stores : facts?.categories) ?? []).map((name) => ({ value: name, label: name }));
  const choices = [{ value: ALL, label: ALL_WORDS[kind] }, ...known];
  const current = String(value);
  if (choices.some((choice) => choice.value === current)) return choices;
  const range = rangeOf(current);
  const label = range ? `${dayLabel(range.from, locale, "short")} to ${dayLabel(range.to, locale, "short")}` : current;
  return [...choices, { value: current, label: kind === "period" && !range ? monthLabel(current, locale) : label }];
}

/** Ordinary tables by the names of their files; "first" is the first of them. */
function tableChoices(current: string, tables: readonly string[]) {
  const known = tables.map((name) => ({ value: name, label: name }));
  if (tables.includes(current)) return known;
  return [{ value: current, label: current === FIRST ? (tables[0] ?? "the first table") : current }, ...known];
}
