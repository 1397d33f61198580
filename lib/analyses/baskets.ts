import { column } from "@/lib/query/column";
import { ALL, param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import sql from "@/sql/analyses/baskets.sql?raw";
import { defineAnalysis } from "./define-analysis";
import { plural, sentence, strong } from "./span";

const LEAST_BASKETS = 5;

/** What is bought together? Pairs with support, confidence and lift. METRICS: beyond the seven. */
export const baskets = defineAnalysis({
  name: "baskets",
  title: "Bought together",
  question: "What is bought together?",
  query: defineQuery({
    name: "baskets",
    text: sql,
    params: {
      limit: param.integer({ label: "Limit", default: 20, min: 1, max: 1000 }),
      sort_by: param.choice({
        label: "Sort by",
        default: "lift",
        choices: { lift: "lift", confidence: "confidence", baskets: "baskets" },
      }),
      min_baskets: param.integer({
        label: "Minimum baskets",
        default: LEAST_BASKETS,
        min: LEAST_BASKETS,
        max: 100_000,
      }),
    },
    row: {
      rank: column.integer({ label: "#", unit: "rank" }),
      first_product: column.text({ label: "Who buys" }),
      second_product: column.text({ label: "Also buys" }),
      baskets: column.integer({ label: "Baskets", unit: "count" }),
      support: column.double({ label: "Of all baskets", unit: "share" }),
      confidence: column.double({ label: "How often", unit: "share" }),
      lift: column.double({ label: "Lift", unit: "turns" }),
      all_baskets: column.integer({ label: "All baskets", unit: "count", hidden: true }),
      all_pairs: column.integer({ label: "All pairs", unit: "count", hidden: true }),
      pair: column.text({ label: "Pair", hidden: true }),
      first_id: column.text({ label: "First product ID", hidden: true }),
      second_id: column.text({ label: "Second product ID", hidden: true }),
    },
  }),
  phrase: [
    "The first ",
    { param: "limit" },
    " pairs by ",
    { param: "sort_by" },
    " in at least ",
    { param: "min_baskets" },
    " baskets",
  ],
  columns: (columns) => columns,
  chart: (params, rows) => (rows.length === 0 ? null : { type: "bars", label: "pair", value: params.sort_by }),
  totals: () => null,
  answer(rows, params, _, say) {
    const [first] = rows;
    if (!first) return [];
    const pair = `${first.first_product ?? ""} and ${first.second_product ?? ""}`;
    const count = first.baskets ?? 0;
    if (params.sort_by === "baskets") {
      return sentence`${strong(pair)} are bought together most, in ${say.count(count)} ${plural(count, "basket")}.`;
    }
    const often = sentence`Who buys ${strong(first.first_product ?? "")} also buys ${strong(first.second_product ?? "")} in ${say.share(first.confidence ?? 0)} of the baskets`;
    const lift = first.lift ?? 0;
    return lift > 1.05
      ? [...often, ...sentence`, ${say.quantity(lift.toFixed(1))} times as often as chance.`]
      : [...often, ...sentence`, no more than chance.`];
  },
  compares: (_, facts) => (facts.hasTransaction ? { measure: "orders", span: ALL } : null),
  notes: (rows, params, facts) => {
    if (!facts.hasSales) return ["There are no sales yet. Add a sales file to see what is bought together."];
    if (!facts.hasTransaction) {
      return ["Baskets are unknown because the file has no transaction or invoice column. Add one to see pairs."];
    }
    if (rows.length === 0) {
      const fewer = params.min_baskets > LEAST_BASKETS ? "Choose fewer baskets, or add more sales." : "Add more sales.";
      return [`No two products were bought together ${params.min_baskets} times. ${fewer}`];
    }
    return ["Pairs are looked for among the 1,000 products in most baskets, in baskets of up to 100 of them."];
  },
});
