import { column, type RowOf } from "@/lib/query/column";
import { param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import sql from "@/sql/analyses/insights.sql?raw";
import { defineAnalysis } from "./define-analysis";

const money = (label: string) => column.decimal({ label, unit: "money" });
const quantity = (label: string) => column.decimal({ label, unit: "quantity" });
const count = (label: string) => column.integer({ label, unit: "count" });
const number = (label: string) => column.double({ label });

const row = {
  scope: column.text({ label: "Scope" }),
  product: column.text({ label: "Product" }),
  category: column.text({ label: "Category" }),
  month: column.date({ label: "Month" }),
  revenue: money("Revenue"),
  quantity: quantity("Units"),
  sale_lines: count("Sale lines"),
  revenue_share: column.double({ label: "Share", unit: "share" }),
  abc_class: column.text({ label: "Class" }),
  quantity_rank: column.integer({ label: "Rank", unit: "rank" }),
  month_1: money("Last complete month"),
  month_2: money("Month before"),
  month_3: money("Two months before"),
  month_4: money("Three months before"),
  revenue_last_3: money("Last 3 months"),
  revenue_before_3: money("3 months before"),
  revenue_year_ago_3: money("Same months last year"),
  average_month: column.double({ label: "Average month", unit: "money" }),
  current_stock: quantity("Stock"),
  unit_cost: money("Unit cost"),
  stock_value: money("Stock value"),
  units_sold: quantity("Units sold"),
  daily_rate: column.double({ label: "A day", unit: "rate" }),
  days_of_cover: column.double({ label: "Days of cover", unit: "days" }),
  turnover_rate: column.double({ label: "Turns a year", unit: "turns" }),
  sell_through: column.double({ label: "Sell-through", unit: "share" }),
  window_revenue: money("Revenue in the window"),
  window_lines: count("Sale lines in the window"),
  last_sold_on: column.date({ label: "Last sold" }),
  days_since_sale: column.integer({ label: "Days since sale", unit: "days" }),
  dead_rank: column.integer({ label: "Rank in dead stock", unit: "rank" }),
  returned_amount: money("Returned"),
  returned_share: column.double({ label: "Returned", unit: "share" }),
  profit: money("Profit"),
  margin_percent: column.double({ label: "Margin", unit: "percent" }),
  cost_coverage: column.double({ label: "Cost known", unit: "share" }),
  covered_revenue: money("Revenue with a cost"),
  season_score: column.double({ label: "Score", unit: "score" }),
  next_peak_on: column.date({ label: "Next peak" }),
  peak_index: column.double({ label: "Peak index", unit: "index" }),
  complete_months: count("Complete months"),
  days_observed: column.integer({ label: "Days observed", unit: "days" }),
  first_day: column.date({ label: "First day" }),
  as_of: column.date({ label: "As of" }),
  products: count("Products sold"),
  a_products: count("Products of class A"),
  a_revenue: money("Revenue of class A"),
  c_products: count("Products of class C in stock"),
  c_stock_value: money("Stock value of class C"),
  stock_cost_known: column.double({ label: "Stock with a cost", unit: "share" }),
  margin_products: count("Products with a margin"),
  median_revenue: number("Median revenue"),
  median_quantity: number("Median quantity"),
  upper_quantity: number("Upper quartile of quantity"),
  upper_margin: number("Upper quartile of margin"),
  median_stock_value: number("Median stock value"),
  dead_rest_products: count("Other dead stock"),
  dead_rest_value: money("Value of other dead stock"),
  dead_rest_valued: count("Other dead stock with a value"),
  dead_rest_lines: count("Sale lines of other dead stock"),
  dead_rest_days: column.integer({ label: "Least days of other dead stock", unit: "days" }),
  squares_1: number("Squared lines of the last month"),
  squares_4: number("Squared lines of three months before"),
  squares_last_3: number("Squared lines of the last 3 months"),
  squares_before_3: number("Squared lines of the 3 months before"),
  squares_year_ago_3: number("Squared lines of the same months last year"),
  product_id: column.text({ label: "Product ID", hidden: true }),
};

/** One fact-bearing row; `scope` is shop, product, category or month, and what does not apply to it is null. */
export type InsightRow = RowOf<typeof row>;

/** What needs a decision? The rows are facts; `lib/insights` makes insights of them. METRICS: insights. */
export const insights = defineAnalysis({
  name: "insights",
  title: "Insights",
  question: "What needs a decision?",
  query: defineQuery({
    name: "insights",
    text: sql,
    params: {
      rate_over_days: param.integer({ label: "Rate over days", default: 90, min: 1, max: 3650 }),
      dead_after_days: param.integer({ label: "Dead after days", default: 90, min: 0, max: 3650 }),
      lead_time_days: param.integer({ label: "Lead time days", default: 14, min: 1, max: 365 }),
    },
    row,
  }),
  phrase: [
    "Rates over the last ",
    { param: "rate_over_days" },
    " days",
    {
      when: (facts) => facts.hasInventory,
      parts: [
        "; stock is dead after ",
        { param: "dead_after_days" },
        " days without a sale; an order takes ",
        { param: "lead_time_days" },
        " days",
      ],
    },
  ],
  columns: (columns) => columns,
  chart: () => null,
  totals: () => null,
  answer: () => [],
  notes: (_, __, facts) => {
    if (!facts.hasSales) return ["There are no sales yet, so there is nothing to judge. Add a sales file."];
    const notes: string[] = [];
    if (!facts.hasInventory) notes.push("No stock figures: add an inventory file to see dead stock and restock.");
    if (!facts.hasCost) notes.push("Cost is unknown: add unit costs to see what earns and what loses.");
    return notes;
  },
});
