import { column } from "@/lib/query/column";
import { param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import { sumDecimals } from "@/lib/std/sum-decimals";
import sql from "@/sql/analyses/reorder.sql?raw";
import { defineAnalysis } from "./define-analysis";
import { plural, sentence, strong } from "./span";

const NEEDS_STOCK = new Set(["current_stock", "days_of_cover", "order_quantity", "unit_cost", "order_value"]);

/** What must be ordered now? Daily rate, lead time and safety stock. METRICS: beyond the seven. */
export const reorder = defineAnalysis({
  name: "reorder",
  title: "Reorder list",
  question: "What must be ordered now?",
  query: defineQuery({
    name: "reorder",
    text: sql,
    params: {
      lead_time_days: param.integer({ label: "Lead time days", default: 14, min: 0, max: 365 }),
      cover_days: param.integer({ label: "Cover days", default: 30, min: 0, max: 365 }),
      service_level: param.choice({
        label: "Service level",
        default: "95",
        choices: { "90": "90%", "95": "95%", "98": "98%", "99": "99%" },
      }),
      window_days: param.integer({ label: "Window days", default: 90, min: 1, max: 3650 }),
      store: param.store(),
    },
    row: {
      product: column.text({ label: "Product" }),
      category: column.text({ label: "Category" }),
      current_stock: column.decimal({ label: "Stock", unit: "quantity" }),
      days_of_cover: column.double({ label: "Days of cover", unit: "days" }),
      daily_rate: column.double({ label: "A day", unit: "rate" }),
      demand_sd: column.double({ label: "Spread a day", unit: "rate" }),
      safety_stock: column.double({ label: "Safety stock", unit: "turns" }),
      reorder_point: column.double({ label: "Reorder point", unit: "turns" }),
      order_quantity: column.decimal({ label: "Order", unit: "quantity" }),
      unit_cost: column.decimal({ label: "Unit cost", unit: "money" }),
      order_value: column.decimal({ label: "Order value", unit: "money" }),
      product_id: column.text({ label: "Product ID", hidden: true }),
    },
  }),
  phrase: [
    "Delivery takes ",
    { param: "lead_time_days" },
    " days, orders last ",
    { param: "cover_days" },
    " more, ",
    { param: "service_level" },
    " of deliveries in time; demand of the last ",
    { param: "window_days" },
    " days",
    { when: (facts) => facts.stores.length > 0, parts: [" in ", { param: "store" }] },
  ],
  columns: (columns, _, facts) =>
    columns.map((each) => {
      const empty =
        (NEEDS_STOCK.has(each.name) && !facts.hasInventory) ||
        ((each.name === "unit_cost" || each.name === "order_value") && !facts.hasCost) ||
        (each.name === "category" && !facts.hasCategory);
      return empty ? { ...each, hidden: true } : each;
    }),
  chart: (_, rows, facts) =>
    rows.length === 0
      ? null
      : { type: "bars", label: "product", value: facts.hasInventory ? "order_quantity" : "reorder_point" },
  totals: (rows, _, facts) =>
    rows.length === 0 || !facts.hasInventory
      ? null
      : {
          product: "Total",
          order_quantity: sumDecimals(rows.map((row) => row.order_quantity)),
          order_value: rows.some((row) => row.order_value !== null)
            ? sumDecimals(rows.map((row) => row.order_value))
            : null,
        },
  answer(rows, _, facts, say) {
    const [first] = rows;
    if (!facts.hasSales || (!facts.hasInventory && !first)) return [];
    if (!facts.hasInventory) {
      const most = rows.reduce((top, row) => ((row.reorder_point ?? 0) > (top.reorder_point ?? 0) ? row : top));
      const left = Math.ceil(most.reorder_point ?? 0);
      return sentence`${strong(most.product ?? "")} must be ordered earliest, when ${strong(say.count(left))} ${plural(left, "unit is", "units are")} left.`;
    }
    if (!first) return sentence`Nothing must be ordered now.`;
    const count = strong(`${say.count(rows.length)} ${plural(rows.length, "product")}`);
    const value = sumDecimals(rows.map((row) => row.order_value));
    const isPart = rows.some((row) => row.order_value === null);
    const cost = Number(value) > 0 ? ` for ${isPart ? "at least " : ""}${say.moneyShort(value)}` : "";
    const out = rows.filter((row) => Number(row.current_stock) <= 0).length;
    const must = sentence`${count} should be ordered now${cost}`;
    if (out > 0 && out === rows.length) {
      return [...must, ...sentence`; ${out === 1 ? "it is" : "all of them are"} out of stock.`];
    }
    if (out > 0) {
      return [...must, ...sentence`; ${strong(say.count(out))} of them ${out === 1 ? "is" : "are"} out of stock.`];
    }
    const days = Math.floor(first.days_of_cover ?? 0);
    const left = days === 0 ? "less than a day" : `${say.count(days)} ${plural(days, "day")}`;
    return [...must, ...sentence`; ${strong(first.product ?? "")} runs out first, in ${left}.`];
  },
  notes: (rows, params, facts) => {
    if (!facts.hasSales) return ["There are no sales yet, so it cannot be told what will run out. Add a sales file."];
    const notes: string[] = [];
    if (!facts.hasInventory) {
      const days = `${params.window_days} ${plural(params.window_days, "day")}`;
      if (rows.length === 0)
        return [`Nothing was sold in the last ${days}, so no reorder point can be told. Choose a longer stretch.`];
      return [
        "No stock figures: these are reorder points only. An inventory file tells which products have reached theirs.",
      ];
    }
    notes.push("What is already on order is not in the files: take it off.");
    if (rows.some((row) => row.order_value === null && row.current_stock !== null)) {
      notes.push("Where cost is unknown, an order has no value. Add unit costs.");
    }
    return notes;
  },
});
