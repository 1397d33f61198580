import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { baskets } from "./baskets";
import { ask, cells } from "./testing/ask";
import { buildRelations, READINGS, type SaleLine, type Shop } from "./testing/relations";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

let next = 0;
/** So many baskets of these products. */
const times = (count: number, ...products: string[]): SaleLine[] =>
  Array.from({ length: count }, () => {
    next += 1;
    return products.map((product_id) => ({ sold_at: "2026-06-01", product_id, transaction_id: `t${next}` }));
  }).flat();

/** Twenty baskets: Tea in 12, Milk in 8 of which 6 with Tea, Rice in 10 of which 5 with Tea. */
const SALES: readonly SaleLine[] = [
  ...times(6, "Tea", "Milk"),
  ...times(5, "Tea", "Rice"),
  ...times(1, "Tea"),
  ...times(2, "Milk"),
  ...times(5, "Rice"),
  ...times(1, "Salt"),
];

async function asked(shop: Shop, params: Record<string, unknown> = {}) {
  await buildRelations(engine, shop);
  return ask(engine, baskets, params);
}

describe.each(READINGS)("baskets, sold_at as $soldAt and texts as $text", (reading) => {
  it("give pairs with support, confidence from the rarer product, and lift", async () => {
    await buildRelations(engine, { sales: SALES }, reading);
    const { rows, answer, notes } = await ask(engine, baskets);
    expect(cells(rows, "rank", "first_product", "second_product", "baskets", "support", "confidence")).toEqual([
      [1, "Milk", "Tea", 6, 0.3, 0.75],
      [2, "Rice", "Tea", 5, 0.25, 0.5],
    ]);
    // 0.75 and 0.5 against 12 of 20.
    expect(rows.map((row) => row.lift)).toEqual([1.25, expect.closeTo(5 / 6, 12)]);
    expect(cells(rows, "all_baskets", "all_pairs", "pair")[0]).toEqual([20, 2, "Milk + Tea"]);
    expect(answer).toBe("Who buys Milk also buys Tea in 75% of the baskets, 1.3 times as often as chance.");
    expect(notes).toEqual([
      "Pairs are looked for among the 1,000 products in most baskets, in baskets of up to 100 of them.",
    ]);
  });
});

describe("baskets", () => {
  it("hold a product once, and not what was returned", async () => {
    const again = SALES.filter((line) => line.product_id === "Tea");
    const back = {
      sold_at: "2026-06-01",
      product_id: "Salt",
      quantity: -1,
      transaction_id: SALES[0]?.transaction_id ?? "",
    };
    const { rows } = await asked({ sales: [...SALES, ...again, back] });
    expect(cells(rows, "pair", "baskets")).toEqual([
      ["Milk + Tea", 6],
      ["Rice + Tea", 5],
    ]);
  });

  it("are ordered as asked, and pairs below the minimum left out", async () => {
    const most = await asked({ sales: [...SALES, ...times(9, "Pen", "Ink")] }, { sort_by: "baskets", limit: 2 });
    expect(cells(most.rows, "pair", "baskets", "all_pairs")).toEqual([
      ["Pen + Ink", 9, 3],
      ["Milk + Tea", 6, 3],
    ]);
    expect(most.answer).toBe("Pen and Ink are bought together most, in 9 baskets.");
    expect(cells((await asked({ sales: SALES }, { min_baskets: 6 })).rows, "pair")).toEqual([["Milk + Tea"]]);
  });

  it("of more than a hundred products are no habit", async () => {
    const many = Array.from({ length: 101 }, (_, at) => `P${at}`);
    expect((await asked({ sales: times(5, ...many) })).rows).toEqual([]);
    expect((await asked({ sales: times(5, ...many.slice(1)) }, { limit: 1 })).rows[0]?.all_pairs).toBe((100 * 99) / 2);
  });

  it("say what is missing", async () => {
    expect((await asked({})).notes).toEqual([
      "There are no sales yet. Add a sales file to see what is bought together.",
    ]);
    expect((await asked({ sales: [{ sold_at: "2026-06-01", product_id: "Tea" }] })).notes).toEqual([
      "Baskets are unknown because the file has no transaction or invoice column. Add one to see pairs.",
    ]);
    const few = await asked({ sales: times(4, "Tea", "Milk") });
    expect(few.answer).toBe("");
    expect(few.notes).toEqual(["No two products were bought together 5 times. Add more sales."]);
  });
});
