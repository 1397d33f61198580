import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { customerSegments } from "./customer-segments";
import { ask, cells } from "./testing/ask";
import { buildRelations, READINGS, type SaleLine, type Shop } from "./testing/relations";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function asked(shop: Shop) {
  await buildRelations(engine, shop);
  return ask(engine, customerSegments);
}

/** One order a day of one unit each. */
const orders = (customer_id: string, amount: number, ...days: string[]): SaleLine[] =>
  days.map((sold_at) => ({
    sold_at,
    product_id: "Tea",
    customer_id,
    amount,
    transaction_id: `${customer_id} ${sold_at}`,
  }));

/**
 * Five customers, so each fifth is one: A by recency 5, frequency 5, money 5; B 1, 4, 4; C 4, 1, 2; D 2, 1, 1; E 3, 1, 3
 * (C, D and E ordered once: equals share the lowest fifth).
 */
const SHOP: Shop = {
  sales: [
    ...orders("A", 50, "2026-06-01", "2026-06-15", "2026-06-30"),
    ...orders("B", 40, "2026-01-01", "2026-01-10"),
    ...orders("C", 8, "2026-06-20"),
    ...orders("D", 2, "2026-02-01"),
    ...orders("E", 20, "2026-05-01"),
    { sold_at: "2026-06-30", product_id: "Tea", amount: 40 },
  ],
};

describe.each(READINGS)("segments of customers, sold_at as $soldAt and texts as $text", (reading) => {
  it("come from fifths by recency, frequency and money", async () => {
    await buildRelations(engine, SHOP, reading);
    const { rows, totals, answer, notes } = await ask(engine, customerSegments);
    expect(
      cells(
        rows,
        "segment",
        "customers",
        "customer_share",
        "revenue",
        "average_revenue",
        "average_orders",
        "average_days",
        "largest",
      ),
    ).toEqual([
      ["Champions", 1, 0.2, "150", "150", 3, 0, "A"],
      ["Newer or occasional", 2, 0.4, "28", "14", 1, 35, "E, C"],
      ["At risk", 1, 0.2, "80", "80", 2, 171, "B"],
      ["Gone quiet", 1, 0.2, "2", "2", 1, 149, "D"],
    ]);
    expect(rows[0]?.revenue_share).toBeCloseTo(150 / 260, 12);
    expect(totals).toEqual({ segment: "Total", customers: 5, customer_share: 1, revenue: "260", revenue_share: 1 });
    expect(answer).toBe(
      "1 customer who buys often brings 58% of the revenue; one good customer has not come back for 171 days or so.",
    );
    expect(notes).toEqual([
      "5 customers are few for fifths: take the segments as a hint.",
      "13% of the revenue has no customer and is not in the segments.",
    ]);
  });
});

describe("segments of customers", () => {
  it("count days with a purchase where orders are unknown", async () => {
    const sales = SHOP.sales?.map((line) => ({ ...line, transaction_id: null })) ?? [];
    const { rows, notes } = await asked({ sales });
    expect(cells(rows, "segment", "average_orders")[0]).toEqual(["Champions", 3]);
    expect(notes.at(-1)).toBe("Orders are unknown, so days with a purchase are counted instead.");
  });

  it("keep who only returned, so that nothing is lost", async () => {
    const sales = [
      ...orders("A", 10, "2026-06-01"),
      { sold_at: "2026-06-02", product_id: "Tea", customer_id: "R", quantity: -1, amount: -4 },
    ];
    const { rows, totals } = await asked({ sales });
    expect(cells(rows, "segment", "customers", "average_days", "average_orders")).toContainEqual([
      "Gone quiet",
      1,
      null,
      0,
    ]);
    expect(totals).toMatchObject({ customers: 2, revenue: "6" });
  });

  it("say of fewer than five customers, and of those who only returned, that there are no fifths", async () => {
    const few = await asked({ sales: orders("A", 10, "2026-06-01") });
    expect(few.answer).toBe("1 customer bought under a name or number.");
    expect(few.notes[0]).toBe(
      "Segments are fifths of all customers, and 1 cannot be parted into five: they say nothing yet.",
    );
    const back = { sold_at: "2026-06-02", product_id: "Tea", quantity: -1, amount: -4 };
    const sales = ["A", "B", "C", "D", "E"].map((customer_id) => ({ ...back, customer_id }));
    expect((await asked({ sales })).answer).toBe("5 customers only returned; none of them bought.");
  });

  it("say what is missing", async () => {
    expect((await asked({})).notes).toEqual([
      "There are no sales yet. Add a sales file with a customer column to see segments.",
    ]);
    const { notes, rows, answer } = await asked({ sales: [{ sold_at: "2026-06-01", product_id: "Tea" }] });
    expect([rows, answer]).toEqual([[], ""]);
    expect(notes).toEqual(["Customers are unknown because the file has no customer column. Add one to see segments."]);
  });
});
