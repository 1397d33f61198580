import { column } from "@/lib/query/column";
import { defineQuery } from "@/lib/query/query";
import { sumDecimals } from "@/lib/std/sum-decimals";
import sql from "@/sql/analyses/category-mix.sql?raw";
import { defineAnalysis } from "./define-analysis";
import { comparedParams, orShorter, periodName } from "./period-name";
import { plural, sentence, strong } from "./span";

/** What is the mix of categories, and how does it move? METRICS: beyond the seven. */
export const categoryMix = defineAnalysis({
  name: "category_mix",
  title: "Category mix",
  question: "What is the mix of categories, and how does it move?",
  query: defineQuery({
    name: "category_mix",
    text: sql,
    params: comparedParams,
    row: {
      category: column.text({ label: "Category" }),
      revenue: column.decimal({ label: "Revenue", unit: "money" }),
      share: column.double({ label: "Share", unit: "share", parts: true }),
      previous_revenue: column.decimal({ label: "Revenue before", unit: "money" }),
      previous_share: column.double({ label: "Share before", unit: "share", parts: true }),
      share_change: column.double({ label: "Change in points", unit: "rate" }),
      period_start: column.date({ label: "Period", hidden: true }),
      before_start: column.date({ label: "Compared with", hidden: true }),
    },
  }),
  phrase: ["The newest complete ", { param: "grain" }, " against the ", { param: "against" }],
  columns: (columns, rows) =>
    columns.map((each) => {
      const compares = ["previous_revenue", "previous_share", "share_change"].includes(each.name);
      return compares && rows[0]?.before_start === null ? { ...each, hidden: true } : each;
    }),
  chart: (_, rows, facts) =>
    facts.hasCategory && rows.some((row) => row.share !== null)
      ? { type: "bars", label: "category", value: "share" }
      : null,
  totals: (rows) =>
    rows.length === 0
      ? null
      : {
          category: "Total",
          revenue: sumDecimals(rows.map((row) => row.revenue)),
          share: rows.some((row) => row.share !== null) ? 1 : null,
          previous_revenue:
            rows[0]?.before_start === null ? null : sumDecimals(rows.map((row) => row.previous_revenue)),
          previous_share: rows.some((row) => row.previous_share !== null) ? 1 : null,
        },
  answer(rows, params, facts, say) {
    const [first] = rows;
    if (!first || first.share === null || first.period_start === null || !facts.hasCategory) return [];
    const now = periodName(first.period_start, params.grain, say);
    const name = strong(first.category ?? "");
    if (rows.length === 1) return sentence`All revenue of ${now} came from ${name}.`;
    if (first.share > 1) return sentence`${name} brought in more than the net revenue of ${now}.`;
    const leads = sentence`${name} brought ${strong(say.share(first.share))} of the revenue of ${now}`;
    const moved = rows
      .filter((row) => row.share_change !== null)
      .toSorted((a, b) => Math.abs(b.share_change ?? 0) - Math.abs(a.share_change ?? 0))[0];
    const points = Math.round(10 * Math.abs(moved?.share_change ?? 0)) / 10;
    if (!moved || first.before_start === null) return [...leads, ...sentence`.`];
    const before = periodName(first.before_start, params.grain, say);
    if (points === 0) return [...leads, ...sentence`; the mix is that of ${before}.`];
    const rose = (moved.share_change ?? 0) > 0;
    const size = `${say.quantity(points)} ${plural(points, "point")}`;
    if (moved === first) return [...leads, ...sentence`, ${rose ? "up" : "down"} ${strong(size)} on ${before}.`];
    const way = rose ? "gained" : "lost";
    return [...leads, ...sentence`; ${strong(moved.category ?? "")} ${way} most on ${before}, ${size}.`];
  },
  notes: (rows, params, facts) => {
    if (!facts.hasSales) return ["There are no sales yet. Add a sales file to see the mix of categories."];
    if (!facts.hasCategory) return ["The data has no categories. Add a category column to see their mix."];
    const [first] = rows;
    if (!first) return [`No ${params.grain} is complete yet, or nothing was sold in it. ${orShorter(params.grain)}`];
    const notes: string[] = [];
    if (first.before_start === null) {
      notes.push(`The data does not reach back to the ${params.grain} it is compared with. Add older sales.`);
    }
    if (first.share === null) notes.push("Net revenue is not above zero, so shares cannot be told.");
    return notes;
  },
});
