import { sentence, strong } from "@/lib/analyses/span";
import { defineRule } from "../rule";

const STRONG_PERCENT = 50;

/** For too much of the revenue nobody knows what it cost. */
export const missingCosts = defineRule({
  id: "missing_costs",
  category: "efficiency",
  title: "Missing costs",
  thresholds: [
    {
      name: "cost_known_under",
      label: "Revenue with a known cost, under",
      unit: "percent",
      default: 80,
      min: 0,
      max: 100,
    },
  ],
  strongAt: "under 50%",
  needs: ["cost_coverage"],
  evaluate: ({ shop }, { cost_known_under }) => {
    const known = shop.cost_coverage;
    if (known === null || 100 * known >= cost_known_under) return [];
    const unknown = Number(shop.revenue) - Number(shop.covered_revenue ?? 0);
    return [
      {
        about: null,
        productId: null,
        known: 1,
        evidence: { kind: "lines", n: shop.sale_lines ?? 0 },
        strong: 100 * known < STRONG_PERCENT,
        moneyAtStake: null,
        stake: () => "",
        metrics: [
          { name: "cost_coverage", label: "Cost known", value: known, unit: "share", cell: "profitability" },
          { name: "revenue", label: "Revenue", value: shop.revenue, unit: "money", cell: "overview" },
        ],
        words: (say) => ({
          title: known === 0 ? "No cost is known" : `Cost is known for only ${say.share(known)} of the revenue`,
          finding: sentence`Nobody can tell what ${strong(say.moneyShort(unknown))} of revenue earned.`,
          action: "Add unit costs to the sales file, a product list or the stock list.",
        }),
      },
    ];
  },
});
