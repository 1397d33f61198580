import { LEVELS } from "@/components/result/insight-words";
import type { Choice } from "@/components/ui/select";
import type { Insight } from "@/lib/insights/insight";

/** Which insights are shown; "all" lets every one through. */
export interface InsightFilter {
  category: string;
  /** The least confidence. */
  confidence: string;
  /** Also what was done, snoozed or dismissed. */
  putAway: boolean;
}

export const EVERYTHING: InsightFilter = { category: "all", confidence: "all", putAway: false };

export const CATEGORY_CHOICES: readonly Choice[] = [
  { value: "all", label: "all kinds" },
  { value: "risk", label: "risks" },
  { value: "growth", label: "growth" },
  { value: "efficiency", label: "efficiency" },
];

export const CONFIDENCE_CHOICES: readonly Choice[] = [
  { value: "all", label: "any confidence" },
  { value: "medium", label: "medium or high confidence" },
  { value: "high", label: "high confidence" },
];

/** The insights a filter lets through, in their order. */
export function shownInsights(insights: readonly Insight[], filter: InsightFilter): Insight[] {
  const levels: readonly string[] = LEVELS;
  const least = levels.indexOf(filter.confidence);
  return insights.filter(
    (insight) =>
      (filter.putAway || insight.state === "open") &&
      (filter.category === "all" || insight.category === filter.category) &&
      levels.indexOf(insight.confidence.level) >= least,
  );
}
