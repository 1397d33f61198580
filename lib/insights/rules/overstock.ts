import { sentence, strong } from "@/lib/analyses/span";
import { knownShare } from "../facts";
import { inDays, nameOf, ofProduct } from "../product-words";
import { defineRule } from "../rule";

const STRONG_DAYS = 365;
const NEEDS = ["current_stock", "unit_cost"] as const;

/** Stock for much longer than needed, where the stock is worth something. */
export const overstock = defineRule({
  id: "overstock",
  category: "risk",
  title: "Overstock",
  thresholds: [
    { name: "cover_over", label: "Days of cover, more than", unit: "days", default: 180, min: 120, max: 3650 },
  ],
  strongAt: "over 365 days",
  needs: NEEDS,
  evaluate: ({ products, shop }, { cover_over }) =>
    products.flatMap((row) => {
      const cover = row.days_of_cover;
      const value = row.stock_value === null ? null : Number(row.stock_value);
      const matters = value !== null && shop.median_stock_value !== null && value >= shop.median_stock_value;
      if (cover === null || cover <= cover_over || !matters) return [];
      const surplus = value * (1 - cover_over / cover);
      return [
        {
          ...ofProduct(row),
          known: knownShare(row, NEEDS),
          evidence: { kind: "lines", n: row.window_lines ?? 0 },
          strong: cover > STRONG_DAYS,
          moneyAtStake: surplus,
          stake: () => "more than needed",
          metrics: [
            { name: "days_of_cover", label: "Days of cover", value: cover, unit: "days", cell: "inventory_velocity" },
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
            {
              name: "stock_value",
              label: "Stock value",
              value: row.stock_value,
              unit: "money",
              cell: "inventory_velocity",
            },
          ],
          words: (say) => ({
            title: `${nameOf(row)} is in stock for ${inDays(cover, say.count)}`,
            finding: sentence`At today's rate ${strong(`${say.quantity(row.current_stock ?? 0)} in stock`)} last ${inDays(cover, say.count)}; ${say.moneyShort(surplus)} of it is more than ${say.count(cover_over)} days need.`,
            action: "Stop ordering it until the stock is down, and offer the surplus at a price.",
          }),
        },
      ];
    }),
});
