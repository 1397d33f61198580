import type { Answer, Say } from "@/lib/analyses/analysis";
import { plural, sentence, strong } from "@/lib/analyses/span";
import type { Insight, InsightState } from "./insight";
import type { InsightCategory } from "./rule";

const NOUNS: Readonly<Record<InsightCategory, readonly [one: string, many: string]>> = {
  risk: ["risk", "risks"],
  growth: ["chance to grow", "chances to grow"],
  efficiency: ["saving", "savings"],
};
const ORDER: readonly InsightCategory[] = ["risk", "growth", "efficiency"];

function listed(parts: readonly string[]): string {
  return parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : (parts[0] ?? "");
}

/** The sentence the cell opens with: how many are open, of which kind, and where most money is at stake. */
export function insightsAnswer(insights: readonly Insight[], say: Say): Answer {
  const open = insights.filter((insight) => insight.state === ("open" satisfies InsightState));
  if (insights.length === 0) return sentence`Nothing in these figures asks for a decision.`;
  if (open.length === 0) return sentence`Nothing is open: every insight was dealt with or put away.`;
  const counts = ORDER.flatMap((category) => {
    const count = open.filter((insight) => insight.category === category).length;
    return count === 0 ? [] : [`${say.count(count)} ${plural(count, ...NOUNS[category])}`];
  });
  const first = sentence`${strong(listed(counts))} ${open.length === 1 ? "asks" : "ask"} for a decision.`;
  const top = open[0];
  if (!top || top.moneyAtStake === null || open.length === 1) return first;
  // A headline is kept whole: the name in it is short already.
  return [...first, ...sentence` Most money is at stake here: ${{ text: top.title, strong: true }}.`];
}
