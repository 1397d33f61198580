import { plural, sentence, strong } from "@/lib/analyses/span";
import type { Evidence, Finding, Rule } from "./rule";

const MOST = 10;

const stakeOf = (finding: Finding) => finding.moneyAtStake ?? Number.NEGATIVE_INFINITY;

/** As many lines as all together, or the weakest of the tests. */
function together(evidence: readonly Evidence[]): Evidence {
  const [first] = evidence;
  if (first?.kind === "test") {
    return { kind: "test", p: Math.max(...evidence.map((each) => (each.kind === "test" ? each.p : 0))) };
  }
  const counts = evidence.map((each) => (each.kind === "test" ? 0 : each.n));
  if (first?.kind === "months") return { kind: "months", n: Math.max(...counts) };
  return { kind: "lines", n: counts.reduce((sum, n) => sum + n, 0) };
}

function summaryOf(rule: Rule, rest: readonly Finding[], first: Finding): Finding {
  const known = rest.reduce((sum, finding) => sum + finding.known, 0) / rest.length;
  const sums = rest.flatMap((finding) => finding.moneyAtStake ?? []);
  const money = sums.length === 0 ? null : sums.reduce((sum, value) => sum + value, 0);
  return {
    about: null,
    productId: null,
    known,
    evidence: together(rest.map((finding) => finding.evidence)),
    strong: rest.every((finding) => finding.strong),
    moneyAtStake: money,
    stake: first.stake,
    metrics: [
      { name: "product", label: "Products", value: rest.length, unit: "count", cell: first.metrics[0]?.cell ?? "" },
    ],
    words: (say) => {
      const products = `${say.count(rest.length)} more ${plural(rest.length, "product")}`;
      const sum = money === null ? "" : `, ${say.moneyShort(money)} at stake`;
      return {
        title: `${rule.title}: ${products}`,
        finding: sentence`The same is true of ${strong(products)}${sum}.`,
        action: first.words(say).action,
      };
    },
  };
}

/** The findings of a rule, of products at most ten (or `most`): where most money is at stake, and one summary of the rest. */
export function mostAtStake(rule: Rule, findings: readonly Finding[]): readonly Finding[] {
  const most = rule.most ?? MOST;
  const ofProducts = findings.filter((finding) => finding.productId !== null);
  if (ofProducts.length <= most) return findings;
  const sorted = ofProducts.toSorted((a, b) => stakeOf(b) - stakeOf(a));
  const rest = sorted.slice(most);
  const [first] = rest;
  const others = findings.filter((finding) => finding.productId === null);
  return first ? [...sorted.slice(0, most), ...others, summaryOf(rule, rest, first)] : findings;
}
