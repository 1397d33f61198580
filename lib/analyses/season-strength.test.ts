import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { dropSet, setNamed } from "@/lib/ingest/testing/drop-set";
import { present } from "@/lib/ingest/testing/real-sets";
import type { Row } from "@/lib/query/result";
import { tell } from "@/lib/std/testing/tell";
import { seasonality } from "./seasonality";
import { rowsOf } from "./testing/ask";
import { buildRelations, type SaleLine } from "./testing/relations";
import { mean, textbookSeason, variance } from "./testing/textbook-season";

if (!present) tell("Real data is not here: seasons are checked on random series alone.");

const indexOf = (row: Row | undefined) =>
  Array.from({ length: 12 }, (_, at) => row?.[`index_${String(at + 1).padStart(2, "0")}`] ?? null);
const near = (value: number | null) => (value === null ? null : expect.closeTo(value, 9));

/** The score and the month indices of every product by its id. */
async function seasons(engine: Engine): Promise<Map<string, Row>> {
  const rows = await rowsOf(engine, seasonality.query, { min_score: 0 });
  return new Map(rows.map((row) => [String(row.product_id), row]));
}

/** The months the data holds from their first day to their last, and of each product its units and squared day's units. */
async function monthsOfSales(engine: Engine) {
  const { rows } = await engine.runText(`
    with days as (select product_id::varchar as product_id, sold_at::date as day, sum(quantity)::double as units from sales group by 1, 2)
    select product_id, strftime(day, '%Y-%m') as month, sum(units) as units, sum(units * units) as squares from days group by 1, 2`);
  const { rows: sold } = await engine.runText(`
    select product_id::varchar as product_id, strftime(sold_at::date, '%Y-%m') as month, count(*) as sales from sales
    where quantity > 0 group by 1, 2`);
  const { rows: open } = await engine.runText(`
    select strftime(sold_at::date, '%Y-%m') as month, count(distinct sold_at::date) as days, min(sold_at)::date as first_day,
      max(sold_at)::date as last_day from sales group by 1 order by 1`);
  const days = new Map(open.map((row) => [String(row.month), Number(row.days)]));
  const [first, last] = [String(open[0]?.first_day), String(open.at(-1)?.last_day)];
  const isLastDay = new Date(Date.parse(last) + 86_400_000).getUTCDate() === 1;
  const months: string[] = [];
  for (let at = first.slice(0, 7); at <= last.slice(0, 7); at = after(at)) months.push(at);
  const complete = months.slice(first.endsWith("-01") ? 0 : 1, isLastDay ? undefined : -1);
  const products = new Map<string, Map<string, { units: number; squares: number }>>();
  for (const row of rows) {
    const own = products.get(String(row.product_id)) ?? new Map();
    products.set(
      String(row.product_id),
      own.set(row.month, { units: Number(row.units), squares: Number(row.squares) }),
    );
  }
  const sales = new Map<string, number>();
  for (const row of sold) {
    if (!complete.includes(String(row.month))) continue;
    sales.set(String(row.product_id), (sales.get(String(row.product_id)) ?? 0) + Number(row.sales));
  }
  return { complete, days, products, sales };
}

function after(month: string): string {
  return new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().slice(0, 7);
}

describe("the strength of a season", () => {
  it("over any 24 months or more is the textbook's, and so are the indices", async () => {
    const engine = await openNodeEngine();
    const length = fc.integer({ min: 24, max: 60 });
    const units = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 60 }) }, fc.constant(0));
    const shops = length.chain((months) =>
      fc.record({
        begins: fc.integer({ min: 0, max: 11 }),
        series: fc.array(fc.array(units, { minLength: months, maxLength: months }), { minLength: 1, maxLength: 12 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(shops, async ({ begins, series }) => {
        const months = series[0]?.length ?? 0;
        const dayOf = (month: number, day: number) =>
          new Date(Date.UTC(2020, begins + month, day)).toISOString().slice(0, 10);
        const ends = [dayOf(0, 1), dayOf(months, 0)].map((sold_at) => ({ sold_at, product_id: "End", quantity: 0 }));
        const lines = series.flatMap((quantities, at) =>
          quantities.map(
            (quantity, month): SaleLine => ({ sold_at: dayOf(month, 15), product_id: `p${at}`, quantity }),
          ),
        );
        await buildRelations(engine, { sales: [...ends, ...lines] });
        const found = await seasons(engine);
        for (const [at, quantities] of series.entries()) {
          const row = found.get(`p${at}`);
          if (quantities.filter((quantity) => quantity > 0).length < 12) expect(row).toBeUndefined();
          else {
            const { strength, index } = textbookSeason(quantities, begins);
            expect(row?.score).toEqual(near(strength));
            expect(indexOf(row)).toEqual(index.map(near));
          }
        }
      }),
      { numRuns: 20, endOnFailure: false },
    );
  });
});

describe.skipIf(!present)("the strength of a season in real sales", () => {
  let engine: NodeEngine;
  beforeAll(async () => {
    engine = await openNodeEngine();
  });

  it("over four years of Superstore is the textbook's for every product with twelve sales", async () => {
    await dropSet(engine, setNamed("superstore"));
    const [found, { complete, products, sales }] = [await seasons(engine), await monthsOfSales(engine)];
    expect(complete.length).toBeGreaterThanOrEqual(24);
    const often = [...products.keys()].filter((id) => (sales.get(id) ?? 0) >= 12);
    expect([...found.keys()].sort()).toEqual(often.sort());
    const unitsOf = (id: string) => complete.map((month) => products.get(id)?.get(month)?.units ?? 0);
    const begins = Number(complete[0]?.slice(5)) - 1;
    for (const [id, row] of found) {
      const { strength, index } = textbookSeason(unitsOf(id), begins);
      expect(row.score, id).toEqual(near(strength));
      expect(indexOf(row), id).toEqual(index.map(near));
    }
    expect(found.size).toBeGreaterThan(10);
    const sold = [...products.keys()].filter((id) => unitsOf(id).reduce((sum, units) => sum + units, 0) > 0);
    for (const row of found.values()) expect(row.left_out).toBe(sold.length - found.size);
  });

  it.skipIf(!present)(
    "over the one year of UCI is how far months lie apart, weighed by the noise of days",
    async () => {
      await dropSet(engine, setNamed("uci-online-retail"));
      const [found, { complete, days, products }] = [await seasons(engine), await monthsOfSales(engine)];
      expect(complete).toHaveLength(12);
      for (const [id, row] of found) {
        const own = complete.map((month) => products.get(id)?.get(month) ?? { units: 0, squares: 0 });
        const units = own.map((month) => month.units);
        const spread = Math.min(Math.sqrt(variance(units)) / mean(units) / 0.5, 1);
        const ofDays = own.map(({ units, squares }, at) => squares - units ** 2 / (days.get(complete[at] ?? "") ?? 1));
        const noise = Math.max(mean(ofDays), mean(units));
        expect(row.score, id).toEqual(near(spread * Math.min(1, variance(units) / (4 * noise)) ** 2));
        expect(indexOf(row)[0], id).toEqual(near((own[1]?.units ?? 0) / mean(units)));
      }
      expect(found.size).toBeGreaterThan(2000);
    },
  );
});
