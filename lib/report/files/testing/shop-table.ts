import { column } from "@/lib/query/column";
import { toDecimal } from "@/lib/std/decimal";
import { FORMULAS } from "@/lib/std/testing/formulas";
import type { NamedTable, ShownColumn } from "../shown-table";

const named = (name: string, { label, kind, unit, hidden }: Omit<ShownColumn, "name">): ShownColumn => ({
  name,
  label,
  kind,
  unit,
  hidden,
});

/** A table with every kind of value, a loss among them, and totals. */
export const SHOP_TABLE: NamedTable = {
  name: "best_sellers",
  title: "Best sellers: [a/b]?",
  columns: [
    named("product", column.text({ label: "Product" })),
    named("units", column.integer({ label: "Units", unit: "count" })),
    named("revenue", column.decimal({ label: "Revenue", unit: "money" })),
    named("share", column.double({ label: "Share", unit: "share" })),
    named("last_sold_on", column.date({ label: "Last sold" })),
    named("seen_at", column.timestamp({ label: "Seen at" })),
    named("is_new", column.boolean({ label: "New" })),
  ],
  rows: [
    {
      product: 'Tea "Assam", loose',
      units: 12,
      revenue: toDecimal("1234567.5"),
      share: 0.1 + 0.2,
      last_sold_on: "2026-06-30",
      seen_at: "2026-06-30T18:05:09",
      is_new: true,
    },
    {
      product: "Crème brûlée\nof the day",
      units: -3,
      revenue: toDecimal("-10.25"),
      share: -0.0004,
      last_sold_on: "1899-01-05",
      seen_at: null,
      is_new: false,
    },
    {
      product: null,
      units: null,
      revenue: toDecimal("12345678901234567.89"),
      share: null,
      last_sold_on: null,
      seen_at: null,
      is_new: null,
    },
    ...FORMULAS.map((product, at) => ({
      product,
      units: at,
      revenue: toDecimal("1"),
      share: 0,
      last_sold_on: "2026-01-31",
      seen_at: null,
      is_new: null,
    })),
  ],
  totals: { product: "All", revenue: toDecimal("12345678902469136.14") },
};
