import type { Facts } from "./analysis";

const DAY_MS = 86_400_000;

/** Days from the first sale's to the newest's, both included; 0 without sales. */
export function daysCovered({ firstDay, asOf }: Pick<Facts, "firstDay" | "asOf">): number {
  return firstDay && asOf ? (Date.parse(asOf) - Date.parse(firstDay)) / DAY_MS + 1 : 0;
}

/** Months of which the data holds every day. */
export function completeMonths({ firstDay, asOf, months }: Pick<Facts, "firstDay" | "asOf" | "months">): number {
  if (!firstDay || !asOf) return 0;
  const dayAfter = new Date(Date.parse(asOf) + DAY_MS).toISOString();
  const open = (firstDay.endsWith("-01") ? 0 : 1) + (dayAfter.slice(8, 10) === "01" ? 0 : 1);
  return Math.max(months.length - open, 0);
}
