import type { Row } from "@/lib/query/result";
import type { ByHand } from "./answer";

const JUNE = { period_start: "2026-06-01", before_start: "2026-05-01" };
const TOTALS = { known_revenue: "1080", all_revenue: "1080" };
const HOURS = Array.from({ length: 24 }, (_, at) => `hour_${String(at).padStart(2, "0")}`);

/** A day of the week in which only these hours sold anything. */
const weekday = (name: string, days: number, value: number, average: string, hours: Row = {}): Row => ({
  weekday: name,
  value: String(value),
  share: value / 1080,
  days,
  average,
  ...Object.fromEntries(HOURS.map((hour) => [hour, "0"])),
  ...hours,
  has_times: true,
  has_sales: true,
});

const month = (at: number) => new Date(Date.UTC(2025, at, 1)).toISOString().slice(0, 10);

/** 90 days with 10, 40 and 20 units on three of them. */
const TEA_SD = Math.sqrt(2100 / 90 - (70 / 90) ** 2);
/** 90 days with 4 units on three of them. */
const RICE_SD = Math.sqrt(48 / 90 - (12 / 90) ** 2);
const sixDigits = (value: number) => Math.round(value * 1e6) / 1e6;

export const FURTHER_ANSWERS: Readonly<Record<string, ByHand>> = {
  forecast: {
    given: { horizon: 2 },
    rows: [
      ...Array.from({ length: 13 }, (_, at) => ({
        period_start: month(at),
        value: String(100 * (at + 1)),
        same_period_last_year: at === 12 ? "100" : null,
        observed: true,
        asked: true,
      })),
      // A straight line goes on and was never missed.
      ...[13, 14].map((at) => ({
        period_start: month(at),
        value: String(100 * (at + 1)),
        low: String(100 * (at + 1)),
        high: String(100 * (at + 1)),
        same_period_last_year: String(100 * (at - 11)),
        observed: false,
        method: "Holt's trend",
        error: 0,
        asked: true,
      })),
    ],
  },
  reorder: {
    given: { lead_time_days: 25, cover_days: 30, service_level: "95" },
    rows: [
      {
        product: "Rice",
        category: "Food",
        current_stock: "6",
        days_of_cover: 45,
        daily_rate: 12 / 90,
        demand_sd: RICE_SD,
        safety_stock: sixDigits(1.6449 * RICE_SD * 5),
        reorder_point: sixDigits((25 * 12) / 90 + 1.6449 * RICE_SD * 5),
        // 9.24 + 4 - 6, whole units.
        order_quantity: "8",
        unit_cost: "2",
        order_value: "16",
        product_id: "R",
      },
      {
        product: "Tea",
        category: "Drinks",
        current_stock: "40",
        days_of_cover: 360 / 7,
        daily_rate: 70 / 90,
        demand_sd: TEA_SD,
        safety_stock: sixDigits(1.6449 * TEA_SD * 5),
        reorder_point: sixDigits((25 * 70) / 90 + 1.6449 * TEA_SD * 5),
        // 58.65 + 23.33 - 40, whole units.
        order_quantity: "42",
        unit_cost: "6",
        order_value: "252",
        product_id: "T",
      },
    ],
  },
  price_volume_mix: {
    rows: [
      { step: "before", amount: "410", products: 2, from_amount: "0", is_total: true, ...JUNE },
      // Half of the units at the mean price of May.
      {
        step: "volume",
        amount: "-205",
        percent_of_before: -50,
        products: 2,
        from_amount: "410",
        is_total: false,
        ...JUNE,
      },
      // 230 now; 180 + 10 at the prices of May.
      {
        step: "price",
        amount: "40",
        percent_of_before: 4000 / 410,
        products: 2,
        from_amount: "205",
        is_total: false,
        ...JUNE,
      },
      {
        step: "mix",
        amount: "-15",
        percent_of_before: -1500 / 410,
        products: 2,
        from_amount: "245",
        is_total: false,
        ...JUNE,
      },
      {
        step: "new products",
        amount: "0",
        percent_of_before: 0,
        products: 0,
        from_amount: "230",
        is_total: false,
        ...JUNE,
      },
      {
        step: "products no longer sold",
        amount: "0",
        percent_of_before: 0,
        products: 0,
        from_amount: "230",
        is_total: false,
        ...JUNE,
      },
      { step: "after", amount: "230", products: 2, from_amount: "0", is_total: true, ...JUNE },
    ],
  },
  category_mix: {
    rows: [
      {
        category: "Drinks",
        revenue: "220",
        share: 220 / 230,
        previous_revenue: "400",
        previous_share: 400 / 410,
        share_change: 100 * (220 / 230 - 400 / 410),
        ...JUNE,
      },
      {
        category: "Food",
        revenue: "10",
        share: 10 / 230,
        previous_revenue: "10",
        previous_share: 10 / 410,
        share_change: 100 * (10 / 230 - 10 / 410),
        ...JUNE,
      },
    ],
  },
  returns: {
    rows: [
      {
        rank: 1,
        product: "Tea",
        category: "Drinks",
        returned_amount: "20",
        returned_quantity: "2",
        return_lines: 1,
        sold_amount: "1040",
        sold_quantity: "100",
        returned_share: 20 / 1040,
        shop_share: 20 / 1100,
        all_returned: "20",
        all_products: 1,
        product_id: "T",
      },
    ],
  },
  weekday_hour: {
    rows: [
      weekday("Monday", 26, 990, "38.0769", { hour_09: "330", hour_10: "660" }),
      weekday("Tuesday", 26, -20, "-0.7692", { hour_12: "-20" }),
      weekday("Wednesday", 25, 0, "0"),
      weekday("Thursday", 26, 110, "4.2308", { hour_09: "110" }),
      weekday("Friday", 26, 0, "0"),
      weekday("Saturday", 26, 0, "0"),
      weekday("Sunday", 26, 0, "0"),
    ],
  },
  baskets: {
    rows: [
      {
        rank: 1,
        first_product: "Tea",
        second_product: "Rice",
        baskets: 6,
        support: 1,
        confidence: 1,
        lift: 1,
        all_baskets: 6,
        all_pairs: 1,
        pair: "Tea + Rice",
        first_id: "T",
        second_id: "R",
      },
    ],
  },
  customer_segments: {
    rows: [
      {
        segment: "Newer or occasional",
        customers: 1,
        customer_share: 0.5,
        revenue: "860",
        revenue_share: 860 / 1080,
        average_revenue: "860",
        average_orders: 4,
        average_days: 29,
        largest: "c1",
        ...TOTALS,
      },
      {
        segment: "Gone quiet",
        customers: 1,
        customer_share: 0.5,
        revenue: "220",
        revenue_share: 220 / 1080,
        average_revenue: "220",
        average_orders: 2,
        average_days: 85,
        largest: "c2",
        ...TOTALS,
      },
    ],
  },
  cohorts: {
    rows: [
      {
        cohort: "2026-01",
        customers: 1,
        month_01: 1,
        month_02: 0,
        month_03: 0,
        month_04: 1,
        month_05: 1,
        month_06: null,
        month_07: null,
        month_08: null,
        month_09: null,
        month_10: null,
        month_11: null,
        month_12: null,
        is_first: true,
        complete: true,
      },
      { cohort: "2026-03", customers: 1, month_01: 1, month_02: 0, month_03: 0, is_first: false, complete: true },
    ],
  },
  profile: {
    rows: [
      {
        position: 1,
        column_name: "Price",
        type: "number",
        filled: 3,
        empty: 1,
        distinct_values: 2,
        minimum: "1",
        maximum: "4",
        mean: 2,
        top_values: "1 (2), 4 (1)",
        histogram: "2 0 0 0 0 0 0 0 0 1",
        distinct_is_exact: true,
        lines: 4,
        data_set: "a.csv",
      },
    ],
  },
};
