import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { bestSellers } from "./best-sellers";
import { ask, cells } from "./testing/ask";
import { buildRelations, READINGS, type SaleLine, type Shop } from "./testing/relations";

const sales: readonly SaleLine[] = [
  {
    sold_at: "2026-05-31 23:59:59",
    product_id: "T",
    product_name: "Tea",
    quantity: 5,
    amount: 50,
    transaction_id: "1",
  },
  {
    sold_at: "2026-06-01 00:00:00",
    product_id: "T",
    product_name: "Tea",
    quantity: 3,
    amount: 30,
    transaction_id: "2",
  },
  {
    sold_at: "2026-06-30 23:59:59",
    product_id: "T",
    product_name: "Tea",
    quantity: 1,
    amount: 10,
    transaction_id: "2",
  },
  {
    sold_at: "2026-07-02 10:00:00",
    product_id: "T",
    product_name: "Tea",
    quantity: -2,
    amount: -20,
    transaction_id: "3",
  },
  { sold_at: "2026-06-10", product_id: "R", product_name: "Rice", category: "Food", quantity: 7, amount: 7 },
  { sold_at: "2026-06-11", product_id: "C", product_name: "Cake", category: "Food", quantity: 4, amount: 40 },
  { sold_at: "2026-06-12", product_id: "C", product_name: "Cake", quantity: 1, amount: 10 },
];
const products = [{ product_id: "T", category: "Drinks" }];

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function asked(shop: Shop, params: Record<string, unknown> = {}) {
  await buildRelations(engine, shop);
  return ask(engine, bestSellers, params);
}

describe.each(READINGS)("best sellers, sold_at as $soldAt and texts as $text", (reading) => {
  it("adds up net units and revenue a product, counts orders, and remembers the last real sale", async () => {
    await buildRelations(engine, { sales, products }, reading);
    const { rows } = await ask(engine, bestSellers);
    expect(rows).toEqual([
      {
        rank: 1,
        product_id: "T",
        product_name: "Tea",
        category: "Drinks",
        quantity: "7",
        revenue: "70",
        orders: 3,
        last_sold_on: "2026-06-30",
        all_quantity: "19",
        all_revenue: "127",
        all_products: 3,
      },
      {
        rank: 2,
        product_id: "R",
        product_name: "Rice",
        category: "Food",
        quantity: "7",
        revenue: "7",
        orders: null,
        last_sold_on: "2026-06-10",
        all_quantity: "19",
        all_revenue: "127",
        all_products: 3,
      },
      {
        rank: 3,
        product_id: "C",
        product_name: "Cake",
        category: "Food",
        quantity: "5",
        revenue: "50",
        orders: null,
        last_sold_on: "2026-06-12",
        all_quantity: "19",
        all_revenue: "127",
        all_products: 3,
      },
    ]);
  });

  it.each([
    [
      "2026-06",
      [
        ["Rice", "7"],
        ["Cake", "5"],
        ["Tea", "4"],
      ],
    ],
    ["2026-05-31..2026-06-01", [["Tea", "8"]]],
    ["2026-07-02..2026-07-02", [["Tea", "-2"]]],
    ["2026-08", []],
    [
      "all",
      [
        ["Tea", "7"],
        ["Rice", "7"],
        ["Cake", "5"],
      ],
    ],
  ])("takes the days of %s, both ends included", async (period, expected) => {
    await buildRelations(engine, { sales, products }, reading);
    const { rows } = await ask(engine, bestSellers, { period });
    expect(cells(rows, "product_name", "quantity")).toEqual(expected);
  });

  it("a line without a category belongs to its product's category in the catalogue", async () => {
    await buildRelations(engine, { sales, products }, reading);
    const drinks = await ask(engine, bestSellers, { category: "Drinks" });
    expect(cells(drinks.rows, "product_name", "category", "quantity")).toEqual([["Tea", "Drinks", "7"]]);
    const food = await ask(engine, bestSellers, { category: "Food" });
    expect(cells(food.rows, "product_name", "quantity")).toEqual([
      ["Rice", "7"],
      ["Cake", "5"],
    ]);
  });
});

describe("best sellers", () => {
  it("order ties by the other measure, then by name, then by id, and the limit cuts after that", async () => {
    const line = { sold_at: "2026-06-01", quantity: 2 };
    const shop = {
      sales: [
        { ...line, product_id: "4", product_name: "Same", amount: 1 },
        { ...line, product_id: "3", product_name: "Same", amount: 1 },
        { ...line, product_id: "2", product_name: "Apple", amount: 1 },
        { ...line, product_id: "1", product_name: "Zebra", amount: 9 },
      ],
    };
    expect(cells((await asked(shop)).rows, "product_id")).toEqual([["1"], ["2"], ["3"], ["4"]]);
    expect(cells((await asked(shop, { limit: 2 })).rows, "rank", "product_id")).toEqual([
      [1, "1"],
      [2, "2"],
    ]);
    expect(cells((await asked(shop, { sort_by: "revenue", limit: 1 })).rows, "product_id")).toEqual([["1"]]);
  });

  it("keep large sums exact", async () => {
    const line = { sold_at: "2026-06-01", product_id: "P", quantity: 1 };
    const { rows } = await asked({
      sales: [
        { ...line, amount: "12345678901234.5678" },
        { ...line, amount: "0.0001" },
      ],
    });
    expect(cells(rows, "revenue")).toEqual([["12345678901234.5679"]]);
  });

  it("hide what the data cannot fill", async () => {
    const bare = await asked({ sales: [{ sold_at: "2026-06-01", product_id: "Tea" }] });
    expect(bare.shown).toEqual(["rank", "product_name", "quantity", "revenue", "last_sold_on"]);
    const full = await asked({ sales, products });
    expect(full.shown).toContain("product_id");
    expect(full.shown).toContain("category");
    expect(full.shown).toContain("orders");
  });

  it("end with the sum of the rows shown", async () => {
    const { totals } = await asked({ sales, products }, { limit: 2 });
    expect(totals).toEqual({ product_name: "Top 2", quantity: "14", revenue: "77" });
    expect((await asked({})).totals).toBeNull();
  });

  it.each<[string, readonly SaleLine[], Record<string, unknown>, string]>([
    ["one product", [{ sold_at: "2026-06-01", product_id: "Tea" }], {}, "Tea sold 1 unit."],
    [
      "one product by revenue",
      [{ sold_at: "2026-06-01", product_id: "Tea", amount: "2.5" }],
      { sort_by: "revenue" },
      "Tea brought in £2.50.",
    ],
    ["all products shown", sales.slice(1), {}, "Rice leads with 7 units."],
    ["a few of many", sales.slice(1), { limit: 2 }, "Rice leads with 7 units; 2 products make 86% of all units sold."],
    [
      "one of many",
      sales.slice(1),
      { limit: 1, sort_by: "revenue" },
      "Cake leads with £50.00; this product makes 65% of all revenue.",
    ],
    ["two that tie", sales, {}, "Tea and Rice lead with 7 units each."],
    [
      "many that tie",
      ["A", "B", "C", "D"].map((product_id) => ({ sold_at: "2026-06-01", product_id })),
      { limit: 3 },
      "A and others lead with 1 unit each; 3 products make 75% of all units sold.",
    ],
    [
      "nothing but returns",
      [{ sold_at: "2026-06-01", product_id: "Tea", quantity: -1 }],
      {},
      "Nothing sold more than was returned.",
    ],
    [
      "more than the whole, because others are returned",
      [
        { sold_at: "2026-06-01", product_id: "Tea", quantity: 5 },
        { sold_at: "2026-06-01", product_id: "Rice", quantity: -2 },
      ],
      { limit: 1 },
      "Tea leads with 5 units.",
    ],
    ["no sales", [], {}, ""],
  ])("answer for %s", async (_, lines, params, sentence) => {
    expect((await asked({ sales: lines }, params)).answer).toBe(sentence);
  });

  it("say what is missing", async () => {
    expect((await asked({})).notes).toEqual(["There are no sales yet. Add a sales file to see what sells."]);
    expect((await asked({ sales })).notes).toEqual([]);
    expect((await asked({ sales }, { period: "2025-01" })).notes).toEqual([
      "Nothing was sold in this period and category. Choose another period or category.",
    ]);
    expect(
      (await asked({ sales: [{ sold_at: "2026-06-01", product_id: "Tea" }] }, { category: "Food" })).notes,
    ).toEqual(["The data has no categories, so nothing is in this one. Choose all categories."]);
  });
});
