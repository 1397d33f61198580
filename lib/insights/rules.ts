import type { Rule, Threshold } from "./rule";
import { deadStock } from "./rules/dead-stock";
import { decliningBusiness } from "./rules/declining-business";
import { decliningProduct } from "./rules/declining-product";
import { highProfitOpportunity } from "./rules/high-profit-opportunity";
import { idleCapital } from "./rules/idle-capital";
import { lowMarginVolume } from "./rules/low-margin-volume";
import { missingCosts } from "./rules/missing-costs";
import { overstock } from "./rules/overstock";
import { restock } from "./rules/restock";
import { returnsSpike } from "./rules/returns-spike";
import { revenueConcentration } from "./rules/revenue-concentration";
import { risingStar } from "./rules/rising-star";
import { seasonalPeak } from "./rules/seasonal-peak";
import { slowCategory } from "./rules/slow-category";
import { soldBelowCost } from "./rules/sold-below-cost";
import { stockOut } from "./rules/stock-out";

/** Every rule, in the order of METRICS. */
export const rules: readonly Rule[] = [
  deadStock,
  decliningProduct,
  decliningBusiness,
  overstock,
  stockOut,
  revenueConcentration,
  returnsSpike,
  restock,
  seasonalPeak,
  risingStar,
  highProfitOpportunity,
  lowMarginVolume,
  soldBelowCost,
  slowCategory,
  idleCapital,
  missingCosts,
];

/** Every number a person may change, with the rule it belongs to. */
export const ruleThresholds: readonly (Threshold & { rule: Rule })[] = rules.flatMap((rule) =>
  rule.thresholds.map((threshold) => ({ ...threshold, rule })),
);

/** Complete thresholds from what a cell keeps; what is not a number within its bounds is the default. */
export function toThresholds(given: Readonly<Record<string, unknown>>): Record<string, number> {
  return Object.fromEntries(
    ruleThresholds.map(({ name, min, max, default: usual }) => {
      const value = given[name];
      const fits = typeof value === "number" && value >= min && value <= max;
      return [name, fits ? value : usual];
    }),
  );
}
