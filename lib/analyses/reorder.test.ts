import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { reorder } from "./reorder";
import { ask, cells } from "./testing/ask";
import { buildRelations, READINGS, type SaleLine, type Shop } from "./testing/relations";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function asked(shop: Shop, params: Record<string, unknown> = {}) {
  await buildRelations(engine, shop);
  return ask(engine, reorder, params);
}

/** Units of the days from 1 June 2026 on. */
const daily = (product_id: string, ...units: number[]): SaleLine[] =>
  units.flatMap((quantity, at) =>
    quantity === 0 ? [] : [{ sold_at: `2026-06-${String(at + 1).padStart(2, "0")}`, product_id, quantity }],
  );

const STEADY = Array.from({ length: 10 }, () => 2);
/** Two a day on average, sd 2. */
const UNEVEN = [0, 4, 0, 4, 0, 4, 0, 4, 0, 4];
const LEAD = { lead_time_days: 9, cover_days: 10 };

describe.each(READINGS)("the reorder list, sold_at as $soldAt and texts as $text", (reading) => {
  it("holds what is at or below daily rate times lead time plus safety stock", async () => {
    const shop: Shop = {
      sales: [...daily("Tea", ...STEADY), ...daily("Rice", ...UNEVEN), ...daily("Salt", ...STEADY)],
      inventory: [
        { product_id: "Tea", current_stock: 18, unit_cost: 1.5 },
        { product_id: "Rice", current_stock: 20 },
        { product_id: "Salt", current_stock: 19, unit_cost: 1 },
        { product_id: "Never sold", current_stock: 0 },
      ],
    };
    await buildRelations(engine, shop, reading);
    const { rows, totals, answer, notes } = await ask(engine, reorder, LEAD);
    // Tea: 2 * 9 = 18, order 18 + 20 - 18. Rice: 18 + 1.6449 * 2 * 3 = 27.8694, order 27.87 + 20 - 20, a whole unit up.
    expect(
      cells(
        rows,
        "product",
        "current_stock",
        "days_of_cover",
        "daily_rate",
        "demand_sd",
        "reorder_point",
        "order_quantity",
        "order_value",
      ),
    ).toEqual([
      ["Tea", "18", 9, 2, 0, 18, "20", "30"],
      ["Rice", "20", 10, 2, 2, 27.8694, "28", null],
    ]);
    expect(rows[1]?.safety_stock).toBeCloseTo(9.8694, 9);
    expect(totals).toEqual({ product: "Total", order_quantity: "48", order_value: "30" });
    expect(answer).toBe("2 products should be ordered now for at least £30; Tea runs out first, in 9 days.");
    expect(notes).toEqual([
      "What is already on order is not in the files: take it off.",
      "Where cost is unknown, an order has no value. Add unit costs.",
    ]);
  });
});

describe("the reorder list", () => {
  it("takes the share of deliveries that shall be in time", async () => {
    const sales = [...daily("Rice", ...UNEVEN), ...daily("Salt", ...STEADY)];
    const shop = { sales, inventory: [{ product_id: "Rice", current_stock: 0 }] };
    const pointAt = async (service_level: string) =>
      (await asked(shop, { ...LEAD, service_level })).rows[0]?.reorder_point;
    expect(await pointAt("90")).toBeCloseTo(18 + 1.2816 * 6, 6);
    expect(await pointAt("98")).toBeCloseTo(18 + 2.0537 * 6, 6);
    expect(await pointAt("99")).toBeCloseTo(18 + 2.3263 * 6, 6);
  });

  it("looks at the window, at gross units, and never orders less than nothing", async () => {
    const sales = [...daily("Tea", 9, 0, 2, 2), { sold_at: "2026-06-04", product_id: "Tea", quantity: -2 }];
    const shop = { sales, inventory: [{ product_id: "Tea", current_stock: 2 }] };
    const { rows } = await asked(shop, { window_days: 2, lead_time_days: 1, cover_days: 0 });
    expect(cells(rows, "daily_rate", "reorder_point", "order_quantity")).toEqual([[2, 2, "0"]]);
  });

  it("orders up from an empty shelf, not from below it", async () => {
    const shop = { sales: daily("Tea", ...STEADY), inventory: [{ product_id: "Tea", current_stock: -7 }] };
    const { rows, answer } = await asked(shop, LEAD);
    expect(cells(rows, "current_stock", "days_of_cover", "order_quantity")).toEqual([["-7", 0, "38"]]);
    expect(answer).toBe("1 product should be ordered now; it is out of stock.");
  });

  it("of one store takes its stock and its sales", async () => {
    const inStore = (store: string, line: SaleLine) => ({ ...line, store });
    const shop = {
      sales: [
        ...daily("Tea", 2, 2).map((line) => inStore("N", line)),
        ...daily("Tea", 4, 4).map((line) => inStore("S", line)),
      ],
      inventory: [
        { product_id: "Tea", current_stock: 3, store: "N" },
        { product_id: "Tea", current_stock: 100, store: "S" },
      ],
    };
    const north = await asked(shop, { ...LEAD, store: "N" });
    expect(cells(north.rows, "current_stock", "daily_rate")).toEqual([["3", 2]]);
    const all = await asked(shop, LEAD);
    expect(all.rows).toEqual([]);
    expect(all.answer).toBe("Nothing must be ordered now.");
  });

  it("without stock figures gives reorder points alone", async () => {
    const { rows, shown, answer, notes } = await asked({ sales: daily("Tea", ...STEADY) }, LEAD);
    expect(cells(rows, "product", "current_stock", "days_of_cover", "order_quantity", "reorder_point")).toEqual([
      ["Tea", null, null, null, 18],
    ]);
    expect(shown).toEqual(["product", "daily_rate", "demand_sd", "safety_stock", "reorder_point"]);
    expect(answer).toBe("Tea must be ordered earliest, when 18 units are left.");
    expect(notes).toEqual([
      "No stock figures: these are reorder points only. An inventory file tells which products have reached theirs.",
    ]);
  });

  it("says when there are no sales", async () => {
    expect((await asked({ inventory: [{ product_id: "Tea", current_stock: 1 }] })).notes).toEqual([
      "There are no sales yet, so it cannot be told what will run out. Add a sales file.",
    ]);
  });
});
