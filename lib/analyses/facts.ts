import { column } from "@/lib/query/column";
import { defineQuery } from "@/lib/query/query";
import type { Row } from "@/lib/query/result";
import sql from "@/sql/model/facts.sql?raw";
import type { Facts } from "./analysis";

/** One row per fact; `toFacts` reads them. */
export const factsQuery = defineQuery({
  name: "facts",
  text: sql,
  params: {},
  row: {
    fact: column.text({ label: "Fact" }),
    value: column.text({ label: "Value" }),
  },
});

/** "2026-06" for every month from the first day's to the last day's. */
export function monthsBetween(firstDay: string, lastDay: string): string[] {
  const months: string[] = [];
  let year = Number(firstDay.slice(0, 4));
  let month = Number(firstDay.slice(5, 7));
  const last = lastDay.slice(0, 7);
  for (;;) {
    const name = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
    if (name > last) return months;
    months.push(name);
    year += month === 12 ? 1 : 0;
    month = month === 12 ? 1 : month + 1;
  }
}

/** Facts from the rows of `factsQuery`. */
export function toFacts(rows: readonly Row[]): Facts {
  const factOf = (fact: string) => {
    const found = rows.find((row) => row.fact === fact)?.value;
    return typeof found === "string" ? found : null;
  };
  const allOf = (fact: string) =>
    rows.flatMap((row) => (row.fact === fact && row.value !== null ? [String(row.value)] : []));
  const firstDay = factOf("first_day");
  const asOf = factOf("as_of");
  return {
    hasSales: factOf("has_sales") === "true",
    hasInventory: factOf("has_inventory") === "true",
    hasCost: factOf("has_cost") === "true",
    hasCategory: factOf("has_category") === "true",
    hasTransaction: factOf("has_transaction") === "true",
    hasCustomer: factOf("has_customer") === "true",
    firstDay,
    asOf,
    categories: allOf("category"),
    stores: allOf("store"),
    tables: allOf("table"),
    months: firstDay && asOf ? monthsBetween(firstDay, asOf) : [],
  };
}
