import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { profitability } from "./profitability";
import { ask, cells } from "./testing/ask";
import { buildRelations, READINGS, type SaleLine, type Shop } from "./testing/relations";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function asked(shop: Shop, params: Record<string, unknown> = {}) {
  await buildRelations(engine, shop);
  return ask(engine, profitability, params);
}

const line = { sold_at: "2026-06-01" };
const sales: readonly SaleLine[] = [
  { ...line, product_id: "Tea", category: "Drinks", quantity: 2, amount: 20, unit_cost: 4 },
  { ...line, product_id: "Tea", category: "Drinks", quantity: -1, amount: -10, unit_cost: 4 },
  { ...line, product_id: "Rice", category: "Food", quantity: 3, amount: 30 },
  { ...line, product_id: "Cake", category: "Food", quantity: 1, amount: 50, unit_cost: 60 },
  { ...line, product_id: "Cake", category: "Food", quantity: 1, amount: 50 },
  { ...line, product_id: "Salt", category: "Food", quantity: 1, amount: 5 },
];
const shop: Shop = {
  sales,
  products: [{ product_id: "Rice", unit_cost: "2.5" }],
  inventory: [{ product_id: "Rice", current_stock: 1, unit_cost: 99 }],
};

describe.each(READINGS)("profitability, sold_at as $soldAt and texts as $text", (reading) => {
  it("takes cost from the line, else the product list, else the stock list, and leaves the rest out", async () => {
    await buildRelations(engine, shop, reading);
    const { rows, totals } = await ask(engine, profitability);
    const names = ["rank", "product", "revenue", "cost", "profit", "margin_percent", "cost_coverage"];
    expect(cells(rows, ...names)).toEqual([
      [1, "Rice", "30", "7.5", "22.5", 75, 1],
      [2, "Tea", "10", "4", "6", 60, 1],
      [3, "Cake", "100", "60", "-10", -20, 0.5],
      [4, "Salt", "5", null, null, null, 0],
    ]);
    expect(totals).toEqual({
      product: "Total",
      revenue: "145",
      cost: "71.5",
      profit: "18.5",
      margin_percent: expect.closeTo((100 * 18.5) / 90, 9),
      cost_coverage: expect.closeTo(90 / 145, 9),
    });
  });

  it("categories hold what their products hold", async () => {
    await buildRelations(engine, shop, reading);
    const { rows } = await ask(engine, profitability, { by: "category" });
    expect(cells(rows, "product", "revenue", "cost", "profit", "covered_revenue")).toEqual([
      ["Food", "135", "67.5", "12.5", "80"],
      ["Drinks", "10", "4", "6", "10"],
    ]);
  });
});

describe("profitability", () => {
  it("has no margin without revenue, and orders ties by revenue, then name", async () => {
    const { rows } = await asked({
      sales: [
        { ...line, product_id: "Gift", quantity: 1, amount: 0, unit_cost: 3 },
        { ...line, product_id: "Back", quantity: -1, amount: -9, unit_cost: 3 },
        { ...line, product_id: "B", quantity: 1, amount: 3, unit_cost: 1 },
        { ...line, product_id: "A", quantity: 1, amount: 3, unit_cost: 1 },
        { ...line, product_id: "C", quantity: 1, amount: 4, unit_cost: 2 },
      ],
    });
    expect(cells(rows, "product", "profit", "margin_percent", "cost_coverage")).toEqual([
      ["C", "2", 50, 1],
      ["A", "2", expect.closeTo(66.6667, 3), 1],
      ["B", "2", expect.closeTo(66.6667, 3), 1],
      ["Gift", "-3", null, null],
      ["Back", "-6", null, null],
    ]);
  });

  it("rounds the cost once, so that cost and profit are the revenue", async () => {
    const { rows } = await asked({
      sales: [{ ...line, product_id: "Tea", quantity: "0.063", amount: "1.0931", unit_cost: "17.35" }],
    });
    expect(cells(rows, "revenue", "cost", "profit")).toEqual([["1.0931", "1.0931", "0"]]);
  });

  it.each<[string, Shop, Record<string, unknown>, string]>([
    ["no sales", {}, {}, ""],
    ["no cost", { sales: [{ ...line, product_id: "Tea" }] }, {}, ""],
    [
      "one product",
      { sales: [{ ...line, product_id: "Tea", amount: 10, unit_cost: 4 }] },
      {},
      "A profit of £6 at a margin of 60%.",
    ],
    ["a few", shop, {}, "A profit of £18.50 at a margin of 21%; Rice earns most; 1 product loses money."],
    ["categories", shop, { by: "category" }, "A profit of £18.50 at a margin of 21%; Food earns most."],
    [
      "a draw",
      { sales: ["A", "B"].map((product_id) => ({ ...line, product_id, amount: 2, unit_cost: 1 })) },
      {},
      "A profit of £2 at a margin of 50%; A and B earn most.",
    ],
    [
      "nothing but losses",
      { sales: ["A", "B"].map((product_id) => ({ ...line, product_id, amount: 1, unit_cost: 2 })) },
      {},
      "A loss of £2; 2 products lose money.",
    ],
    [
      "a loss over all",
      {
        sales: [
          { ...line, product_id: "A", amount: 2, unit_cost: 1 },
          { ...line, product_id: "B", amount: 1, unit_cost: 1001 },
        ],
      },
      {},
      "A loss of £999; A earns most; 1 product loses money.",
    ],
  ])("answers for %s", async (_, given, params, sentence) => {
    expect((await asked(given, params)).answer).toBe(sentence);
  });

  it("says how much of the revenue it speaks of, and never rounds that up to all", async () => {
    const covered = (amount: number, without: number) => ({
      sales: [
        { ...line, product_id: "A", amount, unit_cost: 1 },
        { ...line, product_id: "B", amount: without },
      ],
    });
    const note = (percent: string) => [
      `Cost is known for ${percent}% of the revenue; the rest is shown but does not count as profit.`,
    ];
    expect((await asked(shop)).notes).toEqual(note("62"));
    expect((await asked(covered(9999, 1))).notes).toEqual(note("99"));
    expect((await asked(covered(1, 9999))).notes).toEqual(note("less than 1"));
    expect((await asked(covered(5, 0))).notes).toEqual([]);
    expect((await asked({ sales: [{ ...line, product_id: "A" }] })).notes).toEqual([
      "Cost is unknown for every product, so only revenue can be shown. Add a unit cost column to the sales, a product list or the stock list to see profit and margin.",
    ]);
    expect((await asked({})).notes).toEqual(["There are no sales yet. Add a sales file to see what earns."]);
    expect((await asked({ sales: [{ ...line, product_id: "A" }] }, { period: "2030-01" })).notes).toEqual([
      "Nothing was sold in this period. Choose another period.",
    ]);
  });
});
