import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { inventoryVelocity } from "./inventory-velocity";
import { ask, cells } from "./testing/ask";
import { buildRelations, READINGS, type SaleLine, type Shop } from "./testing/relations";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function asked(shop: Shop, params: Record<string, unknown> = {}) {
  await buildRelations(engine, shop);
  return ask(engine, inventoryVelocity, params);
}

/** The ten days that end with 30 June 2026 begin with 21 June. */
const sales: readonly SaleLine[] = [
  { sold_at: "2025-01-01", product_id: "Old", quantity: 9 },
  { sold_at: "2026-06-20 23:59:59", product_id: "Tea", quantity: 100, amount: 1000, unit_cost: 1 },
  { sold_at: "2026-06-21 00:00:00", product_id: "Tea", quantity: 6, amount: 60, unit_cost: 4 },
  { sold_at: "2026-06-30 23:59:59", product_id: "Tea", quantity: 4, amount: 40, unit_cost: 4 },
  { sold_at: "2026-06-25", product_id: "Tea", quantity: -2, amount: -20, unit_cost: 4 },
  { sold_at: "2026-06-25", product_id: "Rice", quantity: 1, amount: 3 },
  { sold_at: "2026-06-25", product_id: "Gone", quantity: 5, amount: 5 },
  { sold_at: "2026-06-25", product_id: "Owed", quantity: 5, amount: 5 },
  { sold_at: "2026-06-25", product_id: "Loose", quantity: 3, amount: 3 },
];
const inventory = [
  { product_id: "Tea", category: "Drinks", current_stock: 30, unit_cost: 5, store: "North" },
  { product_id: "Tea", current_stock: 10, unit_cost: 5, store: "South" },
  { product_id: "Rice", current_stock: 8, unit_cost: 2, store: "North" },
  { product_id: "Gone", current_stock: 0, store: "North" },
  { product_id: "Owed", current_stock: -5, store: "North" },
  { product_id: "Still", current_stock: 7, store: "North" },
];
const ten = { window_days: 10 };

describe.each(READINGS)("inventory velocity, sold_at as $soldAt and texts as $text", (reading) => {
  it("looks at the days that end with the newest sale, and at the stock of all stores", async () => {
    await buildRelations(engine, { sales, inventory }, reading);
    const { rows } = await ask(engine, inventoryVelocity, ten);
    const [tea] = rows;
    expect(tea).toEqual({
      product: "Tea",
      category: "Drinks",
      current_stock: "40",
      units_sold: "10",
      daily_rate: 1,
      days_of_cover: 40,
      turnover_rate: 365 / 40,
      average_days_in_stock: 40,
      sell_through: 0.2,
      gmroi: (365 * (80 - 8 * 4)) / 10 / (40 * 5),
      margin_percent: (100 * (80 - 8 * 4)) / 80,
      velocity: "high",
      days_since_sale: 0,
      product_id: "Tea",
    });
    const names = [
      "product",
      "current_stock",
      "units_sold",
      "days_of_cover",
      "turnover_rate",
      "sell_through",
      "velocity",
    ];
    expect(cells(rows.slice(1), ...names)).toEqual([
      ["Rice", "8", "1", 80, 365 / 80, 1 / 9, "medium"],
      ["Still", "7", "0", null, 0, 0, "none"],
      ["Gone", "0", "5", 0, null, 1, "high"],
      ["Owed", "-5", "5", 0, null, 1, "high"],
      ["Loose", null, "3", null, null, null, null],
    ]);
  });

  it("a single store has its own stock and its own sales", async () => {
    const here = { sold_at: "2026-06-30", product_id: "Tea", store: "North" };
    const away = { sold_at: "2026-06-30", product_id: "Tea", store: "South" };
    await buildRelations(
      engine,
      {
        sales: [
          { ...here, quantity: 4 },
          { ...away, quantity: 1 },
        ],
        inventory: inventory.slice(0, 2),
      },
      reading,
    );
    const south = await ask(engine, inventoryVelocity, { ...ten, store: "South" });
    expect(cells(south.rows, "product", "current_stock", "units_sold")).toEqual([["Tea", "10", "1"]]);
    expect((await ask(engine, inventoryVelocity, { ...ten, store: "East" })).rows).toEqual([]);
  });
});

describe("inventory velocity", () => {
  it("divides by the days there are when the data is shorter than the window", async () => {
    const { rows } = await asked({
      sales: [
        { sold_at: "2026-06-29", product_id: "Tea", quantity: 3 },
        { sold_at: "2026-06-30", product_id: "Tea", quantity: 1 },
      ],
      inventory: [{ product_id: "Tea", current_stock: 4 }],
    });
    expect(cells(rows, "daily_rate", "days_of_cover")).toEqual([[2, 2]]);
  });

  it("classes exactly at its limits", async () => {
    const { rows } = await asked(
      {
        sales: [
          { sold_at: "2026-06-01", product_id: "A", quantity: 8 },
          { sold_at: "2026-06-01", product_id: "B", quantity: 4 },
          { sold_at: "2026-06-01", product_id: "C", quantity: "3.999" },
        ],
        inventory: ["A", "B", "C"].map((product_id) => ({ product_id, current_stock: 365 })),
      },
      { window_days: 1 },
    );
    expect(cells(rows, "product", "turnover_rate", "velocity")).toEqual([
      ["A", 8, "high"],
      ["B", 4, "medium"],
      ["C", 3.999, "low"],
    ]);
  });

  it("values stock at the listed cost, else at the mean cost of what was sold; unknown stays unknown", async () => {
    const { rows } = await asked({
      sales: [
        { sold_at: "2026-06-30", product_id: "A", quantity: 1, amount: 10, unit_cost: 2 },
        { sold_at: "2026-06-30", product_id: "A", quantity: 1, amount: 10, unit_cost: 4 },
        { sold_at: "2026-06-30", product_id: "B", quantity: 2, amount: 20 },
        { sold_at: "2026-06-30", product_id: "C", quantity: 2, amount: 20 },
      ],
      inventory: ["A", "B", "C"].map((product_id) => ({ product_id, current_stock: 365 })),
      products: [{ product_id: "B", unit_cost: 5 }],
    });
    expect(cells(rows, "product", "gmroi", "margin_percent")).toEqual([
      ["A", (20 - 6) / 3, 70],
      ["B", (20 - 10) / 5, 50],
      ["C", null, null],
    ]);
  });

  it("orders ties by units, then name, then id", async () => {
    const line = { sold_at: "2026-06-30", quantity: 1 };
    const { rows } = await asked({
      sales: ["2", "1", "3"].map((product_id) => ({
        ...line,
        product_id,
        product_name: product_id === "3" ? "A" : "B",
      })),
      inventory: ["2", "1", "3"].map((product_id) => ({ product_id, current_stock: 1 })),
    });
    expect(cells(rows, "product_id")).toEqual([["3"], ["1"], ["2"]]);
  });

  it("without a stock list tells what sells, and hides the rest", async () => {
    const { rows, shown } = await asked({ sales }, ten);
    expect(cells(rows, "product", "units_sold", "days_since_sale")).toEqual([
      ["Tea", "10", 0],
      ["Gone", "5", 5],
      ["Owed", "5", 5],
      ["Loose", "3", 5],
      ["Rice", "1", 5],
      ["Old", "0", 545],
    ]);
    expect(shown).toEqual(["product", "units_sold", "daily_rate", "days_since_sale"]);
  });

  it("without sales knows the stock and nothing else", async () => {
    const { rows, answer } = await asked({ inventory: inventory.slice(0, 2) });
    expect(cells(rows, "product", "current_stock", "units_sold", "daily_rate", "velocity")).toEqual([
      ["Tea", "40", null, null, null],
    ]);
    expect(answer).toBe("");
  });

  const one = (quantity: number, current_stock: number) => ({
    sales: [{ sold_at: "2026-06-30", product_id: "Tea", quantity }],
    inventory: [{ product_id: "Tea", current_stock }],
  });

  it.each<[string, Shop, Record<string, unknown>, string]>([
    ["no data", {}, {}, ""],
    ["one that turns fast", one(1, 20), {}, "1 of 1 product turns fast."],
    ["one that turns slowly", one(1, 1000), {}, "No product turns fast."],
    [
      "one that runs out within the day",
      one(5, 4),
      {},
      "1 of 1 product turns fast; at this rate Tea runs out in less than a day.",
    ],
    ["one that runs out in a day", one(5, 9), {}, "1 of 1 product turns fast; at this rate Tea runs out in 1 day."],
    ["one that runs out in days", one(5, 30), {}, "1 of 1 product turns fast; at this rate Tea runs out in 6 days."],
    ["many", { sales, inventory }, ten, "3 of 5 products turn fast; 1 in stock did not sell at all."],
    ["nothing but returns", one(-1, 3), {}, "No product turns fast; 1 in stock did not sell at all."],
    [
      "a stock list of other things",
      { sales: [{ sold_at: "2026-06-30", product_id: "Tea" }], inventory: [{ product_id: "X", current_stock: 0 }] },
      {},
      "No product turns fast.",
    ],
    ["no stock list", { sales }, ten, "Tea sells fastest, 1 a day."],
    [
      "no stock list and one product",
      { sales: [{ sold_at: "2026-06-30", product_id: "Tea" }] },
      {},
      "Tea sells 1 a day.",
    ],
    [
      "no stock list, slow",
      {
        sales: [
          { sold_at: "2026-06-03", product_id: "X" },
          { sold_at: "2026-06-30", product_id: "Y", quantity: -1 },
        ],
      },
      {},
      "X sells fastest, about one every 28 days.",
    ],
    [
      "no stock list and a draw",
      { sales: ["A", "B"].map((product_id) => ({ sold_at: "2026-06-30", product_id, quantity: 2 })) },
      {},
      "A and B sell fastest, 2 a day.",
    ],
    [
      "no stock list, nothing but returns",
      { sales: [{ sold_at: "2026-06-30", product_id: "A", quantity: -2 }] },
      {},
      "Nothing was sold in the last 90 days.",
    ],
  ])("answers for %s", async (_, shop, params, sentence) => {
    expect((await asked(shop, params)).answer).toBe(sentence);
  });

  it("says what is missing or at odds", async () => {
    const estimate = "One stock list stands for the average stock, so turns are an estimate.";
    expect((await asked({ inventory })).notes).toEqual([
      "There are no sales yet, so it cannot be told how fast stock turns. Add a sales file.",
    ]);
    expect((await asked({ sales })).notes).toEqual([
      "No stock figures: an inventory file would add days of cover, turns a year and sell-through.",
    ]);
    expect((await asked({ sales, inventory })).notes).toEqual([
      estimate,
      "Some products were sold but are not on the stock list.",
    ]);
    expect((await asked(one(1, 1), { medium_turns: 9 })).notes).toEqual([
      estimate,
      "Cost is unknown, so the return on the stock (GMROI) cannot be told. Add unit costs.",
      "Medium turns are above high turns, so no product is medium.",
    ]);
  });
});
