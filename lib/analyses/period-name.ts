import { param } from "@/lib/query/param";
import type { Say } from "./analysis";

/** The parameters of analyses that hold the newest complete period against another. */
export const comparedParams = {
  grain: param.choice({
    label: "Grain",
    default: "month",
    choices: { month: "month", quarter: "quarter", year: "year" },
  }),
  against: param.choice({
    label: "Against",
    default: "previous",
    choices: { previous: "one before", year_before: "same one a year earlier" },
  }),
};

/** "June 2026", "the second quarter of 2026", "2026" for the period that starts on a day. */
export function periodName(start: string, grain: "month" | "quarter" | "year", say: Say): string {
  if (grain === "month") return say.month(start);
  const year = start.slice(0, 4);
  if (grain === "year") return year;
  const quarter = ["first", "second", "third", "fourth"][Math.floor((Number(start.slice(5, 7)) - 1) / 3)];
  return `the ${quarter} quarter of ${year}`;
}

/** What to do where no period of a length is complete. */
export function orShorter(grain: "month" | "quarter" | "year"): string {
  return grain === "month" ? "Add older sales." : "Choose a shorter one, or add older sales.";
}
