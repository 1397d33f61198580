import { column } from "@/lib/query/column";
import { param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import { sumDecimals } from "@/lib/std/sum-decimals";
import sql from "@/sql/analyses/dead-stock.sql?raw";
import { defineAnalysis } from "./define-analysis";
import { plural, sentence, strong } from "./span";

const AGE_BANDS = ["up to 90", "91-180", "181-365", "over 365", "never sold"] as const;
const NEEDS_STOCK = new Set(["current_stock", "unit_cost", "stock_value"]);

/** What money is stuck on the shelf? METRICS: dead_stock. */
export const deadStock = defineAnalysis({
  name: "dead_stock",
  title: "Dead stock",
  question: "What money is stuck on the shelf?",
  query: defineQuery({
    name: "dead_stock",
    text: sql,
    params: { days_threshold: param.integer({ label: "Days threshold", default: 90, min: 0, max: 3650 }) },
    row: {
      product: column.text({ label: "Product" }),
      category: column.text({ label: "Category" }),
      days_since_sale: column.integer({ label: "Days since sale", unit: "days" }),
      last_sold_on: column.date({ label: "Last sold" }),
      current_stock: column.decimal({ label: "Stock", unit: "quantity" }),
      unit_cost: column.decimal({ label: "Unit cost", unit: "money" }),
      stock_value: column.decimal({ label: "Stock value", unit: "money" }),
      age_band: column.text({ label: "Age" }),
      product_id: column.text({ label: "Product ID", hidden: true }),
    },
  }),
  phrase: ["Not sold for more than ", { param: "days_threshold" }, " days"],
  columns: (columns, _, facts) =>
    columns.map((each) => {
      const empty =
        (NEEDS_STOCK.has(each.name) && !facts.hasInventory) || (each.name === "category" && !facts.hasCategory);
      return empty ? { ...each, hidden: true } : each;
    }),
  chart: (_, rows) =>
    rows.length === 0
      ? null
      : { type: "bands", band: "age_band", value: "stock_value", fallback: "current_stock", order: AGE_BANDS },
  totals: (rows, _, facts) =>
    rows.length === 0 || !facts.hasInventory
      ? null
      : {
          product: "Total",
          current_stock: sumDecimals(rows.map((row) => row.current_stock)),
          stock_value: rows.some((row) => row.stock_value !== null)
            ? sumDecimals(rows.map((row) => row.stock_value))
            : null,
        },
  answer(rows, params, facts, say) {
    if (!facts.hasSales) return [];
    const days = `${params.days_threshold} ${plural(params.days_threshold, "day")}`;
    if (rows.length === 0) return sentence`Nothing has stood still for more than ${days}.`;
    const count = strong(`${say.count(rows.length)} ${plural(rows.length, "product")}`);
    const has = rows.length === 1 ? "has" : "have";
    if (!facts.hasInventory) return sentence`${count} ${has} not sold for more than ${days}.`;
    const known = rows.filter((row) => row.stock_value !== null);
    if (known.length === 0) {
      const units = sumDecimals(rows.map((row) => row.current_stock));
      return sentence`${count} with ${say.quantity(units)} ${plural(Number(units), "unit")} in stock ${has} not sold for more than ${days}.`;
    }
    const value = strong(say.money(sumDecimals(known.map((row) => row.stock_value))));
    const top = known[0]?.product ?? "";
    const most = rows.length > 1 ? `, most of it in ${top}` : `: ${top}`;
    return sentence`${value} is tied up in ${count} not sold for more than ${days}${most}.`;
  },
  notes: (rows, _, facts) => {
    if (!facts.hasSales)
      return ["There are no sales yet, so it cannot be told what has stopped selling. Add a sales file."];
    const notes: string[] = [];
    if (!facts.hasInventory) {
      notes.push("No stock figures: these products may be sold out. An inventory file would add stock and its value.");
      return notes;
    }
    const unknown = rows.filter((row) => row.unit_cost === null).length;
    if (unknown > 0 && unknown === rows.length) {
      notes.push(
        "Cost is unknown, so the value of this stock cannot be told. Add a unit cost column to the inventory.",
      );
    } else if (unknown > 0) {
      notes.push(`Cost is unknown for ${unknown} of these products; they are not in the total value.`);
    }
    return notes;
  },
});
