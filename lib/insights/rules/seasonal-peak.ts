import { sentence, strong } from "@/lib/analyses/span";
import { nameOf, ofProduct } from "../product-words";
import { defineRule } from "../rule";

const STRONG_SCORE = 0.8;
const DAY_MS = 86_400_000;

/** A product with a season whose next peak month starts soon. */
export const seasonalPeak = defineRule({
  id: "seasonal_peak",
  category: "growth",
  title: "Season ahead",
  thresholds: [
    { name: "peak_score", label: "Seasonal score, at least", unit: "score", default: 0.5, min: 0.3, max: 1 },
    { name: "peak_within_days", label: "Peak starts within", unit: "days", default: 60, min: 1, max: 120 },
  ],
  strongAt: "score over 0.80",
  needs: ["season_score"],
  evaluate: ({ products, shop }, { peak_score, peak_within_days }) =>
    products.flatMap((row) => {
      const { season_score: score, next_peak_on: peak, peak_index: index } = row;
      if (score === null || peak === null || index === null || shop.as_of === null || score < peak_score) return [];
      const days = (Date.parse(peak) - Date.parse(shop.as_of)) / DAY_MS;
      if (days > peak_within_days) return [];
      return [
        {
          ...ofProduct(row),
          known: 1,
          evidence: { kind: "months", n: shop.complete_months ?? 0 },
          strong: score > STRONG_SCORE,
          moneyAtStake: Math.max(0, (row.average_month ?? 0) * (index - 1)),
          stake: () => "above an average month",
          metrics: [
            { name: "score", label: "Score", value: score, unit: "score", cell: "seasonality" },
            {
              name: `index_${peak.slice(5, 7)}`,
              label: "Index of the month",
              value: index,
              unit: "index",
              cell: "seasonality",
            },
            {
              name: "months_observed",
              label: "Months",
              value: shop.complete_months,
              unit: "count",
              cell: "seasonality",
            },
          ],
          words: (say) => ({
            title: `${nameOf(row)} has its season in ${say.month(peak)}`,
            finding: sentence`In that month it sold ${strong(`${say.quantity(index.toFixed(1))} times`)} an average month.`,
            action: "Order ahead and give it a good place before the month begins.",
          }),
        },
      ];
    }),
});
