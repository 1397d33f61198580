import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import type { Analysis } from "./analysis";
import type { Comparable } from "./comparable";
import { comparisonParams, comparisonQuery } from "./comparison";
import { comparisonWords, notComparable } from "./comparison-words";
import { factsQuery, toFacts } from "./facts";
import { analyses } from "./registry";
import { toSay } from "./say";
import { rowsOf } from "./testing/ask";
import { buildRelations, READINGS, type Shop } from "./testing/relations";

const say = toSay({ locale: "en-GB", currency: "GBP" });
const tea = { product_id: "Tea", category: "Drinks", store: "North" };

const SHOP: Shop = {
  sales: [
    { ...tea, sold_at: "2025-05-01", quantity: 1, amount: 4, unit_cost: 1, transaction_id: "a", customer_id: "x" },
    { ...tea, sold_at: "2025-06-30", quantity: 4, amount: 20, unit_cost: 3, transaction_id: "b", customer_id: "x" },
    { ...tea, sold_at: "2026-05-31", quantity: 2, amount: 10, unit_cost: 3, transaction_id: "c", customer_id: "x" },
    // No category of its own and no cost: the list has both.
    { product_id: "Rice", sold_at: "2026-05-31", quantity: 5, amount: 30, store: "South", transaction_id: "d" },
    { ...tea, sold_at: "2026-06-01", quantity: 6, amount: 30, unit_cost: 2, transaction_id: "e", customer_id: "x" },
    { ...tea, sold_at: "2026-06-30", quantity: -1, amount: -5, unit_cost: 2, transaction_id: "f", customer_id: "y" },
    { product_id: "Rice", sold_at: "2026-06-30", quantity: 2, amount: 12, store: "South" },
  ],
  inventory: [{ product_id: "Rice", category: "Food", current_stock: 3, unit_cost: 4 }],
};

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function asked(of: Comparable) {
  const facts = toFacts(await rowsOf(engine, factsQuery));
  const question = comparisonParams(of, facts);
  if (!question) return { rows: null, words: null, facts };
  const rows = await rowsOf(engine, comparisonQuery, question.params);
  return { rows, facts, words: comparisonWords(of, { periods: question.periods, rows }, facts, say) };
}

describe.each(READINGS)("a comparison, sold_at as $soldAt and texts as $text", (reading) => {
  it("has every figure of the month, the one before and the same one a year earlier", async () => {
    await buildRelations(engine, SHOP, reading);
    const { rows } = await asked({ measure: "revenue", span: "all" });
    expect(rows).toEqual([
      {
        scope: "now",
        revenue: "37",
        returned: "5",
        units: "7",
        units_sold: "8",
        orders: 2,
        average_order_value: "12.5",
        customers: 2,
        profit: "19", // 30 - 12, -5 + 2, 12 - 8
      },
      {
        scope: "previous",
        revenue: "40",
        returned: "0",
        units: "7",
        units_sold: "7",
        orders: 2,
        average_order_value: "20",
        customers: 1,
        profit: "14", // 10 - 6, 30 - 20
      },
      {
        scope: "last_year",
        revenue: "20",
        returned: "0",
        units: "4",
        units_sold: "4",
        orders: 1,
        average_order_value: "20",
        customers: 1,
        profit: "8",
      },
    ]);
  });

  it("is of one category or store where these are chosen", async () => {
    await buildRelations(engine, SHOP, reading);
    const revenue = async (of: Partial<Comparable>) =>
      (await asked({ measure: "revenue", span: "2026-06", ...of })).rows?.map((row) => row.revenue);
    expect(await revenue({ category: "Drinks" })).toEqual(["25", "10", "20"]);
    expect(await revenue({ category: "Food" })).toEqual(["12", "30", "0"]);
    expect(await revenue({ store: "South" })).toEqual(["12", "30", "0"]);
  });
});

describe("a comparison in words", () => {
  it("names the figure, its period and what it is held against", async () => {
    await buildRelations(engine, SHOP);
    const { words } = await asked({ measure: "revenue", span: "all" });
    expect(words).toMatchObject({ label: "Net revenue, June 2026", value: "37", lessIsBetter: false });
    expect(words?.changes).toEqual([
      { percent: -7.5, against: "on May 2026", detail: "Compared with May 2026." },
      { percent: 85, against: "on June 2025", detail: "Compared with June 2025." },
    ]);
  });

  it("says why there is nothing to compare instead of a change of 0%", async () => {
    await buildRelations(engine, SHOP);
    const returned = (await asked({ measure: "returned", span: "all" })).words;
    expect(returned?.lessIsBetter).toBe(true);
    expect(returned?.changes[0]).toEqual({
      percent: null,
      against: "on May 2026",
      detail: "May 2026 had nothing to compare with.",
    });
    const first = (await asked({ measure: "units", span: "2025-05" })).words;
    expect(first?.changes).toEqual([
      {
        percent: null,
        against: "on the month before",
        detail: "The data begins on 1 May 2025, so there is nothing before to compare with.",
      },
    ]);
    const beyond = await asked({ measure: "units", span: "2026-06-15..2026-07-14" });
    expect(beyond.words).toBeNull();
    expect(notComparable("2026-06-15..2026-07-14", beyond.facts, say)).toBe(
      "The data runs from 1 May 2025 to 30 June 2026 and does not hold the whole period, so nothing is compared.",
    );
  });

  it("tells days from months in what it names", async () => {
    await buildRelations(engine, SHOP);
    const label = async (span: Comparable["span"]) => {
      const { words } = await asked({ measure: "units_sold", span });
      return [words?.label, ...(words?.changes ?? []).map(({ against }) => against)];
    };
    expect(await label({ lastDays: 30 })).toEqual(["Units sold, June 2026", "on May 2026", "on June 2025"]);
    expect(await label("2026-06-01..2026-06-14")).toEqual([
      "Units sold, 1 June 2026 to 14 June 2026",
      "on the 14 days before",
      "on the same days a year earlier",
    ]);
    expect(await label("2026-05-01..2026-06-30")).toEqual([
      "Units sold, May 2026 to June 2026",
      "on the 2 months before",
      "on the same months a year earlier",
    ]);
  });
});

describe("what analyses compare", () => {
  const facts = { hasCost: true, hasInventory: true, hasTransaction: true, hasCustomer: true, hasSales: true };
  const of = ({ compares, query }: Analysis) => {
    const params = Object.fromEntries(Object.entries(query.params).map(([name, codec]) => [name, codec.default]));
    return compares?.(params as never, { ...facts } as never) ?? null;
  };

  it("are the figures their answers state; a stock list of one day has none of before", () => {
    const measures = analyses.flatMap((analysis) => {
      const compared = of(analysis);
      return compared === null ? [] : [[analysis.name, "reason" in compared ? "none" : compared.measure]];
    });
    expect(Object.fromEntries(measures)).toEqual({
      best_sellers: "units",
      revenue_contribution: "revenue",
      inventory_velocity: "units_sold",
      dead_stock: "none",
      profitability: "profit",
      returns: "returned",
      weekday_hour: "revenue",
      baskets: "orders",
      customer_segments: "customers",
      cohorts: "customers",
    });
  });
});
