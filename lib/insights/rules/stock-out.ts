import { plural, sentence, strong } from "@/lib/analyses/span";
import { knownShare } from "../facts";
import { nameOf, ofProduct } from "../product-words";
import { defineRule } from "../rule";

const STRONG_UNITS = 10;
const NEEDS = ["current_stock"] as const;

/** Nothing left of what people were buying. */
export const stockOut = defineRule({
  id: "stock_out",
  category: "risk",
  title: "Out of stock",
  thresholds: [{ name: "rate_over_days", label: "Sold within the last", unit: "days", default: 90, min: 1, max: 3650 }],
  strongAt: "more than 10 units sold",
  needs: NEEDS,
  evaluate: ({ products, shop }, { rate_over_days }) =>
    products.flatMap((row) => {
      const units = Number(row.units_sold ?? 0);
      if (row.current_stock === null || Number(row.current_stock) > 0 || units <= 0) return [];
      const days = Math.max(1, shop.days_observed ?? rate_over_days);
      return [
        {
          ...ofProduct(row),
          known: knownShare(row, NEEDS),
          evidence: { kind: "lines", n: row.window_lines ?? 0 },
          strong: units > STRONG_UNITS,
          moneyAtStake: Math.max(0, (30 * Number(row.window_revenue ?? 0)) / days),
          stake: () => "a month's sales",
          metrics: [
            {
              name: "current_stock",
              label: "Stock",
              value: row.current_stock,
              unit: "quantity",
              cell: "inventory_velocity",
            },
            {
              name: "units_sold",
              label: "Units sold",
              value: row.units_sold,
              unit: "quantity",
              cell: "inventory_velocity",
            },
            { name: "daily_rate", label: "A day", value: row.daily_rate, unit: "rate", cell: "inventory_velocity" },
          ],
          words: (say) => ({
            title: `${nameOf(row)} is out of stock`,
            finding: sentence`${strong(`${say.quantity(row.units_sold ?? 0)} ${plural(units, "unit")}`)} sold in the last ${say.count(days)} ${plural(days, "day")}, and none ${units === 1 ? "is" : "are"} left.`,
            action: "Order it now, or take it off the list if it will not come back.",
          }),
        },
      ];
    }),
});
