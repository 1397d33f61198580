import { toProblem } from "@/lib/std/problem";
import type { InsightFacts } from "./facts";
import { mostAtStake } from "./most-at-stake";
import type { Finding, Rule } from "./rule";

/** A rule that could not be applied; the others were. */
export interface SkippedRule {
  rule: string;
  /** One sentence for the person. */
  note: string;
}

/**
 * Applies every rule and makes something of each finding. A rule that throws, or whose findings cannot be worded, is
 * skipped as a whole with a note, and the others still run.
 */
export function evaluateRules<T>(
  rules: readonly Rule[],
  facts: InsightFacts,
  thresholds: Readonly<Record<string, number>>,
  made: (rule: Rule, finding: Finding) => T,
): { made: T[]; skipped: SkippedRule[] } {
  const all: T[] = [];
  const skipped: SkippedRule[] = [];
  for (const rule of rules) {
    try {
      const findings = mostAtStake(rule, rule.evaluate(facts, thresholds));
      all.push(...findings.map((finding) => made(rule, finding)));
    } catch (error) {
      const reason = error instanceof Error ? error.message : toProblem(error).message;
      skipped.push({
        rule: rule.id,
        note: `The rule “${rule.title}” could not be applied (${reason}); all others were.`,
      });
    }
  }
  return { made: all, skipped };
}
