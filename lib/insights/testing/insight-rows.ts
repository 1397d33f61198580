import { type InsightRow, insights } from "@/lib/analyses/insights";
import type { InsightFacts } from "../facts";

const NOTHING = Object.fromEntries(insights.query.columns.map(({ name }) => [name, null])) as unknown as InsightRow;

type Given = Partial<Record<keyof InsightRow, string | number | null>>;

/** A row of a scope with what is given; the rest is unknown. */
export function insightRow(scope: string, given: Given = {}): InsightRow {
  return { ...NOTHING, scope, ...given } as InsightRow;
}

/** A shop of eighteen months and a thousand lines whose figures give no rule a reason. */
export const calmShop: Given = {
  sale_lines: 1000,
  revenue: "10000",
  quantity: "2000",
  covered_revenue: "10000",
  profit: "3000",
  margin_percent: 30,
  cost_coverage: 1,
  returned_amount: "100",
  returned_share: 0.01,
  stock_value: "5000",
  c_stock_value: "500",
  c_products: 10,
  stock_cost_known: 1,
  products: 40,
  a_products: 15,
  a_revenue: "8000",
  margin_products: 40,
  median_revenue: 200,
  median_quantity: 40,
  upper_quantity: 80,
  upper_margin: 40,
  median_stock_value: 100,
  complete_months: 18,
  days_observed: 90,
  first_day: "2025-01-01",
  as_of: "2026-06-30",
  dead_rest_products: 0,
  dead_rest_valued: 0,
};

/** A product with 200 lines that gives no rule a reason. */
export const calmProduct: Given = {
  product_id: "P1",
  product: "Tea",
  category: "Drinks",
  sale_lines: 200,
  quantity: "60",
  revenue: "300",
  revenue_share: 0.03,
  quantity_rank: 10,
  abc_class: "B",
  covered_revenue: "300",
  profit: "90",
  margin_percent: 30,
  cost_coverage: 1,
  returned_amount: "3",
  returned_share: 0.01,
  current_stock: "20",
  unit_cost: "5",
  stock_value: "100",
  units_sold: "60",
  window_lines: 40,
  window_revenue: "90",
  daily_rate: 0.66,
  days_of_cover: 30,
  turnover_rate: 12,
  days_since_sale: 1,
  last_sold_on: "2026-06-29",
  month_1: "100",
  month_2: "100",
  month_3: "100",
  month_4: "100",
  revenue_last_3: "300",
  revenue_before_3: "300",
  revenue_year_ago_3: "300",
  average_month: 100,
  squares_1: 1000,
  squares_4: 1000,
  squares_last_3: 3000,
  squares_before_3: 3000,
  squares_year_ago_3: 3000,
};

/** Facts of the calm shop with what is given changed. */
export function insightFacts(given: {
  shop?: Given;
  products?: readonly Given[];
  categories?: readonly Given[];
  months?: readonly Given[];
}): InsightFacts {
  return {
    shop: insightRow("shop", { ...calmShop, ...given.shop }),
    products: (given.products ?? []).map((row) => insightRow("product", { ...calmProduct, ...row })),
    categories: (given.categories ?? []).map((row) => insightRow("category", row)),
    months: (given.months ?? []).map((row) => insightRow("month", row)),
  };
}
