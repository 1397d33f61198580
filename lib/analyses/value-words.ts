import { ALL, FIRST, type Param, type ParamValue } from "@/lib/query/param";
import type { Facts } from "./analysis";

/** What the words of a value hang on. */
export type WordedParam = Pick<Param, "kind" | "choices">;

/** "2026-06" as "June 2026". */
export function monthLabel(month: string, locale: string, width: "short" | "long" = "long"): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(locale, { month: width, year: "numeric", timeZone: "UTC" }).format(date);
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
export function listChoices(param: WordedParam, value: ParamValue, facts: Facts | null, locale: string) {
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

export const ALL_PRODUCTS = { value: ALL, label: "all products" };

/** What is known of the notebook when a value is put into words. */
export interface WordedIn {
  facts: Facts | null;
  locale: string;
  /** Names of products; null until they were asked for. */
  products: { choices: readonly { value: string; label: string }[] | null };
}

/** A value as its control shows it. */
export function valueWords(param: WordedParam, value: ParamValue, { facts, locale, products }: WordedIn): string {
  if (param.kind === "integer" || param.kind === "decimal" || param.kind === "text") return String(value);
  const choices =
    param.kind === "product" ? [ALL_PRODUCTS, ...(products.choices ?? [])] : listChoices(param, value, facts, locale);
  return choices.find((choice) => choice.value === value)?.label ?? String(value);
}
