import { column } from "@/lib/query/column";
import { param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import { sumDecimals } from "@/lib/std/sum-decimals";
import sql from "@/sql/analyses/returns.sql?raw";
import { defineAnalysis } from "./define-analysis";
import { leadersOf, plural, sentence, strong } from "./span";

/** What comes back? Returns by product. METRICS: beyond the seven. */
export const returns = defineAnalysis({
  name: "returns",
  title: "Returns",
  question: "What comes back?",
  query: defineQuery({
    name: "returns",
    text: sql,
    params: {
      limit: param.integer({ label: "Limit", default: 20, min: 1, max: 1000 }),
      period: param.period(),
    },
    row: {
      rank: column.integer({ label: "#", unit: "rank" }),
      product: column.text({ label: "Product" }),
      category: column.text({ label: "Category" }),
      returned_amount: column.decimal({ label: "Returned", unit: "money" }),
      returned_quantity: column.decimal({ label: "Units returned", unit: "quantity" }),
      return_lines: column.integer({ label: "Times", unit: "count" }),
      sold_amount: column.decimal({ label: "Sold", unit: "money" }),
      sold_quantity: column.decimal({ label: "Units sold", unit: "quantity" }),
      returned_share: column.double({ label: "Share of what was sold", unit: "share" }),
      shop_share: column.double({ label: "Share of the shop", unit: "share", hidden: true }),
      all_returned: column.decimal({ label: "Returned of all products", unit: "money", hidden: true }),
      all_products: column.integer({ label: "Products returned", unit: "count", hidden: true }),
      product_id: column.text({ label: "Product ID", hidden: true }),
    },
  }),
  phrase: ["The ", { param: "limit" }, " products with most returns in ", { param: "period" }],
  columns: (columns, _, facts) =>
    columns.map((each) => (each.name === "category" && !facts.hasCategory ? { ...each, hidden: true } : each)),
  chart: (_, rows) => (rows.length === 0 ? null : { type: "bars", label: "product", value: "returned_amount" }),
  totals: (rows) =>
    rows.length === 0
      ? null
      : {
          product: rows.length === rows[0]?.all_products ? "Total" : `Top ${rows.length}`,
          returned_amount: sumDecimals(rows.map((row) => row.returned_amount)),
          returned_quantity: sumDecimals(rows.map((row) => row.returned_quantity)),
          return_lines: rows.reduce((sum, row) => sum + (row.return_lines ?? 0), 0),
          sold_amount: sumDecimals(rows.map((row) => row.sold_amount)),
          sold_quantity: sumDecimals(rows.map((row) => row.sold_quantity)),
        },
  answer(rows, params, facts, say) {
    const [first] = rows;
    if (!first) return facts.hasSales && params.period === "all" ? sentence`Nothing was returned.` : [];
    const all = first.all_products ?? 0;
    const products = `${say.count(all)} ${plural(all, "product")}`;
    if (Number(first.all_returned) === 0)
      return sentence`Units of ${strong(products)} came back, but no money was returned.`;
    const share = first.shop_share;
    const ofSold = share === null ? "" : `, ${say.share(share)} of what was sold`;
    const total = sentence`${strong(say.money(first.all_returned ?? 0))} was returned${ofSold}`;
    if (all === 1) return [...total, ...sentence`, all of it for ${strong(first.product ?? "")}.`];
    const leaders = leadersOf(
      rows,
      (row) => row.product,
      (row) => row.returned_amount,
    );
    const each = leaders.length === 1 ? "" : " each";
    return [
      ...total,
      ...sentence`; most for ${strong(leaders.join(" and "))}, ${say.money(first.returned_amount ?? 0)}${each}.`,
    ];
  },
  compares: ({ period }) => ({ measure: "returned", span: period }),
  notes: (rows, params, facts) => {
    if (!facts.hasSales) return ["There are no sales yet. Add a sales file to see what comes back."];
    if (rows.length > 0) return [];
    const where = params.period === "all" ? "the data" : "this period";
    return [`No line in ${where} has a quantity or an amount below zero. A file without returns may leave them out.`];
  },
});
