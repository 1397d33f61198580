import { type ImportPlan, RULES, type RuleName } from "@/lib/ingest/plan";

/** Not a rule that leaves lines out: a warning names it to offer the other order of dates; true is day first. */
export const DATE_ORDER = "date-order";

/** What of a reading is changed; all else stays as it was. */
export interface ReadingChange {
  /** Rules to set; the ones not named stay. */
  rules?: Readonly<Partial<Record<RuleName, boolean>>>;
  /** Lines that count whatever a rule says of them, all of them. */
  countedLines?: readonly number[];
  plan?: Partial<Omit<ImportPlan, "rules" | "countedLines">>;
}

/** The plan with a change; rules that are as they are by default are not named, so that the same reading is the same plan. */
export function changedPlan(plan: ImportPlan, change: ReadingChange): ImportPlan {
  const rules = Object.entries({ ...plan.rules, ...change.rules }).filter(
    ([rule, applies]) => RULES[rule as RuleName] !== applies,
  );
  const counted = change.countedLines ?? plan.countedLines;
  return {
    ...plan,
    ...change.plan,
    rules: Object.fromEntries(rules),
    countedLines: [...new Set(counted)].sort((a, b) => a - b),
  };
}
