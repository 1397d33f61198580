import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { deadStock } from "./dead-stock";
import { ask, cells } from "./testing/ask";
import { buildRelations, READINGS, type SaleLine, type Shop } from "./testing/relations";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function asked(shop: Shop, params: Record<string, unknown> = {}) {
  await buildRelations(engine, shop);
  return ask(engine, deadStock, params);
}

/** The newest sale is of 30 June 2026; 1 April is 90 days before, 31 March 91. */
const today: SaleLine = { sold_at: "2026-06-30 18:00:00", product_id: "Today" };
const start: SaleLine = { sold_at: "2025-01-01", product_id: "Today" };
const sales: readonly SaleLine[] = [
  today,
  start,
  { sold_at: "2026-04-01 00:00:00", product_id: "On the edge" },
  { sold_at: "2026-03-31 23:59:59", product_id: "Just dead" },
  { sold_at: "2026-06-29", product_id: "Just dead", quantity: -1 },
  { sold_at: "2026-01-01", product_id: "180 days" },
  { sold_at: "2025-12-31", product_id: "181 days" },
  { sold_at: "2025-06-30", product_id: "365 days" },
  { sold_at: "2025-06-29", product_id: "366 days" },
  { sold_at: "2025-02-01", product_id: "Sold out" },
  { sold_at: "2025-02-01", product_id: "Not listed" },
];
const inventory = [
  { product_id: "On the edge", current_stock: 10, unit_cost: 1 },
  { product_id: "Just dead", current_stock: 4, unit_cost: "2.5", store: "North" },
  { product_id: "Just dead", current_stock: 2, unit_cost: "2.5", store: "South" },
  { product_id: "180 days", current_stock: 1 },
  { product_id: "181 days", current_stock: "0.5", unit_cost: 8 },
  { product_id: "365 days", current_stock: 2 },
  { product_id: "366 days", current_stock: 2 },
  { product_id: "Sold out", current_stock: 0, unit_cost: 9 },
  { product_id: "Owed", current_stock: -3, unit_cost: 9 },
  { product_id: "Never", product_name: "Never sold", category: "Gifts", current_stock: 5, unit_cost: 3 },
];

describe.each(READINGS)("dead stock, sold_at as $soldAt and texts as $text", (reading) => {
  it("is what lies on the shelf and last sold more than 90 days before the newest sale, or never", async () => {
    await buildRelations(engine, { sales, inventory }, reading);
    const { rows, totals } = await ask(engine, deadStock);
    const names = [
      "product",
      "days_since_sale",
      "last_sold_on",
      "current_stock",
      "unit_cost",
      "stock_value",
      "age_band",
    ];
    expect(cells(rows, ...names)).toEqual([
      ["Never sold", null, null, "5", "3", "15", "never sold"],
      ["Just dead", 91, "2026-03-31", "6", "2.5", "15", "91-180"],
      ["181 days", 181, "2025-12-31", "0.5", "8", "4", "181-365"],
      ["366 days", 366, "2025-06-29", "2", null, null, "over 365"],
      ["365 days", 365, "2025-06-30", "2", null, null, "181-365"],
      ["180 days", 180, "2026-01-01", "1", null, null, "91-180"],
    ]);
    expect(cells(rows, "category")[0]).toEqual(["Gifts"]);
    expect(totals).toEqual({ product: "Total", current_stock: "16.5", stock_value: "34" });
  });

  it("moves with the threshold", async () => {
    await buildRelations(engine, { sales, inventory }, reading);
    const early = await ask(engine, deadStock, { days_threshold: 89 });
    expect(cells(early.rows, "product", "age_band")).toContainEqual(["On the edge", "up to 90"]);
    const late = await ask(engine, deadStock, { days_threshold: 365 });
    expect(cells(late.rows, "product")).toEqual([["Never sold"], ["366 days"]]);
  });

  it("without a stock list is what has not sold for that long", async () => {
    await buildRelations(engine, { sales }, reading);
    const { rows, shown } = await ask(engine, deadStock, { days_threshold: 365 });
    expect(cells(rows, "product", "days_since_sale", "current_stock", "stock_value")).toEqual([
      ["Not listed", 514, null, null],
      ["Sold out", 514, null, null],
      ["366 days", 366, null, null],
    ]);
    expect(shown).toEqual(["product", "days_since_sale", "last_sold_on", "age_band"]);
  });
});

describe("dead stock", () => {
  it("is worth the listed cost, else the mean cost of what was sold", async () => {
    const { rows } = await asked({
      sales: [
        today,
        { sold_at: "2025-01-01", product_id: "A", quantity: 1, unit_cost: 2 },
        { sold_at: "2025-01-02", product_id: "A", quantity: 3, unit_cost: 4 },
        { sold_at: "2025-01-03", product_id: "A", quantity: 6 },
        { sold_at: "2025-01-01", product_id: "B", unit_cost: 100 },
      ],
      inventory: ["A", "B"].map((product_id) => ({ product_id, current_stock: 2 })),
      products: [{ product_id: "B", unit_cost: 1 }],
    });
    expect(cells(rows, "product", "unit_cost", "stock_value")).toEqual([
      ["A", "3.5", "7"],
      ["B", "1", "2"],
    ]);
  });

  it.each<[string, Shop, Record<string, unknown>, string]>([
    ["no sales", { inventory }, {}, ""],
    [
      "nothing dead",
      { sales: [today, start], inventory: [] },
      {},
      "Of what was sold, nothing has stood still for more than 90 days.",
    ],
    [
      "nothing dead in stock",
      { sales: [today, start], inventory: [{ product_id: "Today", current_stock: 1 }] },
      { days_threshold: 1 },
      "Nothing in stock has stood still for more than 1 day.",
    ],
    [
      "some without cost and a draw on top",
      { sales, inventory },
      {},
      "At least £34.00 is tied up in 6 products that did not sell at all or not for more than 90 days.",
    ],
    [
      "one product",
      { sales, inventory: [{ product_id: "Just dead", current_stock: 1, unit_cost: 3 }] },
      {},
      "£3.00 is tied up in 1 product that did not sell for more than 90 days.",
    ],
    [
      "one that holds most",
      {
        sales,
        inventory: [
          { product_id: "Just dead", current_stock: 6, unit_cost: 1 },
          { product_id: "181 days", current_stock: 4, unit_cost: 1 },
        ],
      },
      {},
      "£10.00 is tied up in 2 products that did not sell for more than 90 days, most of it in Just dead.",
    ],
    [
      "one that holds the largest part, but not most",
      {
        sales,
        inventory: ["X", "Y", "Z"].map((product_id, at) => ({
          product_id,
          current_stock: 4 + (at === 1 ? 1 : 0),
          unit_cost: 1,
        })),
      },
      {},
      "£13.00 is tied up in 3 products that never sold, the largest part in Y.",
    ],
    [
      "unknown cost",
      { sales, inventory: [{ product_id: "Just dead", current_stock: 1 }] },
      {},
      "1 product with 1 unit in stock did not sell for more than 90 days.",
    ],
    ["no stock list", { sales }, { days_threshold: 400 }, "2 products did not sell for more than 400 days."],
  ])("answers for %s", async (_, shop, params, sentence) => {
    expect((await asked(shop, params)).answer).toBe(sentence);
  });

  it("says what is missing", async () => {
    expect((await asked({ inventory })).notes).toEqual([
      "There are no sales yet, so it cannot be told what has stopped selling. Add a sales file.",
    ]);
    expect((await asked({ sales })).notes).toEqual([
      "No stock figures: these products may be sold out. An inventory file would add stock and its value.",
    ]);
    expect((await asked({ sales, inventory })).notes).toEqual([
      "Cost is unknown for 3 of these products; they are not in the total value.",
    ]);
    expect((await asked({ sales, inventory: [{ product_id: "X", current_stock: 1 }] })).notes).toEqual([
      "Cost is unknown, so the value of this stock cannot be told. Add a unit cost column to the inventory.",
    ]);
    const bare = await asked({ sales: [today] });
    expect([bare.answer, bare.notes[0]]).toEqual([
      "",
      "The sales cover only 1 day, so nothing can have stood still for longer in them. Choose fewer days, or add older sales.",
    ]);
    const short = { sales: [today], inventory: [{ product_id: "X", current_stock: 1, unit_cost: 1 }] };
    expect((await asked(short)).notes).toEqual([
      "The sales cover only 1 day, so what stood still for longer shows as never sold.",
    ]);
  });
});
