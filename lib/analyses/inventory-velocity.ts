import { column } from "@/lib/query/column";
import { param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import sql from "@/sql/analyses/inventory-velocity.sql?raw";
import type { Say } from "./analysis";
import { defineAnalysis } from "./define-analysis";
import { leadersOf, plural, sentence, strong } from "./span";

const NEEDS_STOCK = new Set([
  "current_stock",
  "days_of_cover",
  "turnover_rate",
  "average_days_in_stock",
  "sell_through",
  "velocity",
]);
const NEEDS_SALES = new Set([
  "units_sold",
  "daily_rate",
  "days_of_cover",
  "turnover_rate",
  "average_days_in_stock",
  "sell_through",
  "gmroi",
  "margin_percent",
  "velocity",
  "days_since_sale",
]);
const NEEDS_STOCK_AND_COST = new Set(["gmroi", "margin_percent"]);

/** How much sells in a day, or how often one does. */
function paceOf(rate: number, say: Say): string {
  if (rate >= 0.95) return `${say.quantity(rate.toFixed(1))} a day`;
  const days = Math.round(1 / rate);
  return days === 1 ? "about one a day" : `about one every ${say.count(days)} days`;
}

/** How fast does stock turn? One stock list: current stock stands for average stock. METRICS: inventory_velocity. */
export const inventoryVelocity = defineAnalysis({
  name: "inventory_velocity",
  title: "Inventory velocity",
  question: "How fast does stock turn?",
  query: defineQuery({
    name: "inventory_velocity",
    text: sql,
    params: {
      window_days: param.integer({ label: "Window days", default: 90, min: 1, max: 3650 }),
      high_turns: param.decimal({ label: "High turns", default: 8, min: 0, max: 1000 }),
      medium_turns: param.decimal({ label: "Medium turns", default: 4, min: 0, max: 1000 }),
      store: param.store(),
    },
    row: {
      product: column.text({ label: "Product" }),
      category: column.text({ label: "Category" }),
      current_stock: column.decimal({ label: "Stock", unit: "quantity" }),
      units_sold: column.decimal({ label: "Units sold", unit: "quantity" }),
      daily_rate: column.double({ label: "A day", unit: "rate" }),
      days_of_cover: column.double({ label: "Days of cover", unit: "days" }),
      turnover_rate: column.double({ label: "Turns a year", unit: "turns" }),
      average_days_in_stock: column.double({ label: "Days in stock", unit: "days" }),
      sell_through: column.double({ label: "Sell-through", unit: "share" }),
      gmroi: column.double({ label: "GMROI", unit: "rate" }),
      margin_percent: column.double({ label: "Margin", unit: "percent" }),
      velocity: column.text({ label: "Velocity" }),
      days_since_sale: column.integer({ label: "Days since sale", unit: "days" }),
      product_id: column.text({ label: "Product ID", hidden: true }),
    },
  }),
  phrase: [
    "Sales of the last ",
    { param: "window_days" },
    " days",
    { when: (facts) => facts.stores.length > 0, parts: [" in ", { param: "store" }] },
    "; high from ",
    { param: "high_turns" },
    " turns a year, medium from ",
    { param: "medium_turns" },
  ],
  columns: (columns, _, facts) =>
    columns.map((each) => {
      const empty =
        (NEEDS_STOCK.has(each.name) && !facts.hasInventory) ||
        (NEEDS_SALES.has(each.name) && !facts.hasSales) ||
        (NEEDS_STOCK_AND_COST.has(each.name) && !(facts.hasInventory && facts.hasCost)) ||
        (each.name === "category" && !facts.hasCategory);
      return empty ? { ...each, hidden: true } : each;
    }),
  chart: (_, rows, facts) => {
    if (!facts.hasInventory) {
      const sold = rows.some((row) => (row.daily_rate ?? 0) > 0);
      return sold ? { type: "bars", label: "product", value: "daily_rate" } : null;
    }
    if (rows.every((row) => row.turnover_rate === null)) return null;
    // Where no margin is known, turns against the stock they come from still tell the slow from the fast.
    const x = rows.some((row) => row.margin_percent !== null) ? "margin_percent" : "current_stock";
    return { type: "scatter", label: "product", x, y: "turnover_rate", group: "velocity" };
  },
  totals: () => null,
  answer(rows, params, facts, say) {
    if (rows.length === 0 || !facts.hasSales) return [];
    if (!facts.hasInventory) {
      const fastest = rows.toSorted((a, b) => (b.daily_rate ?? 0) - (a.daily_rate ?? 0));
      const rate = fastest[0]?.daily_rate ?? 0;
      if (rate <= 0)
        return sentence`Nothing was sold in the last ${say.count(params.window_days)} ${plural(params.window_days, "day")}.`;
      const leaders = leadersOf(
        fastest,
        (row) => row.product,
        (row) => row.daily_rate,
      );
      if (rows.length === 1) return sentence`${strong(leaders.join())} sells ${paceOf(rate, say)}.`;
      const sell = leaders.length === 1 ? "sells" : "sell";
      return sentence`${strong(leaders.join(" and "))} ${sell} fastest, ${paceOf(rate, say)}.`;
    }
    const listed = rows.filter((row) => row.current_stock !== null);
    if (listed.length === 0) return [];
    const stocked = listed.filter((row) => Number(row.current_stock) > 0);
    const fast = listed.filter((row) => row.velocity === "high").length;
    const still = stocked.filter((row) => row.velocity === "none").length;
    const [soonest] = stocked
      .filter((row) => row.days_of_cover !== null && row.days_of_cover < 7)
      .sort((a, b) => (a.days_of_cover ?? 0) - (b.days_of_cover ?? 0));
    const count = strong(`${say.count(fast)} of ${say.count(listed.length)} ${plural(listed.length, "product")}`);
    const first =
      fast === 0 ? sentence`No product turns fast` : sentence`${count} ${fast === 1 ? "turns" : "turn"} fast`;
    if (soonest) {
      const days = Math.floor(soonest.days_of_cover ?? 0);
      const left = days === 0 ? "less than a day" : `${days} ${plural(days, "day")}`;
      return [...first, ...sentence`; at this rate ${strong(soonest.product ?? "")} runs out in ${left}.`];
    }
    if (still === 0) return [...first, ...sentence`.`];
    return [...first, ...sentence`; ${say.count(still)} in stock did not sell at all.`];
  },
  compares: ({ window_days, store }) => ({ measure: "units_sold", span: { lastDays: window_days }, store }),
  notes: (rows, params, facts) => {
    if (!facts.hasSales)
      return ["There are no sales yet, so it cannot be told how fast stock turns. Add a sales file."];
    if (!facts.hasInventory) {
      return ["No stock figures: an inventory file would add days of cover, turns a year and sell-through."];
    }
    const notes = ["One stock list stands for the average stock, so turns are an estimate."];
    if (!facts.hasCost)
      notes.push("Cost is unknown, so the return on the stock (GMROI) cannot be told. Add unit costs.");
    if (params.medium_turns > params.high_turns)
      notes.push("Medium turns are above high turns, so no product is medium.");
    if (rows.some((row) => row.current_stock === null))
      notes.push("Some products were sold but are not on the stock list.");
    return notes;
  },
});
