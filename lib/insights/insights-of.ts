import type { Say } from "@/lib/analyses/analysis";
import type { Row } from "@/lib/query/result";
import { confidenceOf, type LineCount } from "./confidence";
import { evaluateRules, type SkippedRule } from "./evaluate-rules";
import { toInsightFacts } from "./facts";
import { type Insight, type KeptState, stateOn } from "./insight";
import type { Finding, Rule } from "./rule";
import { rules as allRules, toThresholds } from "./rules";

export interface InsightsSpec {
  /** The rows of the analysis `insights`. */
  rows: readonly Row[];
  /** Lines of the files: how complete the data is. */
  lines: LineCount;
  /** What the cell keeps: thresholds by name, the rest at their defaults. */
  thresholds: Readonly<Record<string, unknown>>;
  /** By insight id. */
  states: Readonly<Record<string, KeptState>>;
  /** YYYY-MM-DD. */
  today: string;
  say: Say;
  /** All of them, unless a test says otherwise. */
  rules?: readonly Rule[];
}

export interface Insights {
  /** By money at stake, the most first; sums of the rest behind what they add to. Every state, open and put away. */
  insights: readonly Insight[];
  skipped: readonly SkippedRule[];
}

const idOf = (rule: Rule, { about }: Finding) => (about === null ? rule.id : `${rule.id}_${about}`);

/** The insights of a result: rules, confidence, words and states together. Without sales there are none. */
export function insightsOf({ rows, lines, thresholds, states, today, say, rules = allRules }: InsightsSpec): Insights {
  const facts = toInsightFacts(rows);
  if (!facts) return { insights: [], skipped: [] };
  const { made, skipped } = evaluateRules(rules, facts, toThresholds(thresholds), (rule, finding): Insight => {
    const insightId = idOf(rule, finding);
    const { title, finding: sentence, action } = finding.words(say);
    return {
      insightId,
      rule: rule.id,
      ruleTitle: rule.title,
      category: rule.category,
      title,
      finding: sentence,
      recommendedAction: action,
      confidence: confidenceOf({ ...finding, lines, count: say.count }),
      supportingMetrics: finding.metrics,
      moneyAtStake: finding.moneyAtStake,
      stake: finding.stake(say),
      productId: finding.productId,
      ...stateOn(today, states[insightId]),
    };
  });
  return { insights: byStake(made), skipped };
}

/**
 * Most money first, no sum last; what sums up the rest of a rule's products comes behind those it names. Ties by
 * confidence, then by id, so that the order never depends on chance.
 */
function byStake(insights: readonly Insight[]): Insight[] {
  const stake = ({ moneyAtStake }: Insight) => moneyAtStake ?? Number.NEGATIVE_INFINITY;
  const leastNamed = new Map<string, number>();
  for (const insight of insights) {
    if (insight.productId === null) continue;
    leastNamed.set(insight.rule, Math.min(stake(insight), leastNamed.get(insight.rule) ?? Number.POSITIVE_INFINITY));
  }
  const sumsUp = ({ rule, productId }: Insight) => productId === null && leastNamed.has(rule);
  const place = (insight: Insight) =>
    sumsUp(insight) ? Math.min(stake(insight), leastNamed.get(insight.rule) ?? 0) : stake(insight);
  return insights.toSorted((a, b) => {
    if (place(a) !== place(b)) return place(b) > place(a) ? 1 : -1;
    if (sumsUp(a) !== sumsUp(b)) return sumsUp(a) ? 1 : -1;
    if (a.confidence.score !== b.confidence.score) return b.confidence.score - a.confidence.score;
    return a.insightId < b.insightId ? -1 : 1;
  });
}
