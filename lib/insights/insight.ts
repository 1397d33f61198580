import type { Answer } from "@/lib/analyses/analysis";
import type { Confidence } from "./confidence";
import type { InsightCategory, SupportingMetric } from "./rule";

/** What a person did with an insight; `open` is what nobody touched, or what was snoozed until a day that has come. */
export type InsightState = "open" | "done" | "snoozed" | "dismissed";

/** A kept state. `until` is the first day (YYYY-MM-DD) a snoozed insight shows again; null for all others. */
export interface KeptState {
  state: Exclude<InsightState, "open">;
  until: string | null;
}

/** One insight, ready to be shown, exported or explained. */
export interface Insight {
  /** Stable: `dead_stock_P1`, `slow_category_Tea`; of the whole shop or a summary the rule's name alone. */
  insightId: string;
  rule: string;
  ruleTitle: string;
  category: InsightCategory;
  title: string;
  /** One sentence with its decisive words. */
  finding: Answer;
  recommendedAction: string;
  confidence: Confidence;
  supportingMetrics: readonly SupportingMetric[];
  /** In the notebook's currency; null when no sum can be named. */
  moneyAtStake: number | null;
  /** What that sum is: "tied up". */
  stake: string;
  productId: string | null;
  state: InsightState;
  /** While snoozed. */
  until: string | null;
}

/** The state of an insight on a day (YYYY-MM-DD): what was snoozed comes back on its day. */
export function stateOn(today: string, kept: KeptState | undefined): Pick<Insight, "state" | "until"> {
  if (!kept) return { state: "open", until: null };
  if (kept.state !== "snoozed") return { state: kept.state, until: null };
  const over = kept.until === null || kept.until <= today;
  return over ? { state: "open", until: null } : { state: "snoozed", until: kept.until };
}
