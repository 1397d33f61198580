import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { returns } from "./returns";
import { ask, cells } from "./testing/ask";
import { buildRelations, READINGS, type Shop } from "./testing/relations";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function asked(shop: Shop, params: Record<string, unknown> = {}) {
  await buildRelations(engine, shop);
  return ask(engine, returns, params);
}

const day = { sold_at: "2026-06-01" };
const SHOP: Shop = {
  sales: [
    { ...day, product_id: "Tea", category: "Drinks", quantity: 10, amount: 50 },
    { ...day, product_id: "Tea", category: "Drinks", quantity: -2, amount: -10 },
    // A credit: money back, no units.
    { ...day, product_id: "Tea", category: "Drinks", quantity: 1, amount: -5 },
    { sold_at: "2026-05-31", product_id: "Rice", quantity: 4, amount: 40 },
    { sold_at: "2026-05-31", product_id: "Rice", quantity: -1, amount: -10 },
    { ...day, product_id: "Salt", quantity: 9, amount: 10 },
  ],
};

describe.each(READINGS)("returns, sold_at as $soldAt and texts as $text", (reading) => {
  it("are what has a quantity or an amount below zero, beside what was sold", async () => {
    await buildRelations(engine, SHOP, reading);
    const { rows, totals, answer, notes } = await ask(engine, returns);
    expect(
      cells(
        rows,
        "rank",
        "product",
        "category",
        "returned_amount",
        "returned_quantity",
        "return_lines",
        "sold_amount",
        "sold_quantity",
        "returned_share",
      ),
    ).toEqual([
      [1, "Tea", "Drinks", "15", "2", 2, "50", "11", 0.3],
      [2, "Rice", null, "10", "1", 1, "40", "4", 0.25],
    ]);
    expect(cells(rows, "shop_share", "all_returned", "all_products")).toEqual(rows.map(() => [0.25, "25", 2]));
    expect(totals).toMatchObject({ product: "Total", returned_amount: "25", returned_quantity: "3", return_lines: 3 });
    expect(answer).toBe("£25.00 was returned, 25% of what was sold; most for Tea, £15.00.");
    expect(notes).toEqual([]);
  });
});

describe("returns", () => {
  it("of a period and no more than asked for", async () => {
    const may = await asked(SHOP, { period: "2026-05" });
    expect(cells(may.rows, "product", "shop_share")).toEqual([["Rice", 0.25]]);
    expect(may.answer).toBe("£10.00 was returned, 25% of what was sold, all of it for Rice.");
    const one = await asked(SHOP, { limit: 1 });
    expect(cells(one.rows, "product")).toEqual([["Tea"]]);
    expect(one.totals).toMatchObject({ product: "Top 1", returned_amount: "15" });
  });

  it("have no share of nothing sold, and units without money are said to be such", async () => {
    const { rows, answer } = await asked({ sales: [{ ...day, product_id: "Tea", quantity: -3, amount: 0 }] });
    expect(cells(rows, "returned_amount", "returned_quantity", "returned_share", "shop_share")).toEqual([
      ["0", "3", null, null],
    ]);
    expect(answer).toBe("Units of 1 product came back, but no money was returned.");
  });

  it("says when there are none, and why that may be", async () => {
    const none = await asked({ sales: [{ ...day, product_id: "Tea" }] });
    expect(none.answer).toBe("Nothing was returned.");
    expect(none.notes).toEqual([
      "No line in the data has a quantity or an amount below zero. A file without returns may leave them out.",
    ]);
    expect(none.totals).toBeNull();
    expect((await asked({})).notes).toEqual(["There are no sales yet. Add a sales file to see what comes back."]);
  });

  it("hides categories where there are none", async () => {
    expect((await asked({ sales: [{ ...day, product_id: "Tea", quantity: -1 }] })).shown).not.toContain("category");
  });
});
