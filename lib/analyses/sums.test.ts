import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import type { Row } from "@/lib/query/result";
import { shownParts } from "@/lib/query/shown-parts";
import { decimalFromUnscaled, toDecimal } from "@/lib/std/decimal";
import { sumDecimals } from "@/lib/std/sum-decimals";
import { analysisNamed } from "./registry";
import { rowsOf } from "./testing/ask";
import { buildRelations, type SaleLine, type Shop } from "./testing/relations";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

const FIRST = Date.UTC(2025, 0, 1);
const tenThousandths = (value: number) => decimalFromUnscaled(BigInt(value), 4);

/** Lines over 15 months with money to the last digit it is kept to, returns, credits, gaps and products without a cost. */
const line = fc.record({
  product: fc.integer({ min: 0, max: 30 }),
  day: fc.integer({ min: 0, max: 455 }),
  thousandths: fc.integer({ min: -3000, max: 20_000 }),
  money: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 9_999_999_999 }) },
    fc.integer({ min: -99_999_999, max: 0 }),
  ),
  cost: fc.option(fc.integer({ min: 1, max: 999_999 }), { freq: 3 }),
  hasCategory: fc.boolean(),
});

const shops: fc.Arbitrary<Shop> = fc.array(line, { minLength: 5, maxLength: 120 }).map((lines) => ({
  sales: lines.map(
    ({ product, day, thousandths, money, cost, hasCategory }): SaleLine => ({
      sold_at: new Date(FIRST + day * 86_400_000).toISOString().slice(0, 10),
      product_id: `p${product}`,
      category: hasCategory ? `kind ${product % 4}` : null,
      quantity: decimalFromUnscaled(BigInt(thousandths), 3),
      amount: tenThousandths(money),
      unit_cost: cost === null ? null : tenThousandths(cost),
    }),
  ),
  products: [{ product_id: "p1", category: "kind 1", unit_cost: "0.3333" }],
}));

const asked = (name: string, params: Record<string, unknown> = {}) => rowsOf(engine, analysisNamed(name).query, params);
const sumOf = (rows: readonly Row[], column: string) =>
  sumDecimals(rows.map((row) => (row[column] === null ? null : toDecimal(String(row[column])))));

/** What the lines themselves add up to. */
function totalOf({ sales = [] }: Shop, of: (line: SaleLine) => string | number | null | undefined) {
  return sumDecimals(sales.map((each) => toDecimal(String(of(each) ?? 0))));
}
const isReturn = ({ quantity, amount }: SaleLine) => Number(quantity) < 0 || Number(amount) < 0;

async function forShops<T>(given: fc.Arbitrary<T>, check: (shop: Shop, given: T) => Promise<void>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(shops, given, async (shop, params) => {
      await buildRelations(engine, shop);
      await check(shop, params);
    }),
    { numRuns: 15, endOnFailure: false },
  );
}

const compared = fc.record({
  grain: fc.constantFrom("month", "quarter", "year"),
  against: fc.constantFrom("previous", "year_before"),
});

describe("over any data", () => {
  it("the shares shown, All others among them, add up to 100 percent", async () => {
    const given = fc.record({ limit: fc.integer({ min: 1, max: 40 }), by: fc.constantFrom("product", "category") });
    await forShops(given, async (_, params) => {
      const rows = await asked("revenue_contribution", params);
      const shares = rows.map((row) => row.share as number | null);
      const known = shares.every((share) => share !== null);
      expect(known).toBe(Number(rows[0]?.total) > 0);
      // As written in a table, 94.4%, and with two digits more, 94.44%.
      for (const digits of known ? [3, 4] : []) {
        const units = shownParts(shares, digits).map((share) => Math.round((share ?? Number.NaN) * 10 ** digits));
        expect(units.reduce((sum, each) => sum + each, 0)).toBe(10 ** digits);
      }
    });
  });

  it("the products are the shop to the last digit: best sellers, contribution and profit", async () => {
    await forShops(fc.integer({ min: 1, max: 40 }), async (shop, limit) => {
      const [units, revenue] = [totalOf(shop, (each) => each.quantity), totalOf(shop, (each) => each.amount)];
      const best = await asked("best_sellers", { limit: 1000 });
      expect([sumOf(best, "quantity"), sumOf(best, "revenue")]).toEqual([units, revenue]);
      const rows = await asked("revenue_contribution", { limit });
      expect([sumOf(rows, "revenue"), rows[0]?.total]).toEqual([revenue, revenue]);
      for (const by of ["product", "category"]) {
        const earned = await asked("profitability", { by });
        expect(sumOf(earned, "revenue")).toBe(revenue);
        for (const row of earned.filter((each) => each.profit !== null)) {
          expect(sumDecimals([toDecimal(String(row.cost)), toDecimal(String(row.profit))])).toBe(row.covered_revenue);
        }
      }
    });
  });

  it("what came back and what was sold are the net", async () => {
    await forShops(fc.constant({}), async (shop) => {
      const rows = await asked("returns", { limit: 1000 });
      const back = totalOf(shop, (each) => (isReturn(each) ? each.amount : 0));
      expect(sumDecimals([sumOf(rows, "returned_amount"), back])).toBe("0");
      expect(rows.every((row) => row.all_returned === sumOf(rows, "returned_amount"))).toBe(true);
      const returned = new Set(rows.map((row) => row.product_id));
      const net = sumDecimals([sumOf(rows, "sold_amount"), back]);
      expect(net).toBe(totalOf(shop, (each) => (returned.has(each.product_id) ? each.amount : 0)));
    });
  });

  it("the categories, and the steps from one period to the next, are the periods", async () => {
    await forShops(compared, async ({ sales = [] }, params) => {
      const mix = await asked("category_mix", params);
      const steps = await asked("price_volume_mix", params);
      const month = { month: 1, quarter: 3, year: 12 }[params.grain];
      const revenueFrom = (start: unknown) => {
        const from = new Date(`${start}T00:00:00Z`);
        const until = Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + month, 1);
        const own = sales.filter(({ sold_at }) => Date.parse(sold_at) >= from.getTime() && Date.parse(sold_at) < until);
        return totalOf({ sales: own }, (each) => each.amount);
      };
      const [first] = mix;
      if (first) expect(sumOf(mix, "revenue")).toBe(revenueFrom(first.period_start));
      if (first?.before_start) expect(sumOf(mix, "previous_revenue")).toBe(revenueFrom(first.before_start));
      const [before, after] = [steps[0], steps.at(-1)];
      if (!before || !after) return;
      expect([before.amount, after.amount]).toEqual([
        revenueFrom(before.before_start),
        revenueFrom(before.period_start),
      ]);
      const parts = steps.slice(1, -1);
      expect(sumDecimals([toDecimal(String(before.amount)), sumOf(parts, "amount")])).toBe(after.amount);
    });
  });
});
