import type { Evidence } from "./rule";

export type ConfidenceLevel = "high" | "medium" | "low";
export type ConfidencePart = "completeness" | "significance" | "strength";

/** How far an insight can be trusted; as strong as its weakest part. Each part is 0-1. METRICS: insights. */
export interface Confidence {
  level: ConfidenceLevel;
  score: number;
  completeness: number;
  significance: number;
  strength: number;
  limitedBy: ConfidencePart;
  /** Why the weakest part is as weak as it is. */
  limit: string;
}

/** Lines of the files that count, of all their lines. */
export interface LineCount {
  kept: number;
  lines: number;
}

const PRIOR = 10;
const JUST_PAST = 0.6;

/** n / (n + 10) for n lines or months; 1 - p for a test. */
export function significanceOf(evidence: Evidence): number {
  if (evidence.kind === "test") return 1 - Math.min(1, Math.max(0, evidence.p));
  return evidence.n <= 0 ? 0 : evidence.n / (evidence.n + PRIOR);
}

export function completenessOf({ kept, lines }: LineCount, known: number): number {
  return lines <= 0 ? 0 : Math.min(1, kept / lines) * known;
}

function limitOf(part: ConfidencePart, evidence: Evidence, count: (n: number) => string): string {
  if (part === "completeness") return "part of the data it needs is not known or could not be read";
  if (part === "strength") return "the figure is past its threshold, but not far";
  if (evidence.kind === "test") return "chance could explain the difference";
  const unit = evidence.kind === "lines" ? "sale line" : "month";
  if (evidence.n === 0) return `no ${unit} stands behind it`;
  return evidence.n === 1 ? `only 1 ${unit} stands behind it` : `${count(evidence.n)} ${unit}s stand behind it`;
}

/** The least of completeness, significance and strength; from 0.7 high, from 0.4 medium, else low. */
export function confidenceOf(spec: {
  lines: LineCount;
  known: number;
  evidence: Evidence;
  strong: boolean;
  count: (n: number) => string;
}): Confidence {
  const completeness = completenessOf(spec.lines, spec.known);
  const significance = significanceOf(spec.evidence);
  const strength = spec.strong ? 1 : JUST_PAST;
  const score = Math.min(completeness, significance, strength);
  const limitedBy = score === completeness ? "completeness" : score === significance ? "significance" : "strength";
  return {
    level: score >= 0.7 ? "high" : score >= 0.4 ? "medium" : "low",
    score,
    completeness,
    significance,
    strength,
    limitedBy,
    limit: limitOf(limitedBy, spec.evidence, spec.count),
  };
}
