import { plural, sentence, strong } from "@/lib/analyses/span";
import { defineRule } from "../rule";

const STRONG_PERCENT = 50;

/** Much of the stock's value lies in what brings the last 5% of the revenue. */
export const idleCapital = defineRule({
  id: "idle_capital",
  category: "efficiency",
  title: "Idle capital",
  thresholds: [
    {
      name: "idle_over",
      label: "Class C holds, of the stock's value, more than",
      unit: "percent",
      default: 30,
      min: 0,
      max: 100,
    },
  ],
  strongAt: "over 50% of the stock's value",
  needs: ["stock_value", "c_stock_value"],
  evaluate: ({ shop }, { idle_over }) => {
    const value = Number(shop.c_stock_value ?? 0);
    const all = Number(shop.stock_value ?? 0);
    // Without revenue every product is in class C, and none brings less than another.
    if (all <= 0 || Number(shop.revenue ?? 0) <= 0 || (100 * value) / all <= idle_over) return [];
    const count = shop.c_products ?? 0;
    return [
      {
        about: null,
        productId: null,
        known: shop.stock_cost_known ?? 0,
        evidence: { kind: "lines", n: shop.sale_lines ?? 0 },
        strong: (100 * value) / all > STRONG_PERCENT,
        moneyAtStake: value,
        stake: () => "in class C",
        metrics: [
          {
            name: "stock_value",
            label: "Stock value of class C",
            value: shop.c_stock_value,
            unit: "money",
            cell: "inventory_velocity",
          },
          {
            name: "stock_value",
            label: "Stock value",
            value: shop.stock_value,
            unit: "money",
            cell: "inventory_velocity",
          },
          {
            name: "abc_class",
            label: "Products of class C in stock",
            value: count,
            unit: "count",
            cell: "revenue_contribution",
          },
        ],
        words: (say) => ({
          title: `${say.share(value / all)} of the stock's value lies in products that bring little`,
          finding: sentence`${strong(say.money(shop.c_stock_value ?? 0))} is bound in ${say.count(count)} ${plural(count, "product")} that bring the last 5% of the revenue.`,
          action: "Order these in smaller numbers, and drop those nobody would miss.",
        }),
      },
    ];
  },
});
