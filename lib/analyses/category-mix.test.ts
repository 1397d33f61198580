import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { categoryMix } from "./category-mix";
import { ask, cells } from "./testing/ask";
import { buildRelations, READINGS, type Shop } from "./testing/relations";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function asked(shop: Shop, params: Record<string, unknown> = {}) {
  await buildRelations(engine, shop);
  return ask(engine, categoryMix, params);
}

const line = (sold_at: string, category: string | null, amount: number, product_id = `${category}`) => ({
  sold_at,
  product_id,
  category,
  amount,
});
const SHOP: Shop = {
  sales: [
    line("2026-04-01", "Drinks", 100),
    line("2026-05-02", "Drinks", 60),
    line("2026-05-31", "Food", 40),
    line("2026-06-01", "Drinks", 90),
    line("2026-06-30", "Food", 30),
    line("2026-06-30", null, 30, "Drinks"),
    // July is not complete.
    line("2026-07-01", "Toys", 999),
  ],
};

describe.each(READINGS)("the mix of categories, sold_at as $soldAt and texts as $text", (reading) => {
  it("holds the newest complete month against the one before", async () => {
    await buildRelations(engine, SHOP, reading);
    const { rows, totals, answer, notes, shown } = await ask(engine, categoryMix);
    expect(cells(rows, "category", "revenue", "share", "previous_revenue", "previous_share")).toEqual([
      ["Drinks", "120", 0.8, "60", 0.6],
      ["Food", "30", 0.2, "40", 0.4],
    ]);
    expect(rows[0]?.share_change).toBeCloseTo(20, 9);
    expect(cells(rows, "period_start", "before_start")).toEqual(rows.map(() => ["2026-06-01", "2026-05-01"]));
    expect(totals).toEqual({
      category: "Total",
      revenue: "150",
      share: 1,
      previous_revenue: "100",
      previous_share: 1,
    });
    expect(answer).toBe("Drinks brought 80% of the revenue of June 2026, up 20 points on May 2026.");
    expect(notes).toEqual([]);
    expect(shown).toContain("previous_share");
  });
});

describe("the mix of categories", () => {
  it("by quarter takes the quarter whose days all lie in the data, alone where there is none to compare", async () => {
    const { rows, answer, notes, shown } = await asked(SHOP, { grain: "quarter" });
    expect(cells(rows, "category", "revenue", "previous_revenue", "share_change")).toEqual([
      ["Drinks", "280", null, null],
      ["Food", "70", null, null],
    ]);
    expect(answer).toBe("Drinks brought 80% of the revenue of the second quarter of 2026.");
    expect(notes).toEqual(["The data does not reach back to the quarter it is compared with. Add older sales."]);
    expect(shown).not.toContain("previous_share");
  });

  it("against the same month a year earlier names what is gone", async () => {
    const sales = [
      line("2025-06-01", "Toys", 50),
      line("2025-06-02", "Food", 50),
      line("2026-06-15", "Food", 70),
      line("2026-06-30", "Food", 30),
    ];
    const { rows, answer } = await asked({ sales }, { against: "year_before" });
    expect(cells(rows, "category", "revenue", "previous_revenue", "share", "previous_share")).toEqual([
      ["Food", "100", "50", 1, 0.5],
      ["Toys", "0", "50", 0, 0.5],
    ]);
    expect(answer).toBe("Food brought 100% of the revenue of June 2026, up 50 points on June 2025.");
  });

  it("names another category that moved more than the largest", async () => {
    const amounts = { Food: [50, 55], Toys: [10, 40], Drinks: [40, 5] };
    const sales = Object.entries(amounts).flatMap(([category, [may = 0, june = 0]]) => [
      line("2026-05-01", category, may),
      line("2026-06-30", category, june),
    ]);
    expect((await asked({ sales })).answer).toBe(
      "Food brought 55% of the revenue of June 2026; Drinks lost most on May 2026, 35 points.",
    );
    const one = [line("2026-05-01", "Food", 60), line("2026-06-30", "Food", 60)];
    expect((await asked({ sales: one })).answer).toBe("All revenue of June 2026 came from Food.");
    const same = [...one, line("2026-05-01", "Toys", 20), line("2026-06-30", "Toys", 20)];
    expect((await asked({ sales: same })).answer).toBe(
      "Food brought 75% of the revenue of June 2026; the mix is that of May 2026.",
    );
  });

  it("says what is missing", async () => {
    expect((await asked({})).notes).toEqual(["There are no sales yet. Add a sales file to see the mix of categories."]);
    expect((await asked({ sales: [line("2026-06-30", null, 1, "Tea")] })).notes).toEqual([
      "The data has no categories. Add a category column to see their mix.",
    ]);
    const part = await asked({ sales: [line("2026-06-03", "Food", 1)] });
    expect(part.rows).toEqual([]);
    expect(part.notes).toEqual(["No month is complete yet, or nothing was sold in it. Add older sales."]);
    const loss = await asked({ sales: [line("2026-06-01", "Food", 1), line("2026-06-30", "Toys", -5)] });
    expect(cells(loss.rows, "category", "share")).toEqual([
      ["Food", null],
      ["Toys", null],
    ]);
    expect(loss.notes.at(-1)).toBe("Net revenue is not above zero, so shares cannot be told.");
    expect(loss.answer).toBe("");
  });
});
