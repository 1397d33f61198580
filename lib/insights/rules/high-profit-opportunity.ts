import { sentence, strong } from "@/lib/analyses/span";
import { daysOf } from "../facts";
import { nameOf, ofProduct } from "../product-words";
import { defineRule } from "../rule";

const STRONG_POINTS = 10;
const LEAST_PRODUCTS = 4;
/** Where all products earn alike, the top quarter is no better than the shop. */
const VISIBLE_POINTS = 0.1;
const QUARTER_DAYS = 90;

/**
 * What earns much a piece but sells little: margin in the top quartile, quantity below the median. Dead stock is no
 * opportunity.
 */
export const highProfitOpportunity = defineRule({
  id: "high_profit_opportunity",
  category: "growth",
  title: "High-profit opportunity",
  thresholds: [
    { name: "opportunity_margin", label: "Margin, at least", unit: "percent", default: 0, min: 0, max: 100 },
  ],
  strongAt: "10 points above the top quartile's start",
  most: 5,
  needs: ["margin_percent", "cost_coverage"],
  evaluate: ({ products, shop }, { opportunity_margin }) => {
    const { upper_margin, median_quantity } = shop;
    if (upper_margin === null || median_quantity === null || (shop.margin_products ?? 0) < LEAST_PRODUCTS) return [];
    return products.flatMap((row) => {
      const margin = row.margin_percent;
      const quantity = Number(row.quantity ?? 0);
      const isAbove = margin !== null && margin - (shop.margin_percent ?? 0) > VISIBLE_POINTS;
      const rich = isAbove && margin >= upper_margin && margin >= opportunity_margin && margin > 0;
      if (!rich || row.dead_rank !== null || quantity <= 0 || quantity >= median_quantity) return [];
      const each = Number(row.profit) / quantity;
      return [
        {
          ...ofProduct(row),
          known: row.cost_coverage ?? 0,
          evidence: { kind: "lines", n: row.sale_lines ?? 0 },
          strong: margin > upper_margin + STRONG_POINTS,
          moneyAtStake: ((median_quantity - quantity) * each * QUARTER_DAYS) / daysOf(shop),
          stake: () => "more a quarter",
          metrics: [
            { name: "margin_percent", label: "Margin", value: margin, unit: "percent", cell: "profitability" },
            { name: "profit", label: "Profit", value: row.profit, unit: "money", cell: "profitability" },
            { name: "quantity", label: "Units", value: row.quantity, unit: "quantity", cell: "best_sellers" },
          ],
          words: (say) => ({
            title: `${nameOf(row)} earns ${say.percent(margin)} but sells little`,
            finding: sentence`Its margin of ${strong(say.percent(margin))} is in the top quarter; with ${say.quantity(row.quantity ?? 0)} sold it is in the lower half.`,
            action: "Give it a better place, mention it at the till or put it beside a best seller.",
          }),
        },
      ];
    });
  },
});
