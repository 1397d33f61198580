import { sentence, strong } from "@/lib/analyses/span";
import { nameOf, ofProduct } from "../product-words";
import { defineRule } from "../rule";

const STRONG_PERCENT = 20;

/** A product comes back far more often than the shop's goods do. */
export const returnsSpike = defineRule({
  id: "returns_spike",
  category: "risk",
  title: "Often returned",
  thresholds: [
    { name: "returns_times", label: "Times the shop's share", unit: "rate", default: 3, min: 2, max: 50 },
    { name: "returns_over", label: "Returned share, at least", unit: "percent", default: 10, min: 8, max: 100 },
  ],
  strongAt: "over 20%",
  needs: ["returned_share"],
  evaluate: ({ products, shop }, { returns_times, returns_over }) => {
    const usual = shop.returned_share ?? 0;
    return products.flatMap((row) => {
      const share = row.returned_share ?? 0;
      if (usual <= 0 || 100 * share < returns_over || share < returns_times * usual) return [];
      const gross = Number(row.revenue) + Number(row.returned_amount);
      return [
        {
          ...ofProduct(row),
          known: 1,
          evidence: { kind: "lines", n: row.sale_lines ?? 0 },
          strong: 100 * share > STRONG_PERCENT,
          moneyAtStake: Number(row.returned_amount) - usual * gross,
          stake: () => "returned beyond the usual",
          metrics: [
            { name: "returned_share", label: "Returned", value: share, unit: "share", cell: "returns" },
            { name: "returned_amount", label: "Returned", value: row.returned_amount, unit: "money", cell: "returns" },
            { name: "returned_share", label: "Returned in the shop", value: usual, unit: "share", cell: "overview" },
          ],
          words: (say) => ({
            title: `${say.share(share)} of ${nameOf(row)} comes back`,
            finding: sentence`${strong(say.money(row.returned_amount ?? 0))} was returned; the shop as a whole sees ${say.share(usual)} come back.`,
            action: "Ask why it comes back, check the last delivery and talk to the supplier.",
          }),
        },
      ];
    });
  },
});
