import type { ConfidenceLevel, ConfidencePart } from "@/lib/insights/confidence";
import type { InsightState } from "@/lib/insights/insight";
import type { InsightCategory } from "@/lib/insights/rule";

export const CATEGORY_WORDS: Readonly<Record<InsightCategory, string>> = {
  risk: "Risk",
  growth: "Growth",
  efficiency: "Efficiency",
};

export const LEVELS: readonly ConfidenceLevel[] = ["low", "medium", "high"];

export const PART_WORDS: Readonly<Record<ConfidencePart, string>> = {
  completeness: "Completeness of the data",
  significance: "Significance of the figure",
  strength: "Strength past the threshold",
};

export const STATE_WORDS: Readonly<Record<Exclude<InsightState, "open">, string>> = {
  done: "Done",
  snoozed: "Snoozed",
  dismissed: "Dismissed",
};
