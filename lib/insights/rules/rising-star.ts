import type { InsightRow } from "@/lib/analyses/insights";
import { sentence, strong } from "@/lib/analyses/span";
import { chanceOfDifference, chanceOfRun } from "../chance";
import { knownShare } from "../facts";
import { nameOf, ofProduct } from "../product-words";
import { defineRule } from "../rule";

const STRONG_PERCENT = 30;
const RISES = 3;
const NEEDS = ["month_1", "month_2", "month_3", "month_4"] as const;

const monthsOf = (row: InsightRow) => NEEDS.map((name) => Number(row[name]));

function rises(row: InsightRow): boolean {
  const months = monthsOf(row);
  return (
    NEEDS.every((name) => row[name] !== null) &&
    (months[0] ?? 0) > 0 &&
    months.slice(1).every((earlier, at) => (months[at] ?? 0) > earlier)
  );
}

/** A best seller whose revenue rose three complete months in a row. */
export const risingStar = defineRule({
  id: "rising_star",
  category: "growth",
  title: "Rising star",
  thresholds: [
    { name: "top_sellers", label: "Among the best sellers up to rank", unit: "rank", default: 20, min: 1, max: 50 },
  ],
  strongAt: "up more than 30% in three months",
  needs: NEEDS,
  evaluate: ({ products }, { top_sellers }) =>
    products.flatMap((row) => {
      if (row.quantity_rank === null || row.quantity_rank > top_sellers || !rises(row)) return [];
      const [now = 0, , , then = 0] = monthsOf(row);
      const fromNothing = then <= 0;
      const growth = fromNothing ? Number.POSITIVE_INFINITY : (100 * (now - then)) / then;
      const difference = chanceOfDifference(
        { sum: now, squares: row.squares_1 ?? 0 },
        { sum: then, squares: row.squares_4 ?? 0 },
      );
      return [
        {
          ...ofProduct(row),
          known: knownShare(row, NEEDS),
          evidence: { kind: "test", p: Math.max(difference, chanceOfRun(RISES)) },
          strong: growth > STRONG_PERCENT,
          moneyAtStake: now - then,
          stake: () => "more a month",
          metrics: [
            { name: "rank", label: "Rank", value: row.quantity_rank, unit: "rank", cell: "best_sellers" },
            ...NEEDS.map(
              (name, at) =>
                ({
                  name: "value",
                  label: at === 0 ? "Last complete month" : at === 1 ? "The month before" : `${at} months before`,
                  value: row[name],
                  unit: "money",
                  cell: "trends",
                }) as const,
            ),
          ],
          words: (say) => ({
            title: fromNothing
              ? `${nameOf(row)} has risen three months in a row`
              : `${nameOf(row)} is up ${say.percent(growth)} in three months`,
            finding: sentence`Revenue rose three months in a row, from ${say.moneyShort(row.month_4 ?? 0)} to ${strong(say.moneyShort(row.month_1 ?? 0))} in the last complete month.`,
            action: "Keep it in stock, give it more room and order ahead of the curve.",
          }),
        },
      ];
    }),
});
