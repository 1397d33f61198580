import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { furtherAnalyses, shopAnalyses } from "./registry";
import { ask } from "./testing/ask";
import { buildRelations } from "./testing/relations";

const QUANTITY = 999_999;
const COST = "9999999.9999";
const MONTHS = 14;

/** Two products, sold every second day of fourteen months, ten billions a line. */
const sales = Array.from({ length: MONTHS * 15 }, (_, at) => ({
  sold_at: new Date(Date.UTC(2025, 0, 1 + at * 2)).toISOString().slice(0, 10),
  product_id: at % 2 ? "crane" : "turbine",
  category: "Machines",
  quantity: QUANTITY,
  unit_price: "10000000.0000",
  amount: "9999990000000.0000",
  unit_cost: COST,
  customer_id: `C${at % 9}`,
  transaction_id: `T${at >> 1}`,
}));
const inventory = ["crane", "turbine"].map((product_id) => ({
  product_id,
  current_stock: QUANTITY,
  unit_cost: COST,
}));

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

describe("a shop of very large numbers", () => {
  it.each([...shopAnalyses, ...furtherAnalyses])("is answered by $name", async (analysis) => {
    await buildRelations(engine, { sales, inventory });
    const { rows, answer } = await ask(engine, analysis);
    const nothing = ["returns", "dead_stock", "seasonality"].includes(analysis.name);
    expect(rows.length > 0 || nothing).toBe(true);
    expect(answer).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  it("earns what its lines say", async () => {
    await buildRelations(engine, { sales, inventory });
    const profitability = shopAnalyses.find(({ name }) => name === "profitability");
    if (!profitability) throw new Error("There is no profitability.");
    const { rows } = await ask(engine, profitability);
    // 105 lines of 999,999 units that earn 0.0001 each.
    expect(rows.map(({ profit }) => profit)).toEqual(["10499.9895", "10499.9895"]);
  });
});
