import { sentence, strong } from "@/lib/analyses/span";
import { defineRule } from "../rule";

const STRONG_PERCENT = 25;
const LEAST_CATEGORIES = 4;

/** The value below which a share of all lies, interpolated between neighbours. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? 0;
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at));
}

/** The part of the stock that would not be there if as large a share of it had sold as of the category in the middle. */
function surplusOf(value: number, rate: number, usual: number): number {
  const kept = usual <= 0 || rate >= 1 ? 1 : (rate / (1 - rate)) * ((1 - usual) / usual);
  return value * Math.max(0, 1 - kept);
}

/** A category that sells little of what it has, and has a lot. */
export const slowCategory = defineRule({
  id: "slow_category",
  category: "efficiency",
  title: "Slow category",
  thresholds: [
    {
      name: "category_stock_over",
      label: "Of the stock's value, more than",
      unit: "percent",
      default: 10,
      min: 0,
      max: 100,
    },
  ],
  strongAt: "over 25% of the stock's value",
  needs: ["sell_through", "stock_value"],
  evaluate: ({ categories, shop }, { category_stock_over }) => {
    const rates = categories.flatMap((row) => row.sell_through ?? []);
    const all = Number(shop.stock_value ?? 0);
    if (rates.length < LEAST_CATEGORIES || all <= 0) return [];
    const quartile = quantile(rates, 0.25);
    const usual = quantile(rates, 0.5);
    return categories.flatMap((row) => {
      const rate = row.sell_through;
      const share = Number(row.stock_value ?? 0) / all;
      if (rate === null || rate > quartile || 100 * share <= category_stock_over) return [];
      const name = row.category ?? "";
      return [
        {
          about: name,
          productId: null,
          known: row.stock_cost_known ?? 0,
          evidence: { kind: "lines", n: row.sale_lines ?? 0 },
          strong: 100 * share > STRONG_PERCENT,
          moneyAtStake: surplusOf(Number(row.stock_value ?? 0), rate, usual),
          stake: () => "more than it needs",
          metrics: [
            { name: "sell_through", label: "Sell-through", value: rate, unit: "share", cell: "inventory_velocity" },
            {
              name: "stock_value",
              label: "Stock value",
              value: row.stock_value,
              unit: "money",
              cell: "inventory_velocity",
            },
            {
              name: "units_sold",
              label: "Units sold",
              value: row.units_sold,
              unit: "quantity",
              cell: "inventory_velocity",
            },
          ],
          words: (say) => ({
            title: `${name} moves slowly and holds ${say.share(share)} of the stock's value`,
            finding: sentence`Of what was there ${strong(say.share(rate))} sold; ${say.money(row.stock_value ?? 0)} is in stock.`,
            action: "Order less of this category, and clear what moves least.",
          }),
        },
      ];
    });
  },
});
