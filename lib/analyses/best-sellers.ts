import { column } from "@/lib/query/column";
import { param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import { sumDecimals } from "@/lib/std/sum-decimals";
import sql from "@/sql/analyses/best-sellers.sql?raw";
import { defineAnalysis } from "./define-analysis";
import { leadersOf, plural, sentence, strong } from "./span";

/** What sells most? METRICS: best_sellers. */
export const bestSellers = defineAnalysis({
  name: "best_sellers",
  title: "Best sellers",
  question: "What sells most?",
  query: defineQuery({
    name: "best_sellers",
    text: sql,
    params: {
      limit: param.integer({ label: "Limit", default: 10, min: 1, max: 1000 }),
      sort_by: param.choice({
        label: "Sort by",
        default: "quantity",
        choices: { quantity: "quantity", revenue: "revenue" },
      }),
      period: param.period(),
      category: param.category(),
    },
    row: {
      rank: column.integer({ label: "#", unit: "rank" }),
      product_id: column.text({ label: "Product ID" }),
      product_name: column.text({ label: "Product" }),
      category: column.text({ label: "Category" }),
      quantity: column.decimal({ label: "Units", unit: "quantity" }),
      revenue: column.decimal({ label: "Revenue", unit: "money" }),
      orders: column.integer({ label: "Orders", unit: "count" }),
      last_sold_on: column.date({ label: "Last sold" }),
      all_quantity: column.decimal({ label: "Units of all products", unit: "quantity", hidden: true }),
      all_revenue: column.decimal({ label: "Revenue of all products", unit: "money", hidden: true }),
      all_products: column.integer({ label: "Products", unit: "count", hidden: true }),
    },
  }),
  phrase: [
    "Top ",
    { param: "limit" },
    " by ",
    { param: "sort_by" },
    " in ",
    { param: "period" },
    { when: (facts) => facts.hasCategory, parts: [", ", { param: "category" }] },
  ],
  columns: (columns, rows, facts) =>
    columns.map((each) => {
      const same = rows.every((row) => row.product_id === row.product_name);
      const empty =
        (each.name === "product_id" && same) ||
        (each.name === "category" && !facts.hasCategory) ||
        (each.name === "orders" && !facts.hasTransaction);
      return empty ? { ...each, hidden: true } : each;
    }),
  chart: (params) => ({
    type: "bars",
    label: "product_name",
    value: params.sort_by === "revenue" ? "revenue" : "quantity",
  }),
  totals: (rows) =>
    rows.length === 0
      ? null
      : {
          product_name: rows.length === 1 ? "This product" : `Top ${rows.length}`,
          quantity: sumDecimals(rows.map((row) => row.quantity)),
          revenue: sumDecimals(rows.map((row) => row.revenue)),
        },
  answer(rows, params, _, say) {
    const [first] = rows;
    if (!first) return [];
    const byRevenue = params.sort_by === "revenue";
    const most = (byRevenue ? first.revenue : first.quantity) ?? "0";
    if (Number(most) <= 0) return sentence`Nothing sold more than was returned.`;
    const amount = byRevenue ? say.money(most) : `${say.quantity(most)} ${plural(Number(most), "unit")}`;
    const leaders = leadersOf(
      rows,
      (row) => row.product_name,
      (row) => (byRevenue ? row.revenue : row.quantity),
    );
    const name = strong(leaders.join(" and "));
    if (first.all_products === 1) return sentence`${name} ${byRevenue ? "brought in" : "sold"} ${amount}.`;
    const lead = leaders.length === 1 ? `leads with ${amount}` : `lead with ${amount} each`;
    const whole = Number(byRevenue ? first.all_revenue : first.all_quantity);
    const share = Number(sumDecimals(rows.map((row) => (byRevenue ? row.revenue : row.quantity)))) / whole;
    // With returns among the others, a part can be more than the whole.
    const telling = whole > 0 && share > 0 && share <= 1 && rows.length !== first.all_products;
    if (!telling) return sentence`${name} ${lead}.`;
    const shown = rows.length === 1 ? "this product makes" : `${say.count(rows.length)} products make`;
    return sentence`${name} ${lead}; ${shown} ${strong(say.share(share))} of all ${byRevenue ? "revenue" : "units sold"}.`;
  },
  compares: ({ sort_by, period, category }) => ({
    measure: sort_by === "revenue" ? "revenue" : "units",
    span: period,
    category,
  }),
  notes: (rows, params, facts) => {
    if (!facts.hasSales) return ["There are no sales yet. Add a sales file to see what sells."];
    if (params.category !== "all" && !facts.hasCategory) {
      return ["The data has no categories, so nothing is in this one. Choose all categories."];
    }
    if (rows.length === 0) return ["Nothing was sold in this period and category. Choose another period or category."];
    return [];
  },
});
