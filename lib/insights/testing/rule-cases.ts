import type { insightFacts } from "./insight-rows";

/** Rows as the facts of a shop are made of them. */
export type Given = Parameters<typeof insightFacts>[0];

export const product = (...rows: NonNullable<Given["products"]>) => ({ products: rows });
/** Revenue by month, the newest first. */
export const months = (...revenues: number[]) => ({
  months: revenues.map((revenue, at) => ({ revenue: String(revenue), month: `2026-0${Math.max(1, 6 - at)}-01` })),
});
export const categories = (...rows: [name: string, sellThrough: number, value: string | null][]) => ({
  categories: rows.map(([category, sell_through, stock_value]) => ({
    category,
    sell_through,
    stock_value,
    sale_lines: 100,
    stock_cost_known: 1,
  })),
});

/** Facts on which a rule fires, just does not, and lacks what it needs. */
interface Case {
  fires: Given;
  not: Given;
  missing: Given;
  title: string;
  money: number | null;
}

export const season = { season_score: 0.5, next_peak_on: "2026-08-29", peak_index: 2.5 };
export const rising = { quantity_rank: 20, month_1: "103", month_2: "102", month_3: "101", month_4: "100" };

export const CASES: Readonly<Record<string, Case>> = {
  dead_stock: {
    fires: product({ dead_rank: 1, days_since_sale: 91 }),
    not: product({ dead_rank: null, days_since_sale: 90 }),
    missing: product({ dead_rank: null, current_stock: null, stock_value: null }),
    title: "Tea has not sold for 91 days",
    money: 100,
  },
  declining_product: {
    fires: product({ revenue: "200", revenue_last_3: "70", revenue_before_3: "100" }),
    not: product({ revenue: "200", revenue_last_3: "70.01", revenue_before_3: "100" }),
    missing: product({ revenue_last_3: null, revenue_before_3: null }),
    title: "Tea brings 30% less than in the 3 months before",
    money: 30,
  },
  declining_business: {
    fires: months(70, 80, 90, 100),
    not: months(70, 80, 90, 90),
    missing: months(70, 80, 90),
    title: "Revenue has fallen 3 months in a row",
    money: 30,
  },
  overstock: {
    fires: product({ days_of_cover: 181 }),
    not: product({ days_of_cover: 180 }),
    missing: product({ days_of_cover: 400, unit_cost: null, stock_value: null }),
    title: "Tea is in stock for 181 days",
    money: 100 / 181,
  },
  stock_out: {
    fires: product({ current_stock: "0", units_sold: "1" }),
    not: product({ current_stock: "0.001", units_sold: "1" }),
    missing: product({ current_stock: null, units_sold: "1" }),
    title: "Tea is out of stock",
    money: 30,
  },
  revenue_concentration: {
    fires: product({ revenue_share: 0.301 }),
    not: product({ revenue_share: 0.3 }),
    missing: product({ revenue_share: null }),
    title: "Tea alone brings 30% of the revenue",
    money: 100,
  },
  returns_spike: {
    fires: product({ returned_share: 0.1, returned_amount: "30", revenue: "270" }),
    not: product({ returned_share: 0.0999, returned_amount: "30", revenue: "270" }),
    missing: { ...product({ returned_share: null, returned_amount: null }), shop: { returned_share: null } },
    title: "10% of Tea comes back",
    money: 27,
  },
  restock: {
    fires: product({ days_of_cover: 13.9, turnover_rate: 26 }),
    not: product({ days_of_cover: 14, turnover_rate: 26 }),
    missing: product({ days_of_cover: null, turnover_rate: null, current_stock: null }),
    title: "Tea will run out in 14 days",
    money: 14,
  },
  seasonal_peak: {
    fires: product(season),
    not: product({ ...season, next_peak_on: "2026-08-30" }),
    missing: product({}),
    title: "Tea has its season in August 2026",
    money: 150,
  },
  rising_star: {
    fires: product(rising),
    not: product({ ...rising, quantity_rank: 21 }),
    missing: product({ ...rising, month_4: null }),
    title: "Tea is up 3% in three months",
    money: 3,
  },
  high_profit_opportunity: {
    fires: product({ margin_percent: 40, quantity: "39", profit: "39" }),
    not: product({ margin_percent: 40, quantity: "40" }),
    missing: product({ margin_percent: null, quantity: "39", profit: null }),
    title: "Tea earns 40% but sells little",
    money: 90 / 546,
  },
  low_margin_volume: {
    fires: { ...product({ margin_percent: 9.9, quantity: "80" }), shop: { margin_percent: 10 } },
    not: { ...product({ margin_percent: 10, quantity: "80" }), shop: { margin_percent: 10 } },
    missing: product({ margin_percent: null, quantity: "80" }),
    title: "Tea sells a lot and earns 9.9%",
    money: (0.3 * 90) / 546,
  },
  sold_below_cost: {
    fires: product({ margin_percent: -0.1, profit: "-0.3" }),
    not: product({ margin_percent: 0, profit: "0" }),
    missing: product({ margin_percent: null, profit: null }),
    title: "Tea is sold below cost",
    money: 0.3,
  },
  slow_category: {
    fires: categories(["Slow", 0.2, "501"], ["B", 0.5, "1"], ["C", 0.5, "1"], ["D", 0.8, "1"]),
    not: categories(["Slow", 0.2, "500"], ["B", 0.5, "1"], ["C", 0.5, "1"], ["D", 0.8, "1"]),
    missing: categories(["Slow", 0.2, null], ["B", 0.5, null], ["C", 0.5, null], ["D", 0.8, null]),
    title: "Slow moves slowly and holds 10% of the stock's value",
    money: 501 * 0.75,
  },
  idle_capital: {
    fires: { shop: { c_stock_value: "1501" } },
    not: { shop: { c_stock_value: "1500" } },
    missing: { shop: { c_stock_value: null, stock_value: null } },
    title: "30% of the stock's value lies in products that bring little",
    money: 1501,
  },
  missing_costs: {
    fires: { shop: { cost_coverage: 0.799 } },
    not: { shop: { cost_coverage: 0.8 } },
    missing: { shop: { cost_coverage: null, revenue: "0" } },
    title: "Cost is known for only 80% of the revenue",
    money: null,
  },
};
