import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { toDecimal } from "@/lib/std/decimal";
import { sumDecimals } from "@/lib/std/sum-decimals";
import { revenueContribution } from "./revenue-contribution";
import { ask, cells } from "./testing/ask";
import { buildRelations, READINGS, type Shop } from "./testing/relations";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function asked(shop: Shop, params: Record<string, unknown> = {}) {
  await buildRelations(engine, shop);
  return ask(engine, revenueContribution, params);
}

/** One line each: `{ Tea: 50 }`. */
function shopOf(revenues: Record<string, string | number>): Shop {
  return {
    sales: Object.entries(revenues).map(([product_id, amount]) => ({ sold_at: "2026-06-01", product_id, amount })),
  };
}

describe.each(READINGS)("revenue contribution, sold_at as $soldAt and texts as $text", (reading) => {
  it("classes by what the products above bring, and adds the others up", async () => {
    await buildRelations(engine, shopOf({ Tea: 50, Rice: 30, Cake: 15, Salt: 4, Oil: 1 }), reading);
    const { rows } = await ask(engine, revenueContribution, { limit: 3 });
    expect(cells(rows, "rank", "product", "revenue", "share", "cumulative_share", "abc_class", "is_rest")).toEqual([
      [1, "Tea", "50", 0.5, 0.5, "A", false],
      [2, "Rice", "30", 0.3, 0.8, "A", false],
      [3, "Cake", "15", 0.15, 0.95, "B", false],
      [null, "All others", "5", 0.05, 1, null, true],
    ]);
    expect(cells(rows, "all_products", "a_products", "a_revenue", "total")).toEqual(
      rows.map(() => [5, 2, "80", "100"]),
    );
    const all = await ask(engine, revenueContribution, { limit: 5 });
    expect(cells(all.rows, "product", "abc_class").slice(3)).toEqual([
      ["Salt", "C"],
      ["Oil", "C"],
    ]);
  });

  it("by category takes a line's own, else its product's in the catalogue, else none", async () => {
    const line = { sold_at: "2026-06-01", amount: 10 };
    const shop = {
      sales: [
        { ...line, product_id: "Tea", category: "Drinks" },
        { ...line, product_id: "Tea" },
        { ...line, product_id: "Rice" },
        { ...line, product_id: "Nail" },
      ],
      products: [{ product_id: "Rice", category: "Food" }],
    };
    await buildRelations(engine, shop, reading);
    const { rows, columns } = await ask(engine, revenueContribution, { by: "category" });
    expect(cells(rows, "product", "revenue")).toEqual([
      ["Drinks", "20"],
      ["(no category)", "10"],
      ["Food", "10"],
    ]);
    expect(columns.find((column) => column.name === "product")?.label).toBe("Category");
  });
});

describe("revenue contribution", () => {
  it("cuts exactly, where doubles would not", async () => {
    const { rows } = await asked(shopOf({ Tea: "0.24", Rice: "0.045", Cake: "0.015" }));
    expect(cells(rows, "abc_class")).toEqual([["A"], ["B"], ["C"]]);
  });

  it("orders ties by units, then name, then id", async () => {
    const line = { sold_at: "2026-06-01", amount: 5 };
    const { rows } = await asked({
      sales: [
        { ...line, product_id: "2", product_name: "Tea" },
        { ...line, product_id: "1", product_name: "Tea" },
        { ...line, product_id: "3", product_name: "Apple" },
        { ...line, product_id: "4", product_name: "Zebra", quantity: 2 },
      ],
    });
    expect(cells(rows, "product")).toEqual([["Zebra"], ["Apple"], ["Tea"], ["Tea"]]);
  });

  it("the rows shown and all others are the whole, to the last digit", async () => {
    const shop = shopOf(Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`P${at}`, `${at * 7}.${at}1`])));
    const { rows, totals } = await asked(shop, { limit: 7 });
    const total = toDecimal(String(rows[0]?.total));
    expect(rows).toHaveLength(8);
    expect(sumDecimals(rows.map((row) => toDecimal(String(row.revenue))))).toBe(total);
    expect(rows.reduce((sum, row) => sum + Number(row.share), 0)).toBeCloseTo(1, 12);
    expect(totals).toEqual({ product: "Total", revenue: total, share: 1 });
  });

  it("what brings nothing or less is C, and the running share ends at the whole", async () => {
    const { rows } = await asked(shopOf({ Tea: 150, Rice: -50, Cake: 0 }));
    expect(cells(rows, "product", "share", "cumulative_share", "abc_class")).toEqual([
      ["Tea", 1.5, 1.5, "A"],
      ["Cake", 0, 1.5, "C"],
      ["Rice", -0.5, 1, "C"],
    ]);
  });

  it("has no shares of a whole that is not above zero", async () => {
    const { rows, answer, notes, totals } = await asked(shopOf({ Tea: 10, Rice: -10 }));
    expect(cells(rows, "share", "cumulative_share", "abc_class")).toEqual([
      [null, null, "C"],
      [null, null, "C"],
    ]);
    expect(answer).toBe("No revenue is left to divide: it comes to zero.");
    expect((await asked(shopOf({ Tea: 10, Rice: -40 }))).answer).toBe(
      "More came back than was sold: \u2212£30 in all.",
    );
    expect(totals).toEqual({ product: "Total", revenue: "0", share: null });
    expect(notes).toEqual(["Net revenue is not above zero, so shares cannot be told."]);
  });

  it.each<[string, Shop, Record<string, unknown>, string]>([
    ["no sales", {}, {}, ""],
    ["one product", shopOf({ Tea: 5 }), {}, "All revenue comes from Tea."],
    ["one leader", shopOf({ Tea: 85, Rice: 10, Cake: 5 }), {}, "1 of 3 products, Tea, brings 85% of the revenue."],
    [
      "some leaders",
      shopOf({ Tea: 50, Rice: 30, Cake: 20 }),
      {},
      "2 of 3 products bring 80% of the revenue; Tea alone 50%.",
    ],
    [
      "nothing but leaders",
      shopOf({ Tea: 1, Rice: 1 }),
      {},
      "Rice brings 50% of the revenue, the largest part of 2 products.",
    ],
    [
      "no leader",
      shopOf({ Tea: 3, Rice: 1 }),
      { a_cutoff: 0 },
      "Tea brings 75% of the revenue, the largest part of 2 products.",
    ],
    [
      "more than the whole",
      shopOf({ Tea: 150, Rice: -50 }),
      {},
      "Tea brings in more than the net revenue; the others together are below zero.",
    ],
    [
      "leaders who together bring more than the whole",
      shopOf({ Tea: 60, Rice: 60, Cake: -20 }),
      { a_cutoff: 1 },
      "Rice brings 60% of the revenue, the largest part of 3 products.",
    ],
    ["categories that are not there", shopOf({ Tea: 3, Rice: 1 }), { by: "category" }, ""],
  ])("answers for %s", async (_, shop, params, sentence) => {
    expect((await asked(shop, params)).answer).toBe(sentence);
  });

  it("speaks of categories when asked for them", async () => {
    const line = { sold_at: "2026-06-01", product_id: "Tea" };
    const sales = [
      { ...line, category: "Drinks", amount: 9 },
      { ...line, category: "Gifts", amount: 1 },
    ];
    expect((await asked({ sales }, { by: "category" })).answer).toBe(
      "1 of 2 categories, Drinks, brings 90% of the revenue.",
    );
  });

  it("of a period is of that period alone", async () => {
    const sales = ["2026-05-31", "2026-06-01", "2026-06-30", "2026-07-01"].map((sold_at, at) => ({
      sold_at,
      product_id: at < 2 ? "Tea" : "Rice",
      amount: 10 ** at,
    }));
    const { rows } = await asked({ sales }, { period: "2026-06" });
    expect(cells(rows, "product", "revenue", "total")).toEqual([
      ["Rice", "100", "110"],
      ["Tea", "10", "110"],
    ]);
    expect((await asked({ sales }, { period: "2025-06" })).notes).toEqual([
      "Nothing was sold in this period. Choose another period.",
    ]);
  });

  it("says what is missing or at odds", async () => {
    expect((await asked({})).notes).toEqual([
      "There are no sales yet. Add a sales file to see where the money comes from.",
    ]);
    expect((await asked(shopOf({ Tea: 1 }), { by: "category" })).notes).toEqual([
      "The data has no categories. Add a category column to see them.",
    ]);
    expect((await asked(shopOf({ Tea: 1 }), { a_cutoff: 0.96 })).notes).toEqual([
      "The A cutoff is above the B cutoff, so nothing is in class B.",
    ]);
  });
});
