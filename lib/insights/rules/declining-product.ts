import type { InsightRow } from "@/lib/analyses/insights";
import { sentence, strong } from "@/lib/analyses/span";
import { chanceOfDifference } from "../chance";
import { knownShare } from "../facts";
import { nameOf, ofProduct } from "../product-words";
import { defineRule, type Finding } from "../rule";

const STRONG_PERCENT = 50;
const NEEDS = ["revenue_last_3", "revenue_before_3"] as const;

/** The same months a year ago were as low: then a season explains the fall. The weaker of both tests counts. */
function chanceOf(row: InsightRow, last: number, before: number): number {
  const now = { sum: last, squares: row.squares_last_3 ?? 0 };
  const fall = chanceOfDifference({ sum: before, squares: row.squares_before_3 ?? 0 }, now);
  const yearAgo = Number(row.revenue_year_ago_3 ?? 0);
  if (yearAgo <= 0) return fall;
  return Math.max(fall, chanceOfDifference({ sum: yearAgo, squares: row.squares_year_ago_3 ?? 0 }, now));
}

function ofRow(row: InsightRow, last: number, before: number): Finding {
  return {
    ...ofProduct(row),
    known: knownShare(row, NEEDS),
    evidence: { kind: "test", p: chanceOf(row, last, before) },
    strong: (100 * last) / before < STRONG_PERCENT,
    moneyAtStake: before - last,
    stake: () => "less in 3 months",
    metrics: [
      { name: "revenue_last_3", label: "Last 3 months", value: row.revenue_last_3, unit: "money", cell: "trends" },
      {
        name: "revenue_before_3",
        label: "3 months before",
        value: row.revenue_before_3,
        unit: "money",
        cell: "trends",
      },
      {
        name: "revenue_year_ago_3",
        label: "Same months last year",
        value: row.revenue_year_ago_3,
        unit: "money",
        cell: "trends",
      },
    ],
    words: (say) => {
      const earlier = say.money(row.revenue_before_3 ?? 0);
      if (last === 0) {
        return {
          title: `${nameOf(row)} has brought nothing for 3 months`,
          finding: sentence`It brought ${strong(earlier)} in the 3 months before, and nothing in the last 3 complete months.`,
          action: "Find out whether it is gone from the shelf or from demand, and order none until you know.",
        };
      }
      return {
        title: `${nameOf(row)} brings ${say.percent((100 * (before - last)) / before)} less than in the 3 months before`,
        finding: sentence`Revenue of the last 3 complete months is ${strong(say.money(row.revenue_last_3 ?? 0))}, after ${earlier} in the 3 months before.`,
        action: "Check price, place and supply, and order less until it turns.",
      };
    },
  };
}

/**
 * The last 3 complete months bring much less than the 3 before, and the product matters. What stands still on the shelf
 * is told by `dead_stock`.
 */
export const decliningProduct = defineRule({
  id: "declining_product",
  category: "risk",
  title: "Declining product",
  thresholds: [
    {
      name: "decline_to",
      label: "Last 3 months, of the 3 before, at most",
      unit: "percent",
      default: 70,
      min: 5,
      max: 80,
    },
  ],
  strongAt: "under 50%",
  needs: NEEDS,
  evaluate: ({ products, shop }, { decline_to }) =>
    products.flatMap((row) => {
      const last = Number(row.revenue_last_3 ?? 0);
      const before = Number(row.revenue_before_3 ?? 0);
      const matters = shop.median_revenue !== null && Number(row.revenue) >= shop.median_revenue;
      const told = row.dead_rank !== null;
      return matters && !told && before > 0 && last <= (before * decline_to) / 100 ? [ofRow(row, last, before)] : [];
    }),
});
