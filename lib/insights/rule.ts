import type { Answer, Say } from "@/lib/analyses/analysis";
import type { InsightRow } from "@/lib/analyses/insights";
import type { Unit, Value } from "@/lib/query/column";
import type { InsightFacts } from "./facts";

export type InsightCategory = "risk" | "growth" | "efficiency";

/** A number a person may change. Percentages are 0-100. */
export interface Threshold<Name extends string = string> {
  /** snake_case, unique over all rules: what a cell keeps it under. */
  name: Name;
  label: string;
  unit: Unit;
  default: number;
  min: number;
  max: number;
}

/** What stands behind a number: sale lines, months, or the chance that it is chance. */
export type Evidence = { kind: "lines"; n: number } | { kind: "months"; n: number } | { kind: "test"; p: number };

/** A number an insight rests on, and the cell where it can be looked up. */
export interface SupportingMetric {
  /** The column's name in that cell. */
  name: string;
  label: string;
  value: Value;
  unit: Unit;
  /** The name of the analysis that shows it, e.g. "dead_stock". */
  cell: string;
}

export interface Words {
  /** The fact in a few words, without a full stop. */
  title: string;
  /** One sentence with its decisive words. */
  finding: Answer;
  /** What to do. */
  action: string;
}

/** What a rule found, before it is worded and its confidence is known. */
export interface Finding {
  /** What it is about, for the id: a product id or a category; null is the whole shop. */
  about: string | null;
  productId: string | null;
  /** 0-1: the share of the fields the rule needs that are known here. */
  known: number;
  evidence: Evidence;
  /** Past `strongAt`, not only past the threshold. */
  strong: boolean;
  /** In the notebook's currency; null when no sum can be named. */
  moneyAtStake: number | null;
  /** What that sum is: "tied up". */
  stake: (say: Say) => string;
  metrics: readonly SupportingMetric[];
  words: (say: Say) => Words;
}

/** A rule is data and one pure function: same facts, same thresholds, same findings. */
export interface Rule<Name extends string = string> {
  id: string;
  category: InsightCategory;
  title: string;
  thresholds: readonly Threshold<Name>[];
  /** Where the measure is no longer only just past its threshold, in words for a person. */
  strongAt: string;
  /** How many products get an insight of their own; one summary tells of the rest. 10 when omitted. */
  most?: number;
  /** The fields it cannot do without. */
  needs: readonly (keyof InsightRow)[];
  evaluate(facts: InsightFacts, thresholds: Readonly<Record<Name, number>>): readonly Finding[];
}

/** Checks a rule against the names of its own thresholds, then forgets them, so that all can stand in one list. */
export function defineRule<const Name extends string>(rule: Rule<Name>): Rule {
  return rule as unknown as Rule;
}
