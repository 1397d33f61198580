import type { Say } from "@/lib/analyses/analysis";
import type { InsightRow } from "@/lib/analyses/insights";
import { plural, sentence, strong } from "@/lib/analyses/span";
import { knownShare } from "../facts";
import { nameOf, ofProduct } from "../product-words";
import { defineRule, type Finding } from "../rule";

const STRONG_DAYS = 180;
const NEEDS = ["current_stock", "unit_cost"] as const;
const ACTION = "Mark it down, bundle it or send it back, and do not order it again.";

function isStrong(days: number | null): boolean {
  return days === null || days > STRONG_DAYS;
}

function ofRow(row: InsightRow): Finding {
  const days = row.days_since_sale;
  return {
    ...ofProduct(row),
    known: knownShare(row, NEEDS),
    evidence: { kind: "lines", n: row.sale_lines ?? 0 },
    strong: isStrong(days),
    moneyAtStake: row.stock_value === null ? null : Number(row.stock_value),
    stake: () => "tied up",
    metrics: [
      { name: "days_since_sale", label: "Days since sale", value: days, unit: "days", cell: "dead_stock" },
      { name: "last_sold_on", label: "Last sold", value: row.last_sold_on, unit: "none", cell: "dead_stock" },
      { name: "current_stock", label: "Stock", value: row.current_stock, unit: "quantity", cell: "dead_stock" },
      { name: "unit_cost", label: "Unit cost", value: row.unit_cost, unit: "money", cell: "dead_stock" },
      { name: "stock_value", label: "Stock value", value: row.stock_value, unit: "money", cell: "dead_stock" },
    ],
    words: (say) => {
      const units = `${say.quantity(row.current_stock ?? 0)} ${plural(Number(row.current_stock), "unit")}`;
      const worth = row.stock_value === null ? "" : `, worth ${say.money(row.stock_value)} at cost`;
      const last = row.last_sold_on === null ? "" : `; the last one sold on ${say.date(row.last_sold_on)}`;
      const name = nameOf(row);
      const still = days === null ? "never sold" : `not sold for ${say.count(days)} ${plural(days, "day")}`;
      return {
        title: `${name} has ${still}`,
        finding: sentence`${strong(units)} on the shelf${worth}${last}.`,
        action: ACTION,
      };
    },
  };
}

/** One summary of all dead stock after the first ten products. */
function ofRest(shop: InsightRow, days: number): Finding[] {
  const count = shop.dead_rest_products ?? 0;
  if (count === 0) return [];
  const value = shop.dead_rest_value;
  const products = (say: Say) => `${say.count(count)} more ${plural(count, "product")}`;
  return [
    {
      about: null,
      productId: null,
      known: (1 + (shop.dead_rest_valued ?? 0) / count) / 2,
      evidence: { kind: "lines", n: shop.dead_rest_lines ?? 0 },
      strong: isStrong(shop.dead_rest_days),
      moneyAtStake: value === null ? null : Number(value),
      stake: () => "tied up",
      metrics: [
        { name: "stock_value", label: "Stock value", value, unit: "money", cell: "dead_stock" },
        { name: "product", label: "Products", value: count, unit: "count", cell: "dead_stock" },
      ],
      words: (say) => ({
        title: `${products(say)} ${count === 1 ? "is" : "are"} dead stock`,
        finding:
          value === null
            ? sentence`${strong(products(say))} did not sell for more than ${say.count(days)} ${plural(days, "day")}.`
            : sentence`${strong(say.money(value))} is tied up in ${products(say)} that did not sell for more than ${say.count(days)} ${plural(days, "day")}.`,
        action: "Go through the list and clear what no season will bring back.",
      }),
    },
  ];
}

/** Stock that has not sold for longer than the threshold: the first ten products by value, and a summary of the rest. */
export const deadStock = defineRule({
  id: "dead_stock",
  category: "risk",
  title: "Dead stock",
  thresholds: [{ name: "dead_after_days", label: "Days without a sale", unit: "days", default: 90, min: 0, max: 3650 }],
  strongAt: "over 180 days",
  needs: NEEDS,
  evaluate: ({ products, shop }, { dead_after_days }) => [
    ...products.filter((row) => row.dead_rank !== null && row.dead_rank <= 10).map(ofRow),
    ...ofRest(shop, dead_after_days),
  ],
});
