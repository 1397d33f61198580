import type { Column, Value } from "./column";

const YEARS = new Set(
  "year yr fy jahr jaar année annee año anio ano anno tahun yıl yil साल वर्ष sal varsh 年 年度 年份".split(" "),
);
/** With these a name is of what a year brought, not of the year: "sales last year", "units per year". */
const OF_A_YEAR = new Set("per last this next previous prior to by each every".split(" "));

const FIRST = 1800;
const LAST = 2100;

/** The words of a column's name: "orderYear", "sale_year" and `year(sold_at)` all have "year". */
function wordsOf(name: string): readonly string[] {
  const apart = name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase();
  return apart.match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** True for a whole number that is a year by the name of its column: 2026 is then no amount of 2,026. */
export function isYear(value: Value, { name, kind, unit }: Pick<Column, "name" | "kind" | "unit">): boolean {
  if (kind !== "integer" || unit !== "none" || typeof value !== "number" || value < FIRST || value > LAST) return false;
  const words = wordsOf(name);
  return words.some((word) => YEARS.has(word)) && !words.some((word) => OF_A_YEAR.has(word));
}
