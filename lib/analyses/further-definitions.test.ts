import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import type { Row } from "@/lib/query/result";
import { toDecimal } from "@/lib/std/decimal";
import { sumDecimals } from "@/lib/std/sum-decimals";
import { analysisNamed } from "./registry";
import { rowsOf } from "./testing/ask";
import * as ofCustomers from "./testing/definitions/customer-definitions";
import * as ofDemand from "./testing/definitions/demand-definitions";
import * as ofPeriods from "./testing/definitions/period-definitions";
import type { WholeShop } from "./testing/definitions/whole-shop";
import { buildRelations } from "./testing/relations";
import { shops } from "./testing/shops";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

const asked = (name: string, params: Record<string, unknown> = {}) => rowsOf(engine, analysisNamed(name).query, params);

/** Every expected value stands in the row; numbers agree to seven digits. */
function agree(row: Row | undefined, expected: object) {
  for (const [name, value] of Object.entries(expected)) {
    const found = row?.[name];
    if (typeof value !== "number") expect(found, name).toEqual(value);
    else
      expect(Math.abs(Number(found ?? Number.NaN) - value), `${name}: ${found}`).toBeLessThan(
        1e-7 * (1 + Math.abs(value)),
      );
  }
}

function sameBy(rows: readonly Row[], keyOf: (row: Row) => string, expected: ReadonlyMap<string, object>) {
  expect(rows.map(keyOf).sort()).toEqual([...expected.keys()].sort());
  for (const row of rows) agree(row, expected.get(keyOf(row)) ?? {});
}

async function forShops<T>(params: fc.Arbitrary<T>, check: (shop: WholeShop, params: T) => Promise<void>) {
  await fc.assert(
    fc.asyncProperty(shops, params, async (shop, given) => {
      await buildRelations(engine, shop, { text: "enum", soldAt: "timestamp" });
      await check(shop, given);
    }),
    { numRuns: 25, endOnFailure: false },
  );
}

const compared = fc.record({
  grain: fc.constantFrom("month", "quarter", "year"),
  against: fc.constantFrom("previous", "year_before"),
});

describe("over any shop, the SQL and the definitions written out in TypeScript agree on", () => {
  it("returns, which with what was sold are the net", async () => {
    await forShops(fc.constant({}), async (shop) => {
      const rows = await asked("returns", { limit: 1000 });
      sameBy(rows, (row) => String(row.product_id), ofDemand.returns(shop));
      expect(rows.map((row) => row.rank)).toEqual(rows.map((_, at) => at + 1));
      expect(rows.every((row, at) => Number(rows[at - 1]?.returned_amount ?? 1e9) >= Number(row.returned_amount))).toBe(
        true,
      );
    });
  });

  it("the mix of categories", async () => {
    await forShops(compared, async (shop, { grain, against }) => {
      const rows = await asked("category_mix", { grain, against });
      sameBy(rows, (row) => String(row.category), ofPeriods.categoryMix(shop, grain, against));
    });
  });

  it("price, volume and mix, whose parts are the change to the last digit", async () => {
    await forShops(compared, async (shop, { grain, against }) => {
      const rows = await asked("price_volume_mix", { grain, against });
      const expected = ofPeriods.priceVolumeMix(shop, grain, against);
      expect(rows.map((row) => row.step)).toEqual(Object.keys(expected ?? {}));
      for (const [step, amount] of Object.entries(expected ?? {})) {
        const found = Number(rows.find((row) => row.step === step)?.amount);
        // Parts are rounded to the cent.
        expect(Math.abs(found - amount), step).toBeLessThan(0.011);
      }
      const amounts = rows.map((row) => toDecimal(String(row.amount)));
      const last = amounts.pop() ?? toDecimal("0");
      expect(sumDecimals(amounts)).toBe(last);
    });
  });

  it("days of the week", async () => {
    await forShops(fc.constantFrom("revenue", "quantity", "orders"), async (shop, metric) => {
      const rows = await asked("weekday_hour", { metric });
      const expected = ofDemand.weekdays(shop, metric);
      expect(rows.map((row) => row.weekday)).toEqual(expected.map((row) => row.weekday));
      for (const [at, row] of rows.entries()) agree(row, expected[at] ?? {});
    });
  });

  it("segments of customers", async () => {
    await forShops(fc.constant({}), async (shop) => {
      const rows = await asked("customer_segments");
      sameBy(rows, (row) => String(row.segment), ofCustomers.customerSegments(shop));
    });
  });

  it("cohorts", async () => {
    await forShops(fc.constant({}), async (shop) => {
      const rows = await asked("cohorts", { cohorts: 120 });
      const expected = ofCustomers.cohorts(shop);
      expect(rows.map((row) => row.cohort)).toEqual(expected.map((row) => row.cohort));
      for (const [at, row] of rows.entries()) agree(row, expected[at] ?? {});
    });
  });

  it("baskets", async () => {
    await forShops(fc.constant({}), async (shop) => {
      const rows = await asked("baskets", { limit: 1000 });
      const pairOf = (row: Row) => [String(row.first_id), String(row.second_id)].sort().join("+");
      sameBy(rows, pairOf, ofCustomers.baskets(shop, 5));
    });
  });

  it("reorder points", async () => {
    const params = fc.record({
      lead_time_days: fc.constantFrom(0, 1, 14, 60),
      cover_days: fc.constantFrom(0, 30),
      service_level: fc.constantFrom("90", "95", "98", "99"),
      window_days: fc.constantFrom(1, 30, 90, 400),
    });
    await forShops(params, async (shop, given) => {
      const rows = await asked("reorder", given);
      const expected = ofDemand.reorder(shop, given);
      expect(rows.map((row) => String(row.product_id)).sort()).toEqual([...expected.keys()].sort());
      for (const row of rows) {
        const { safety_stock, reorder_point, ...exact } = expected.get(String(row.product_id)) ?? {};
        agree(row, exact);
        // Kept to six digits.
        expect(Number(row.safety_stock)).toBeCloseTo(safety_stock ?? Number.NaN, 5);
        expect(Number(row.reorder_point)).toBeCloseTo(reorder_point ?? Number.NaN, 5);
      }
    });
  });
});
