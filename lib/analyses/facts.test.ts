import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { completeMonths, daysCovered } from "./complete-months";
import { factsQuery, monthsBetween, toFacts } from "./facts";
import { rowsOf } from "./testing/ask";
import { buildRelations, READINGS } from "./testing/relations";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

describe.each(READINGS)("facts, sold_at as $soldAt and texts as $text", (reading) => {
  const factsOf = async (shop: Parameters<typeof buildRelations>[1]) => {
    await buildRelations(engine, shop, reading);
    return toFacts(await rowsOf(engine, factsQuery));
  };
  const line = { sold_at: "2025-11-30 10:00:00", product_id: "Tea" };
  const nothing = {
    hasSales: false,
    hasInventory: false,
    hasCost: false,
    hasCategory: false,
    hasTransaction: false,
    hasCustomer: false,
    firstDay: null,
    asOf: null,
    categories: [],
    stores: [],
    tables: [],
    months: [],
  };

  it("of no data are none", async () => {
    expect(await factsOf({})).toEqual(nothing);
  });

  it("of bare lines are their days and months", async () => {
    expect(await factsOf({ sales: [line, { ...line, sold_at: "2026-01-02 00:00:00" }] })).toEqual({
      ...nothing,
      hasSales: true,
      firstDay: "2025-11-30",
      asOf: "2026-01-02",
      months: ["2025-11", "2025-12", "2026-01"],
    });
  });

  it("are known as soon as one line or one list tells them, and names come sorted, each once", async () => {
    const facts = await factsOf({
      sales: [
        { ...line, category: "Food", transaction_id: "1", customer_id: "Ada", store: "South" },
        { ...line, category: "Drinks" },
        { ...line, category: "Food" },
      ],
      inventory: [{ product_id: "Cup", category: "Ware", current_stock: 1, unit_cost: 2, store: "North" }],
    });
    expect(facts).toMatchObject({
      hasInventory: true,
      hasCost: true,
      hasCategory: true,
      hasTransaction: true,
      hasCustomer: true,
      stores: ["North", "South"],
    });
    expect(facts.categories).toEqual(["Drinks", "Food", "Ware"]);
    expect((await factsOf({ sales: [{ ...line, unit_cost: 1 }] })).hasCost).toBe(true);
    expect((await factsOf({ products: [{ product_id: "Tea", unit_cost: 1 }] })).hasCost).toBe(true);
  });
});

describe("the span of the data", () => {
  const span = (firstDay: string, asOf: string) => ({ firstDay, asOf, months: monthsBetween(firstDay, asOf) });

  it.each([
    ["2026-01-01", "2026-01-31", 1],
    ["2026-01-01", "2026-01-30", 0],
    ["2026-01-02", "2026-01-31", 0],
    ["2026-01-02", "2026-01-03", 0],
    ["2025-12-02", "2026-03-30", 2],
    ["2024-02-01", "2024-02-29", 1],
    ["2025-12-01", "2025-12-31", 1],
  ])("from %s to %s holds %d complete months", (first, last, months) => {
    expect(completeMonths(span(first, last))).toBe(months);
  });

  it("counts days with both ends", () => {
    expect(daysCovered(span("2026-01-01", "2026-01-01"))).toBe(1);
    expect(daysCovered(span("2025-12-31", "2026-03-01"))).toBe(61);
  });

  it("is nothing without sales", () => {
    const none = { firstDay: null, asOf: null, months: [] };
    expect(completeMonths(none)).toBe(0);
    expect(daysCovered(none)).toBe(0);
  });
});
