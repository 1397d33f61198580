import { column } from "@/lib/query/column";
import { defineQuery } from "@/lib/query/query";
import sql from "@/sql/analyses/price-volume-mix.sql?raw";
import { defineAnalysis } from "./define-analysis";
import { comparedParams, orShorter, periodName } from "./period-name";
import { plural, sentence, strong } from "./span";

/** Why a step moved revenue, up and down. */
const REASONS: Readonly<Record<string, readonly [up: string, down: string]>> = {
  volume: ["more units were sold", "fewer units were sold"],
  price: ["prices were higher", "prices were lower"],
  mix: ["dearer products were sold", "cheaper products were sold"],
  "new products": ["new products were sold", "new products were returned"],
  "products no longer sold": ["products that cost money are gone", "products are no longer sold"],
  "products mostly returned": ["less was returned", "more was returned"],
};

/** Why did revenue change? Price, volume and mix. METRICS: beyond the seven. */
export const priceVolumeMix = defineAnalysis({
  name: "price_volume_mix",
  title: "Price, volume and mix",
  question: "Why did revenue change?",
  query: defineQuery({
    name: "price_volume_mix",
    text: sql,
    params: comparedParams,
    row: {
      step: column.text({ label: "Step" }),
      amount: column.decimal({ label: "Amount", unit: "money" }),
      percent_of_before: column.double({ label: "Of the revenue before", unit: "percent" }),
      products: column.integer({ label: "Products", unit: "count" }),
      from_amount: column.decimal({ label: "From", unit: "money", hidden: true }),
      is_total: column.boolean({ label: "Total", hidden: true }),
      period_start: column.date({ label: "Period", hidden: true }),
      before_start: column.date({ label: "Compared with", hidden: true }),
    },
  }),
  phrase: ["From the ", { param: "against" }, " to the newest complete ", { param: "grain" }],
  columns: (columns) => columns,
  chart: ({ grain }, rows) =>
    rows.length === 0
      ? null
      : {
          type: "waterfall",
          label: "step",
          value: "amount",
          from: "from_amount",
          total: "is_total",
          periods: { before: "before_start", after: "period_start", grain },
        },
  totals: () => null,
  answer(rows, params, _, say) {
    const before = rows.find((row) => row.step === "before");
    const after = rows.find((row) => row.step === "after");
    if (!before?.before_start || !after?.period_start) return [];
    const [now, then] = [after.period_start, before.before_start].map((day) => periodName(day, params.grain, say));
    const change = Number(after.amount) - Number(before.amount);
    const parts = rows.filter((row) => row.is_total === false && Math.sign(Number(row.amount)) === Math.sign(change));
    const [most] = parts.toSorted((a, b) => Math.abs(Number(b.amount)) - Math.abs(Number(a.amount)));
    if (change === 0 || !most) return sentence`Revenue of ${now ?? ""} was level with ${then ?? ""}.`;
    const size = strong(say.moneyShort(Math.abs(change).toFixed(2)));
    const reason = REASONS[most.step ?? ""]?.[change > 0 ? 0 : 1] ?? "";
    const isAll = Number(most.amount) === change;
    const part = isAll ? "" : ` (${say.moneyShort(Math.abs(Number(most.amount)).toFixed(2))})`;
    return sentence`Revenue of ${now ?? ""} was ${size} ${change > 0 ? "above" : "below"} ${then ?? ""}, ${isAll ? "" : "above all "}because ${strong(reason)}${part}.`;
  },
  notes: (rows, params, facts) => {
    if (!facts.hasSales) return ["There are no sales yet. Add a sales file to see why revenue changes."];
    if (rows.length === 0) {
      return [`The data does not hold two complete ${plural(2, params.grain)} to compare. ${orShorter(params.grain)}`];
    }
    return ["Units of all products are added up for the volume, whatever they measure."];
  },
});
