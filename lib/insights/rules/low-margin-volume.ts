import { sentence, strong } from "@/lib/analyses/span";
import { daysOf } from "../facts";
import { nameOf, ofProduct } from "../product-words";
import { defineRule } from "../rule";

const STRONG_PERCENT = 2;
const LEAST_PRODUCTS = 4;
const QUARTER_DAYS = 90;

/** What sells a lot and earns little. What loses money on every sale is told by `sold_below_cost`. */
export const lowMarginVolume = defineRule({
  id: "low_margin_volume",
  category: "efficiency",
  title: "Much sold, little earned",
  thresholds: [{ name: "margin_under", label: "Margin, under", unit: "percent", default: 10, min: 0, max: 15 }],
  strongAt: "under 2%",
  most: 5,
  needs: ["margin_percent", "cost_coverage"],
  evaluate: ({ products, shop }, { margin_under }) => {
    const { upper_quantity } = shop;
    if (upper_quantity === null || (shop.margin_products ?? 0) < LEAST_PRODUCTS) return [];
    const target = Math.max(margin_under, (shop.margin_percent ?? 0) / 2);
    return products.flatMap((row) => {
      const margin = row.margin_percent;
      if (margin === null || margin < 0 || margin >= target || Number(row.quantity) < upper_quantity) return [];
      const gap = (Number(row.covered_revenue) * (target - margin)) / 100;
      return [
        {
          ...ofProduct(row),
          known: row.cost_coverage ?? 0,
          evidence: { kind: "lines", n: row.sale_lines ?? 0 },
          strong: margin < STRONG_PERCENT,
          moneyAtStake: (gap * QUARTER_DAYS) / daysOf(shop),
          stake: () => "more a quarter",
          metrics: [
            { name: "margin_percent", label: "Margin", value: margin, unit: "percent", cell: "profitability" },
            { name: "revenue", label: "Revenue", value: row.revenue, unit: "money", cell: "profitability" },
            { name: "quantity", label: "Units", value: row.quantity, unit: "quantity", cell: "best_sellers" },
          ],
          words: (say) => ({
            title: `${nameOf(row)} sells a lot and earns ${say.percent(margin)}`,
            finding: sentence`${say.quantity(row.quantity ?? 0)} sold brought ${strong(say.moneyShort(row.profit ?? 0))} of profit; at ${say.percent(target)} a quarter of a year would bring ${say.moneyShort((gap * QUARTER_DAYS) / daysOf(shop))} more.`,
            action: "Try a slightly higher price, a larger pack or a better price from the supplier.",
          }),
        },
      ];
    });
  },
});
