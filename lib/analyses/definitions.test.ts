import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import type { Row } from "@/lib/query/result";
import { shownParts } from "@/lib/query/shown-parts";
import { analysisNamed } from "./registry";
import { rowsOf } from "./testing/ask";
import * as ofSales from "./testing/definitions/sales-definitions";
import * as ofStock from "./testing/definitions/stock-definitions";
import * as ofTime from "./testing/definitions/time-definitions";
import { buildRelations } from "./testing/relations";
import { shops } from "./testing/shops";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

const RUNS = { numRuns: 30, endOnFailure: false } as const;

/** Decimal text as a number, doubles to nine digits: what both sides can agree on. */
function comparable(value: unknown): unknown {
  const number = typeof value === "string" && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof number === "number" ? Number(number.toPrecision(9)) || 0 : number;
}

/** The columns of `like`, in both, made comparable. */
function agree(got: readonly Row[], expected: readonly object[]) {
  const names = Object.keys(expected[0] ?? {});
  const pick = (row: object) => Object.fromEntries(names.map((name) => [name, comparable((row as Row)[name])]));
  expect(got.map(pick)).toEqual(expected.map(pick));
}

async function asked(name: string, params: Record<string, unknown> = {}): Promise<Row[]> {
  return rowsOf(engine, analysisNamed(name).query, params);
}

/** Rows by product id; ids are unique. */
function byId(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [String(row.product_id), row]));
}

function sameById(got: readonly Row[], expected: ReadonlyMap<string, object>) {
  const rows = byId(got);
  expect([...rows.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [id, row] of expected) agree([rows.get(id) ?? {}], [row]);
}

describe("over any shop, the SQL and the definitions written out in TypeScript agree on", () => {
  it("best sellers", async () => {
    const params = fc.record({
      limit: fc.integer({ min: 1, max: 8 }),
      sort_by: fc.constantFrom("quantity", "revenue"),
      category: fc.constantFrom("all", "Tea", "Café"),
      window: fc.constantFrom("all", "2024-02", "2024-01-10..2024-12-05"),
    });
    await fc.assert(
      fc.asyncProperty(shops, params, async (shop, { window, ...params }) => {
        await buildRelations(engine, shop, { text: "enum", soldAt: "timestamp" });
        const [from, to] = window === "2024-02" ? ["2024-02-01", "2024-02-29"] : window.split("..");
        const days = window === "all" ? {} : { from, to };
        agree(
          await asked("best_sellers", { ...params, period: window }),
          ofSales.bestSellers(shop, { ...params, ...days }),
        );
      }),
      RUNS,
    );
  });

  it("revenue contribution", async () => {
    const params = fc.record({
      limit: fc.integer({ min: 1, max: 8 }),
      a: fc.integer({ min: 0, max: 100 }),
      b: fc.integer({ min: 0, max: 100 }),
      period: fc.constantFrom("all", "2024-01-10..2024-12-05"),
    });
    await fc.assert(
      fc.asyncProperty(shops, params, async (shop, { limit, a, b, period }) => {
        await buildRelations(engine, shop);
        const [from = "", to = ""] = period === "all" ? [] : period.split("..");
        const rows = await asked("revenue_contribution", { limit, period, a_cutoff: a / 100, b_cutoff: b / 100 });
        agree(rows, ofSales.revenueContribution(shop, { limit, a, b, from, to }));
        const shares = rows.map((row) => row.share as number | null);
        const percents = shownParts(shares, 3).map((share) => Math.round(1000 * (share ?? 0)));
        if (shares[0] !== null && shares.length > 0) expect(percents.reduce((sum, each) => sum + each, 0)).toBe(1000);
      }),
      RUNS,
    );
  });

  it("trends", async () => {
    const params = fc.record({
      metric: fc.constantFrom("revenue", "quantity", "orders", "profit", "average_order_value"),
      grain: fc.constantFrom("day", "week", "month", "quarter"),
      periods: fc.integer({ min: 2, max: 400 }),
      stable: fc.constantFrom(0, 2, 10, 50),
      category: fc.constantFrom("all", "all", "Tea", "Café"),
      store: fc.constantFrom("all", "all", "North"),
    });
    await fc.assert(
      fc.asyncProperty(shops, params, async (shop, { stable, ...params }) => {
        await buildRelations(engine, shop, { text: "enum" });
        const rows = await asked("trends", { ...params, stable_within: stable / 100 });
        agree(rows, ofTime.trends(shop, { ...params, stable }));
      }),
      RUNS,
    );
  });

  it("seasonality", async () => {
    await fc.assert(
      fc.asyncProperty(shops, async (shop) => {
        await buildRelations(engine, shop, { soldAt: "timestamp" });
        const rows = await asked("seasonality", { min_score: 0 });
        const expected = ofTime.seasonality(shop);
        const got = new Map(rows.map((row) => [String(row.product_id), row]));
        expect([...got.keys()].sort()).toEqual([...expected.keys()].sort());
        for (const [id, { score, index }] of expected) {
          const row = got.get(id) ?? {};
          expect(Number(row.score)).toBeCloseTo(score, 6);
          index.forEach((value, at) => {
            const found = row[`index_${String(at + 1).padStart(2, "0")}`];
            if (value === null) expect(found).toBeNull();
            else expect(Number(found)).toBeCloseTo(value, 6);
          });
        }
      }),
      RUNS,
    );
  });

  it("inventory velocity", async () => {
    const params = fc.record({
      window_days: fc.integer({ min: 1, max: 500 }),
      store: fc.constantFrom("all", "North", "South"),
    });
    await fc.assert(
      fc.asyncProperty(shops, params, async (shop, { window_days, store }) => {
        await buildRelations(engine, shop, { text: "enum" });
        const rows = await asked("inventory_velocity", { window_days, store });
        sameById(rows, ofStock.inventoryVelocity(shop, window_days, store));
      }),
      RUNS,
    );
  });

  it("dead stock", async () => {
    await fc.assert(
      fc.asyncProperty(shops, fc.integer({ min: 0, max: 400 }), async (shop, days_threshold) => {
        await buildRelations(engine, shop);
        const rows = await asked("dead_stock", { days_threshold });
        const expected = [...ofStock.deadStock(shop, days_threshold)];
        sameById(rows, new Map(expected.map(([id, { stock_value: _, ...row }]) => [id, row])));
        for (const [id, { stock_value, current_stock }] of expected) {
          const found = byId(rows).get(id)?.stock_value ?? null;
          // The cost of one is kept to four digits.
          if (stock_value === null) expect(found).toBeNull();
          else expect(Math.abs(Number(found) - stock_value)).toBeLessThanOrEqual(0.0001 * (current_stock ?? 0));
        }
      }),
      RUNS,
    );
  });

  it("profitability", async () => {
    await fc.assert(
      fc.asyncProperty(shops, async (shop) => {
        await buildRelations(engine, shop);
        agree(await asked("profitability"), ofSales.profitability(shop));
      }),
      RUNS,
    );
  });

  it("the overview", async () => {
    await fc.assert(
      fc.asyncProperty(shops, async (shop) => {
        await buildRelations(engine, shop, { text: "enum", soldAt: "timestamp" });
        const rows = await asked("overview");
        const months = ofTime
          .trends(shop, { metric: "revenue", grain: "month", periods: 1e9, stable: 0 })
          .filter((row) => row.complete)
          .map((row) => row.period_start.slice(0, 7));
        const last = months.at(-1);
        const yearBefore = last && `${Number(last.slice(0, 4)) - 1}${last.slice(4)}`;
        const wanted = [last, months.at(-2), months.find((month) => month === yearBefore)];
        const periods = wanted.flatMap((month) => month ?? []);
        expect(rows.slice(1).map((row) => row.period)).toEqual(periods);
        if (shop.sales.length === 0) expect(rows).toEqual([]);
        else
          agree(
            rows,
            [undefined, ...periods].map((month) => ofSales.overview(shop, month)),
          );
      }),
      RUNS,
    );
  });
});
