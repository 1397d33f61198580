import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { priceVolumeMix } from "./price-volume-mix";
import { ask, cells } from "./testing/ask";
import { buildRelations, READINGS, type SaleLine, type Shop } from "./testing/relations";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function asked(shop: Shop, params: Record<string, unknown> = {}) {
  await buildRelations(engine, shop);
  return ask(engine, priceVolumeMix, params);
}

const line = (sold_at: string, product_id: string, quantity: number, price: number): SaleLine => ({
  sold_at,
  product_id,
  quantity,
  unit_price: price,
});

/**
 * Tea 10 at 5 becomes 20 at 6, Rice 10 at 15 becomes 10 at 15: 200 becomes 270. Units 20 become 30 at a mean of 10:
 * volume 100. Tea's price: 1 on 20. Mix: 20 * 5 + 10 * 15 - 30 * 10 = -50.
 */
const SHOP: Shop = {
  sales: [
    line("2026-05-01", "Tea", 10, 5),
    line("2026-05-31", "Rice", 10, 15),
    line("2026-05-09", "Gone", 3, 10),
    line("2026-06-01", "Tea", 20, 6),
    line("2026-06-30", "Rice", 10, 15),
    line("2026-06-12", "New", 4, 2),
  ],
};

describe.each(READINGS)("price, volume and mix, sold_at as $soldAt and texts as $text", (reading) => {
  it("lead from the month before to the newest complete one", async () => {
    await buildRelations(engine, SHOP, reading);
    const { rows, answer, notes } = await ask(engine, priceVolumeMix);
    expect(cells(rows, "step", "amount", "from_amount", "is_total", "products")).toEqual([
      ["before", "230", "0", true, 3],
      ["volume", "100", "230", false, 2],
      ["price", "20", "330", false, 2],
      ["mix", "-50", "350", false, 2],
      ["new products", "8", "300", false, 1],
      ["products no longer sold", "-30", "308", false, 1],
      ["after", "278", "0", true, 3],
    ]);
    expect(rows[1]?.percent_of_before).toBeCloseTo(10_000 / 230, 9);
    expect(rows[0]?.percent_of_before).toBeNull();
    expect(answer).toBe("Revenue of June 2026 was £48 above May 2026, above all because more units were sold (£100).");
    expect(notes).toEqual(["Units of all products are added up for the volume, whatever they measure."]);
  });
});

describe("price, volume and mix", () => {
  it("keep products apart that were returned more than sold in one of the two", async () => {
    const sales = [
      line("2026-05-01", "Tea", 1, 10),
      line("2026-05-02", "Cup", 2, 8),
      line("2026-06-01", "Tea", 1, 10),
      line("2026-06-30", "Cup", -1, 8),
    ];
    const { rows, answer } = await asked({ sales });
    expect(cells(rows.slice(-2), "step", "amount", "products")).toEqual([
      ["products mostly returned", "-24", 1],
      ["after", "2", 2],
    ]);
    expect(answer).toBe("Revenue of June 2026 was £24 below May 2026, because more was returned.");
  });

  it("say when nothing moved", async () => {
    const sales = [line("2026-05-01", "Tea", 1, 10), line("2026-06-30", "Tea", 1, 10)];
    expect((await asked({ sales })).answer).toBe("Revenue of June 2026 was level with May 2026.");
  });

  it("of the same quarter a year earlier", async () => {
    const sales = [
      line("2025-04-01", "Tea", 2, 10),
      line("2026-04-09", "Tea", 1, 12),
      line("2026-06-30", "Tea", 1, 12),
    ];
    const { rows, answer } = await asked({ sales }, { grain: "quarter", against: "year_before" });
    expect(cells(rows, "step", "amount")).toEqual([
      ["before", "20"],
      ["volume", "0"],
      ["price", "4"],
      ["mix", "0"],
      ["new products", "0"],
      ["products no longer sold", "0"],
      ["after", "24"],
    ]);
    expect(answer).toBe(
      "Revenue of the second quarter of 2026 was £4 above the second quarter of 2025, because prices were higher.",
    );
  });

  it("need two complete periods", async () => {
    expect((await asked({ sales: [line("2026-06-01", "Tea", 1, 1), line("2026-06-30", "Tea", 1, 1)] })).notes).toEqual([
      "The data does not hold two complete months to compare. Add older sales.",
    ]);
    expect((await asked({})).notes).toEqual(["There are no sales yet. Add a sales file to see why revenue changes."]);
  });
});
