import { plural, sentence, strong } from "@/lib/analyses/span";
import { knownShare } from "../facts";
import { inDays, nameOf, ofProduct } from "../product-words";
import { defineRule } from "../rule";

const STRONG_DAYS = 7;
const NEEDS = ["current_stock"] as const;

/** A fast seller that runs out before an order would arrive. What is out already is told by `stock_out`. */
export const restock = defineRule({
  id: "restock",
  category: "growth",
  title: "Restock",
  thresholds: [
    { name: "lead_time_days", label: "Days until an order arrives", unit: "days", default: 14, min: 1, max: 365 },
    { name: "high_turns", label: "Turns a year, at least", unit: "turns", default: 8, min: 0, max: 1000 },
  ],
  strongAt: "under 7 days",
  needs: NEEDS,
  evaluate: ({ products, shop }, { lead_time_days, high_turns }) =>
    products.flatMap((row) => {
      const cover = row.days_of_cover;
      const inStock = Number(row.current_stock ?? 0) > 0;
      if (cover === null || !inStock || cover >= lead_time_days || (row.turnover_rate ?? 0) < high_turns) return [];
      const days = Math.max(1, shop.days_observed ?? 1);
      const rate = row.daily_rate ?? 0;
      const order = Math.ceil(rate * lead_time_days);
      return [
        {
          ...ofProduct(row),
          known: knownShare(row, NEEDS),
          evidence: { kind: "lines", n: row.window_lines ?? 0 },
          strong: cover < STRONG_DAYS,
          moneyAtStake: Math.max(0, (lead_time_days * Number(row.window_revenue ?? 0)) / days),
          stake: (say) =>
            lead_time_days === 14
              ? "a fortnight's sales"
              : `${say.count(lead_time_days)} ${plural(lead_time_days, "day")}' sales`,
          metrics: [
            { name: "days_of_cover", label: "Days of cover", value: cover, unit: "days", cell: "inventory_velocity" },
            {
              name: "current_stock",
              label: "Stock",
              value: row.current_stock,
              unit: "quantity",
              cell: "inventory_velocity",
            },
            { name: "daily_rate", label: "A day", value: rate, unit: "rate", cell: "inventory_velocity" },
            {
              name: "turnover_rate",
              label: "Turns a year",
              value: row.turnover_rate,
              unit: "turns",
              cell: "inventory_velocity",
            },
          ],
          words: (say) => ({
            title: `${nameOf(row)} will run out in ${inDays(cover, say.count)}`,
            finding: sentence`It sells ${strong(`${say.quantity(rate.toFixed(1))} a day`)} and ${say.quantity(row.current_stock ?? 0)} ${Number(row.current_stock) === 1 ? "is" : "are"} left.`,
            action: `Order at least ${say.count(order)} for the next ${say.count(lead_time_days)} ${plural(lead_time_days, "day")}.`,
          }),
        },
      ];
    }),
});
