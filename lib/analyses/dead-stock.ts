import { column } from "@/lib/query/column";
import { param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import { sumDecimals } from "@/lib/std/sum-decimals";
import sql from "@/sql/analyses/dead-stock.sql?raw";
import type { Facts } from "./analysis";
import { daysCovered } from "./complete-months";
import { defineAnalysis } from "./define-analysis";
import { plural, sentence, strong } from "./span";

const AGE_BANDS = ["up to 90", "91-180", "181-365", "over 365", "never sold"] as const;
const NEEDS_STOCK = new Set(["current_stock", "unit_cost", "stock_value"]);

/** Where most of the money is; rows with the largest value first. */
function mostIn(rows: readonly { product: string | null; stock_value: string | null }[], total: number): string {
  const [first, second] = rows;
  const value = Number(first?.stock_value);
  if (!first || !second || value === 0 || first.stock_value === second.stock_value) return "";
  return `, ${value > total / 2 ? "most of it" : "the largest part"} in ${first.product ?? ""}`;
}

/** Sales alone hold no product that was last sold before they begin. */
function cannotTell(threshold: number, facts: Facts): boolean {
  return !facts.hasInventory && daysCovered(facts) <= threshold;
}

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
      : {
          type: "bands",
          band: "age_band",
          value: "stock_value",
          fallback: "current_stock",
          order: AGE_BANDS,
          unit: "days",
        },
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
    const days = `for more than ${say.count(params.days_threshold)} ${plural(params.days_threshold, "day")}`;
    if (rows.length === 0 && cannotTell(params.days_threshold, facts)) return [];
    // Sales alone show no product that was never sold.
    const among = facts.hasInventory ? "Nothing in stock" : "Of what was sold, nothing";
    if (rows.length === 0) return sentence`${among} has stood still ${days}.`;
    const count = strong(`${say.count(rows.length)} ${plural(rows.length, "product")}`);
    const never = rows.filter((row) => row.days_since_sale === null).length;
    const idle = never === rows.length ? "never sold" : `did not sell ${never > 0 ? "at all or not " : ""}${days}`;
    if (!facts.hasInventory) return sentence`${count} ${idle}.`;
    const known = rows.filter((row) => row.stock_value !== null);
    if (known.length === 0) {
      const units = sumDecimals(rows.map((row) => row.current_stock));
      return sentence`${count} with ${say.quantity(units)} ${plural(Number(units), "unit")} in stock ${idle}.`;
    }
    const total = sumDecimals(known.map((row) => row.stock_value));
    const value = strong(say.money(total));
    const least = known.length < rows.length ? "At least " : "";
    return sentence`${least}${value} is tied up in ${count} that ${idle}${mostIn(known, Number(total))}.`;
  },
  compares: (_, facts) =>
    facts.hasInventory
      ? { reason: "A stock list is of one day, so what was tied up before cannot be told and nothing is compared." }
      : null,
  notes: (rows, params, facts) => {
    if (!facts.hasSales)
      return ["There are no sales yet, so it cannot be told what has stopped selling. Add a sales file."];
    const notes: string[] = [];
    const covered = daysCovered(facts);
    const days = `The sales cover only ${covered} ${plural(covered, "day")}`;
    if (cannotTell(params.days_threshold, facts)) {
      notes.push(`${days}, so nothing can have stood still for longer in them. Choose fewer days, or add older sales.`);
    } else if (covered <= params.days_threshold && rows.length > 0) {
      notes.push(`${days}, so what stood still for longer shows as never sold.`);
    }
    if (!facts.hasInventory) {
      notes.push(
        rows.length === 0
          ? "No stock figures: an inventory file would add what lies on the shelf and never sold, and its value."
          : "No stock figures: these products may be sold out. An inventory file would add stock and its value.",
      );
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
