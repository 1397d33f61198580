import { sentence, strong } from "@/lib/analyses/span";
import { nameOf, ofProduct } from "../product-words";
import { defineRule } from "../rule";

const STRONG_PERCENT = -2;

/** What costs more than it brings. */
export const soldBelowCost = defineRule({
  id: "sold_below_cost",
  category: "efficiency",
  title: "Sold below cost",
  thresholds: [{ name: "margin_below", label: "Margin, below", unit: "percent", default: 0, min: -100, max: 0 }],
  strongAt: "a loss of more than 2%",
  needs: ["margin_percent", "cost_coverage"],
  evaluate: ({ products }, { margin_below }) =>
    products.flatMap((row) => {
      const margin = row.margin_percent;
      if (margin === null || margin >= margin_below) return [];
      const loss = -Number(row.profit);
      return [
        {
          ...ofProduct(row),
          known: row.cost_coverage ?? 0,
          evidence: { kind: "lines", n: row.sale_lines ?? 0 },
          strong: margin < STRONG_PERCENT,
          moneyAtStake: loss,
          stake: () => "lost so far",
          metrics: [
            { name: "margin_percent", label: "Margin", value: margin, unit: "percent", cell: "profitability" },
            { name: "profit", label: "Profit", value: row.profit, unit: "money", cell: "profitability" },
            { name: "revenue", label: "Revenue", value: row.revenue, unit: "money", cell: "profitability" },
          ],
          words: (say) => ({
            title: `${nameOf(row)} is sold below cost`,
            finding: sentence`${strong(say.money(loss.toFixed(2)))} was lost on ${say.quantity(row.quantity ?? 0)} sold: each sale brings ${say.percent(margin)} less than it costs.`,
            action: "Raise the price, or stop selling it unless it brings people in.",
          }),
        },
      ];
    }),
});
