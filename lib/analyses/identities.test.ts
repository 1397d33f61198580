import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import type { Row } from "@/lib/query/result";
import { toDecimal } from "@/lib/std/decimal";
import { sumDecimals } from "@/lib/std/sum-decimals";
import { analysisNamed } from "./registry";
import { rowsOf } from "./testing/ask";
import { madeShop } from "./testing/made-shop";
import { buildRelations, READINGS } from "./testing/relations";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

const asked = (name: string, params: Record<string, unknown> = {}) => rowsOf(engine, analysisNamed(name).query, params);
const total = (rows: readonly Row[], column: string) =>
  sumDecimals(rows.map((row) => (row[column] === null ? null : toDecimal(String(row[column])))));

describe.each(READINGS)("parts sum to the whole, sold_at as $soldAt and texts as $text", (reading) => {
  let whole: Row;
  beforeAll(async () => {
    await buildRelations(engine, madeShop(), reading);
    whole = (await asked("overview"))[0] ?? {};
  });

  it("net is gross less returns", () => {
    expect(total([whole], "net_revenue")).toBe(
      sumDecimals([toDecimal(String(whole.gross_revenue)), toDecimal(`-${whole.returned_amount}`)]),
    );
  });

  it("products, and products of each category, are the shop", async () => {
    const all = await asked("best_sellers", { limit: 1000 });
    expect([total(all, "quantity"), total(all, "revenue"), all.length]).toEqual([
      whole.units,
      whole.net_revenue,
      whole.products,
    ]);
    expect(all[0]).toMatchObject({
      all_quantity: whole.units,
      all_revenue: whole.net_revenue,
      all_products: all.length,
    });
    const categories = [...new Set(all.map((row) => row.category))];
    expect(categories).toHaveLength(3);
    const each = await Promise.all(categories.map((category) => asked("best_sellers", { limit: 1000, category })));
    expect(total(each.flat(), "revenue")).toBe(whole.net_revenue);
  });

  it.each(["week", "month", "quarter"])("periods by %s are the shop", async (grain) => {
    const of = (metric: string) => asked("trends", { metric, grain, periods: 400 });
    expect(total(await of("revenue"), "value")).toBe(whole.net_revenue);
    expect(total(await of("quantity"), "value")).toBe(whole.units);
    expect(total(await of("profit"), "value")).toBe(total(await asked("profitability"), "profit"));
  });

  it.each(["product", "category"])("shares and profit by %s are the shop's", async (by) => {
    for (const limit of [1, 2, 20, 1000]) {
      const rows = await asked("revenue_contribution", { by, limit });
      expect(total(rows, "revenue")).toBe(whole.net_revenue);
      expect(rows.reduce((sum, row) => sum + Number(row.share), 0)).toBeCloseTo(1, 9);
      expect(rows.at(-1)?.cumulative_share).toBe(1);
    }
    const earned = await asked("profitability", { by });
    expect(total(earned, "revenue")).toBe(whole.net_revenue);
    expect(sumDecimals([toDecimal(total(earned, "cost")), toDecimal(total(earned, "profit"))])).toBe(
      total(earned, "covered_revenue"),
    );
  });

  it("returns, days of the week, and customers with those unknown, are the shop's", async () => {
    const back = await asked("returns", { limit: 1000 });
    expect(total(back, "returned_amount")).toBe(whole.returned_amount);
    for (const [metric, column] of [
      ["revenue", "net_revenue"],
      ["quantity", "units"],
      ["orders", "orders"],
    ] as const) {
      expect(total(await asked("weekday_hour", { metric }), "value"), metric).toBe(String(whole[column]));
    }
    const segments = await asked("customer_segments");
    expect(total(segments, "revenue")).toBe(segments[0]?.known_revenue);
    expect(segments[0]?.all_revenue).toBe(whole.net_revenue);
    expect(segments.reduce((sum, row) => sum + Number(row.customers), 0)).toBe(whole.customers);
    const first = await asked("cohorts", { cohorts: 120 });
    expect(first.reduce((sum, row) => sum + Number(row.customers), 0)).toBeLessThanOrEqual(Number(whole.customers));
  });

  it.each(["month", "quarter"])("categories, and the steps of a change, are the %s's", async (grain) => {
    const periods = await asked("trends", { grain, periods: 400 });
    const [now, before] = periods.filter((row) => row.complete).toReversed();
    const mix = await asked("category_mix", { grain });
    expect([total(mix, "revenue"), total(mix, "previous_revenue")]).toEqual([now?.value, before?.value]);
    const steps = await asked("price_volume_mix", { grain });
    expect([steps.at(-1)?.amount, steps[0]?.amount]).toEqual([now?.value, before?.value]);
    expect(total(steps.slice(0, -1), "amount")).toBe(now?.value);
  });

  it("stock of the stores is the stock", async () => {
    const all = await asked("inventory_velocity");
    const stores = await Promise.all(["S0", "S1", "S2"].map((store) => asked("inventory_velocity", { store })));
    expect(total(stores.flat(), "current_stock")).toBe(total(all, "current_stock"));
  });
});
