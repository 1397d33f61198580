import { analyses } from "@/lib/analyses/registry";
import { rules } from "@/lib/insights/rules";

/** Labels that only insights use. */
const INSIGHT_LABELS = [
  "Revenue of the month",
  "A year before",
  "The month before",
  "2 months before",
  "Last 3 months",
  "3 months before",
  "Returned in the shop",
  "Index of the month",
  "At stake",
];

/** The names of analyses. */
export const knownAnalyses: ReadonlySet<string> = new Set(analyses.map(({ name }) => name));

/** The ids of insight rules. */
export const knownRules: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

/** Every label a metric may carry: column heads, parameters and thresholds of Lucid's own. */
export const knownLabels: ReadonlySet<string> = new Set([
  ...analyses.flatMap(({ query }) => [...query.columns, ...Object.values(query.params)].map(({ label }) => label)),
  ...rules.flatMap(({ thresholds }) => thresholds.map(({ label }) => label)),
  ...INSIGHT_LABELS,
]);
