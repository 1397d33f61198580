import { column } from "@/lib/query/column";
import { param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import { sumDecimals } from "@/lib/std/sum-decimals";
import sql from "@/sql/analyses/revenue-contribution.sql?raw";
import { defineAnalysis } from "./define-analysis";
import { plural, sentence, strong } from "./span";

/** Where does the money come from? Pareto and ABC classes. METRICS: revenue_contribution. */
export const revenueContribution = defineAnalysis({
  name: "revenue_contribution",
  title: "Revenue contribution",
  question: "Where does the money come from?",
  query: defineQuery({
    name: "revenue_contribution",
    text: sql,
    params: {
      by: param.choice({ label: "By", default: "product", choices: { product: "product", category: "category" } }),
      limit: param.integer({ label: "Limit", default: 20, min: 1, max: 1000 }),
      a_cutoff: param.decimal({ label: "A cutoff", default: 0.8, min: 0, max: 1 }),
      b_cutoff: param.decimal({ label: "B cutoff", default: 0.95, min: 0, max: 1 }),
      period: param.period(),
    },
    row: {
      rank: column.integer({ label: "#", unit: "rank" }),
      product: column.text({ label: "Product" }),
      revenue: column.decimal({ label: "Revenue", unit: "money" }),
      share: column.double({ label: "Share", unit: "share", parts: true }),
      cumulative_share: column.double({ label: "Running share", unit: "share" }),
      abc_class: column.text({ label: "Class" }),
      is_rest: column.boolean({ label: "All others", hidden: true }),
      all_products: column.integer({ label: "Products", unit: "count", hidden: true }),
      a_products: column.integer({ label: "Class A products", unit: "count", hidden: true }),
      a_revenue: column.decimal({ label: "Class A revenue", unit: "money", hidden: true }),
      total: column.decimal({ label: "Net revenue", unit: "money", hidden: true }),
    },
  }),
  phrase: [
    "The first ",
    { param: "limit" },
    " by ",
    { param: "by" },
    " in ",
    { param: "period" },
    "; A up to ",
    { param: "a_cutoff" },
    ", B up to ",
    { param: "b_cutoff" },
    " of revenue",
  ],
  columns: (columns, _, __, params) =>
    params.by === "category"
      ? columns.map((each) => (each.name === "product" ? { ...each, label: "Category" } : each))
      : columns,
  chart: () => ({
    type: "pareto",
    label: "product",
    value: "revenue",
    cumulative: "cumulative_share",
    group: "abc_class",
    rest: "is_rest",
  }),
  totals: (rows) =>
    rows.length === 0
      ? null
      : {
          product: "Total",
          revenue: sumDecimals(rows.map((row) => row.revenue)),
          share: Number(rows[0]?.total) > 0 ? 1 : null,
        },
  answer(rows, params, facts, say) {
    const [first] = rows;
    if (!first) return [];
    if (Number(first.total) < 0)
      return sentence`More came back than was sold: ${strong(say.moneyShort(first.total ?? 0))} in all.`;
    if (Number(first.total) === 0) return sentence`No revenue is left to divide: it comes to zero.`;
    if (params.by === "category" && !facts.hasCategory) return [];
    const all = first.all_products ?? 0;
    const leaders = first.a_products ?? 0;
    const things = params.by === "category" ? plural(all, "category", "categories") : plural(all, "product");
    const name = first.product ?? "";
    if (all === 1) return sentence`All revenue comes from ${strong(name)}.`;
    const alone = first.share ?? 0;
    if (alone > 1) {
      return sentence`${strong(name)} brings in more than the net revenue; the others together are below zero.`;
    }
    const share = Number(first.a_revenue ?? 0) / Number(first.total);
    if (leaders === 0 || leaders === all || share > 1) {
      return sentence`${strong(name)} brings ${strong(say.share(alone))} of the revenue, the largest part of ${say.count(all)} ${things}.`;
    }
    const count = strong(`${say.count(leaders)} of ${say.count(all)} ${things}`);
    if (leaders === 1) return sentence`${count}, ${name}, brings ${strong(say.share(share))} of the revenue.`;
    return sentence`${count} bring ${strong(say.share(share))} of the revenue; ${name} alone ${say.share(alone)}.`;
  },
  compares: ({ period }) => ({ measure: "revenue", span: period }),
  notes: (rows, params, facts) => {
    if (!facts.hasSales) return ["There are no sales yet. Add a sales file to see where the money comes from."];
    if (rows.length === 0) return ["Nothing was sold in this period. Choose another period."];
    const notes: string[] = [];
    if (params.by === "category" && !facts.hasCategory) {
      notes.push("The data has no categories. Add a category column to see them.");
    }
    if (params.a_cutoff > params.b_cutoff) notes.push("The A cutoff is above the B cutoff, so nothing is in class B.");
    if (Number(rows[0]?.total ?? 0) <= 0) notes.push("Net revenue is not above zero, so shares cannot be told.");
    return notes;
  },
});
