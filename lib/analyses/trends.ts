import { column, type Unit } from "@/lib/query/column";
import { ALL, param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import sql from "@/sql/analyses/trends.sql?raw";
import { defineAnalysis } from "./define-analysis";
import { trendSentence } from "./trend-sentence";

const METRIC_UNITS: Readonly<Record<string, Unit>> = {
  revenue: "money",
  quantity: "quantity",
  profit: "money",
  orders: "count",
  average_order_value: "money",
};

const METRIC_LABELS: Readonly<Record<string, string>> = {
  revenue: "Revenue",
  quantity: "Units",
  profit: "Profit",
  orders: "Orders",
  average_order_value: "Average order",
};

/** Columns that take an earlier period; where no row has one they are left out. */
const COMPARED = new Set(["previous_value", "change_percent", "same_period_last_year", "yoy_percent", "trend"]);

/** Is it growing? METRICS: trends. */
export const trends = defineAnalysis({
  name: "trends",
  title: "Trends",
  question: "Is it growing?",
  query: defineQuery({
    name: "trends",
    text: sql,
    params: {
      metric: param.choice({
        label: "Metric",
        default: "revenue",
        choices: {
          revenue: "revenue",
          quantity: "quantity",
          profit: "profit",
          orders: "orders",
          average_order_value: "average order value",
        },
      }),
      grain: param.choice({
        label: "Grain",
        default: "month",
        choices: { day: "day", week: "week", month: "month", quarter: "quarter" },
      }),
      periods: param.integer({ label: "Periods", default: 6, min: 2, max: 400 }),
      stable_within: param.decimal({ label: "Stable within", default: 0.02, min: 0, max: 1 }),
      category: param.category(),
      store: param.store(),
      product: param.product(),
    },
    row: {
      period_start: column.date({ label: "Period" }),
      value: column.decimal({ label: "Value", unit: "money" }),
      previous_value: column.decimal({ label: "Previous", unit: "money" }),
      change_percent: column.double({ label: "Change", unit: "percent" }),
      stretch_before: column.decimal({ label: "As many periods before", unit: "money", hidden: true }),
      same_period_last_year: column.decimal({ label: "Year before", unit: "money" }),
      yoy_percent: column.double({ label: "On the year", unit: "percent" }),
      trend: column.text({ label: "Trend" }),
      complete: column.boolean({ label: "Complete" }),
    },
  }),
  phrase: [
    { param: "metric" },
    " by ",
    { param: "grain" },
    ", the last ",
    { param: "periods" },
    ", steady within ",
    { param: "stable_within" },
    ", ",
    { param: "product" },
    { when: (facts) => facts.hasCategory, parts: [" of ", { param: "category" }] },
    { when: (facts) => facts.stores.length > 0, parts: [" in ", { param: "store" }] },
  ],
  columns: (columns, rows, __, params) =>
    columns.map((each) => {
      const unseen = COMPARED.has(each.name) && rows.every((row) => row[each.name as "trend"] === null);
      if (each.unit !== "money") return unseen ? { ...each, hidden: true } : each;
      const unit = METRIC_UNITS[params.metric] ?? "money";
      return {
        ...each,
        unit,
        label: each.name === "value" ? (METRIC_LABELS[params.metric] ?? each.label) : each.label,
        hidden: each.hidden || unseen,
      };
    }),
  chart(params, rows) {
    const aYearBefore = rows.some((row) => row.same_period_last_year !== null);
    const against = aYearBefore
      ? { ghost: "same_period_last_year", against: "a year before" }
      : { ghost: "stretch_before", against: `${params.periods} ${params.grain}s before` };
    return { type: "line", x: "period_start", value: "value", complete: "complete", grain: params.grain, ...against };
  },
  totals: () => null,
  answer: (rows, params, _, say) => trendSentence(rows, params.grain, say),
  notes: (rows, params, facts) => {
    if (!facts.hasSales) return ["There are no sales yet. Add a sales file to see how they develop."];
    if (params.metric === "profit" && !facts.hasCost) {
      return [
        "Profit cannot be told because cost is unknown. Add a cost column, or an inventory file with unit costs.",
      ];
    }
    if ((params.metric === "orders" || params.metric === "average_order_value") && !facts.hasTransaction) {
      return ["Orders are unknown because the file has no transaction or invoice column. Add one, or choose revenue."];
    }
    const isPart = params.category !== ALL || params.store !== ALL || params.product !== ALL;
    if (isPart && rows.every((row) => row.value === null || Number(row.value) === 0)) {
      return ["Nothing was sold of this product, category or store. Choose another."];
    }
    const notes: string[] = [];
    if (rows.some((row) => row.complete === false)) {
      notes.push("Incomplete periods are dashed and left out of the trend: the data does not cover all of their days.");
    }
    if (rows.length > 0 && rows.every((row) => row.same_period_last_year === null)) {
      notes.push("There is no year before to compare with yet.");
    }
    return notes;
  },
});
