import { column } from "@/lib/query/column";
import { ALL, param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import type { Row } from "@/lib/query/result";
import sql from "@/sql/model/comparison.sql?raw";
import type { Facts } from "./analysis";
import type { Comparable } from "./comparable";
import { type ComparedPeriods, comparedPeriods, type Days } from "./compared-periods";

/** The figures of a period and of those it is held against, one row each. */
export const comparisonQuery = defineQuery({
  name: "comparison",
  text: sql,
  params: {
    now: param.period("Now"),
    previous: param.period("Before"),
    last_year: param.period("A year earlier"),
    category: param.category(),
    store: param.store(),
  },
  row: {
    scope: column.text({ label: "Scope" }),
    revenue: column.decimal({ label: "Net revenue", unit: "money" }),
    returned: column.decimal({ label: "Returned", unit: "money" }),
    units: column.decimal({ label: "Units", unit: "quantity" }),
    units_sold: column.decimal({ label: "Units sold", unit: "quantity" }),
    orders: column.integer({ label: "Orders", unit: "count" }),
    average_order_value: column.decimal({ label: "Average order", unit: "money" }),
    customers: column.integer({ label: "Customers", unit: "count" }),
    profit: column.decimal({ label: "Profit", unit: "money" }),
  },
});

/** The periods and the rows of `comparisonQuery`. */
export interface Compared {
  periods: ComparedPeriods;
  rows: readonly Row[];
}

/** How the query is asked for what an analysis states; null where there is nothing to ask. */
export function comparisonParams(of: Comparable, facts: Facts) {
  const periods = comparedPeriods(of.span, facts);
  if (!periods) return null;
  const written = (days: Days | null) => (days ? `${days.from}..${days.to}` : ALL);
  const params = {
    now: written(periods.now),
    previous: written(periods.previous),
    last_year: written(periods.lastYear),
    category: of.category ?? ALL,
    store: of.store ?? ALL,
  };
  return { periods, params };
}
