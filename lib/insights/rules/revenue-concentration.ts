import type { InsightRow } from "@/lib/analyses/insights";
import { plural, sentence, strong } from "@/lib/analyses/span";
import { nameOf, ofProduct } from "../product-words";
import { defineRule, type Finding } from "../rule";

const STRONG_PERCENT = 50;

function ofRow(row: InsightRow): Finding[] {
  const share = row.revenue_share ?? 0;
  const month = row.average_month;
  return [
    {
      ...ofProduct(row),
      known: 1,
      evidence: { kind: "lines", n: row.sale_lines ?? 0 },
      strong: 100 * share > STRONG_PERCENT,
      moneyAtStake: month === null ? null : Math.max(0, month),
      stake: () => "an average month",
      metrics: [
        { name: "share", label: "Share", value: share, unit: "share", cell: "revenue_contribution" },
        { name: "revenue", label: "Revenue", value: row.revenue, unit: "money", cell: "revenue_contribution" },
      ],
      words: (say) => ({
        title: `${nameOf(row)} alone brings ${say.share(share)} of the revenue`,
        finding: sentence`${strong(say.moneyShort(row.revenue ?? 0))} of all revenue hangs on one product.`,
        action: "Secure its supply with a second source, and build up what people buy beside it.",
      }),
    },
  ];
}

function ofClassA(shop: InsightRow, within: number): Finding[] {
  const [few, all] = [shop.a_products ?? 0, shop.products ?? 0];
  const percent = all > 0 ? (100 * few) / all : 100;
  if (few === 0 || percent > within) return [];
  const share = Number(shop.revenue) > 0 ? Number(shop.a_revenue) / Number(shop.revenue) : 0;
  return [
    {
      about: null,
      productId: null,
      known: 1,
      evidence: { kind: "lines", n: shop.sale_lines ?? 0 },
      strong: percent <= within / 2,
      moneyAtStake: null,
      stake: () => "",
      metrics: [
        { name: "a_products", label: "Products of class A", value: few, unit: "count", cell: "revenue_contribution" },
        { name: "all_products", label: "Products sold", value: all, unit: "count", cell: "revenue_contribution" },
        {
          name: "a_revenue",
          label: "Revenue of class A",
          value: shop.a_revenue,
          unit: "money",
          cell: "revenue_contribution",
        },
      ],
      words: (say) => ({
        title: `${say.count(few)} of ${say.count(all)} products bring ${say.share(share)} of the revenue`,
        finding: sentence`${strong(`${say.count(few)} ${plural(few, "product")}`)}, ${say.percent(percent)} of the range, ${few === 1 ? "carries" : "carry"} ${say.moneyShort(shop.a_revenue ?? 0)}.`,
        action: "Never let these run out, and ask what the long rest of the range is for.",
      }),
    },
  ];
}

/** Too much hangs on one product, or on very few. */
export const revenueConcentration = defineRule({
  id: "revenue_concentration",
  category: "risk",
  title: "Revenue concentration",
  thresholds: [
    { name: "one_product_over", label: "One product brings more than", unit: "percent", default: 30, min: 10, max: 90 },
    {
      name: "a_class_within",
      label: "Class A is at most, of the products",
      unit: "percent",
      default: 5,
      min: 0,
      max: 50,
    },
  ],
  strongAt: "over 50% of the revenue, or half the share of products",
  needs: ["revenue"],
  // A shop of one product knows that it has one.
  evaluate: ({ products, shop }, { one_product_over, a_class_within }) =>
    shop.products === 1
      ? []
      : [
          ...products.filter((row) => 100 * (row.revenue_share ?? 0) > one_product_over).flatMap(ofRow),
          ...ofClassA(shop, a_class_within),
        ],
});
