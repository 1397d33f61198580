import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { toDecimal } from "@/lib/std/decimal";
import { sumDecimals } from "@/lib/std/sum-decimals";
import { analysisNamed } from "./registry";
import { type Asked, ask } from "./testing/ask";
import {
  isThere,
  loadNorthwindStock,
  loadSales,
  NORTHWIND,
  NORTHWIND_STOCK,
  realPath,
  type SalesFile,
  UCI,
  UCI_BY_CODE,
} from "./testing/real-files";

interface Ranked {
  rank: number;
  product: string;
  quantity: string;
  revenue: string;
}

/** Figures computed elsewhere, without DuckDB. */
interface Truth {
  total_revenue: string;
  revenue_positive_quantity_rows: string;
  total_quantity: string;
  distinct_products: number;
  distinct_transactions: number;
  first_date: string;
  last_date: string;
  top10_by_quantity: Ranked[];
  top10_by_revenue: Ranked[];
  top20_revenue_share: string;
  monthly: { month: string; revenue: string; quantity: string; mom_pct: string | null }[];
  days_since_top10: { product: string; last_sale: string; days_since: number }[];
  no_sale_90: number;
}

const truthOf = ({ folder, truth }: SalesFile): Truth =>
  JSON.parse(readFileSync(realPath({ folder, file: truth }), "utf8"));
const rankedOf = ({ rows }: Asked) =>
  rows.map(({ rank, product_name, quantity, revenue }) => ({ rank, product: product_name, quantity, revenue }));
const truthRanks = (rows: readonly Ranked[]) =>
  rows.map(({ rank, product, quantity, revenue }) => ({
    rank,
    product,
    quantity: toDecimal(quantity),
    revenue: toDecimal(revenue),
  }));

describe.each([UCI, UCI_BY_CODE, NORTHWIND])("over $folder, against $truth, computed without DuckDB", (spec) => {
  const present = isThere(spec);
  if (!present) it.skip(`needs ${realPath(spec)}, which is not here`);
  let engine: NodeEngine;
  let truth: Truth;
  beforeAll(async () => {
    if (!present) return;
    engine = await openNodeEngine();
    truth = truthOf(spec);
    await loadSales(engine, spec, await engine.attachPath(realPath(spec), spec.file));
  }, 120_000);
  const about = (name: string, params: Record<string, unknown> = {}) => ask(engine, analysisNamed(name), params);

  it.runIf(present)("the overview is net of returns, to the last digit", async () => {
    const { rows } = await about("overview");
    const [all] = rows;
    expect(all).toMatchObject({
      net_revenue: toDecimal(truth.total_revenue),
      units: toDecimal(truth.total_quantity),
      orders: truth.distinct_transactions,
      products: truth.distinct_products,
      first_day: truth.first_date,
      as_of: truth.last_date,
    });
    const month = truth.monthly.find(({ month }) => month === rows[1]?.period);
    expect(rows[1]).toMatchObject({
      net_revenue: toDecimal(month?.revenue ?? ""),
      units: toDecimal(month?.quantity ?? ""),
    });
  });

  it.runIf(present)("best sellers by units and by revenue", async () => {
    expect(rankedOf(await about("best_sellers"))).toEqual(truthRanks(truth.top10_by_quantity));
    expect(rankedOf(await about("best_sellers", { sort_by: "revenue" }))).toEqual(truthRanks(truth.top10_by_revenue));
  });

  it.runIf(present)("the months, with their changes, the unfinished ones marked", async () => {
    const { rows } = await about("trends", { periods: 400 });
    expect(rows.map((row) => [String(row.period_start).slice(0, 7), row.value])).toEqual(
      truth.monthly.map(({ month, revenue }) => [month, toDecimal(revenue)]),
    );
    rows.forEach((row, index) => {
      const change = truth.monthly[index]?.mom_pct ?? null;
      if (change === null) expect(row.change_percent).toBeNull();
      else expect(row.change_percent).toBeCloseTo(Number(change), 3);
    });
    const unfinished = rows.filter((row) => !row.complete);
    expect(unfinished.map((row) => row.trend)).toEqual(unfinished.map(() => null));
    expect(rows.at(-1)?.complete).toBe(false);
  });

  it.runIf(present)("shares of the whole, which add up to it", async () => {
    const { rows } = await about("revenue_contribution");
    expect(sumDecimals(rows.map((row) => toDecimal(String(row.revenue))))).toBe(toDecimal(truth.total_revenue));
    expect(rows[19]?.cumulative_share).toBeCloseTo(Number(truth.top20_revenue_share), 7);
    expect(rows.reduce((sum, row) => sum + Number(row.share), 0)).toBeCloseTo(1, 9);
    expect(rows[20]).toMatchObject({ product: "All others", rank: null, is_rest: true, cumulative_share: 1 });
  });

  it.runIf(present)("what has not sold for more than 90 days", async () => {
    const { rows, notes } = await about("dead_stock");
    expect(rows).toHaveLength(truth.no_sale_90);
    const longest = truth.days_since_top10.filter(({ days_since }) => days_since > 90);
    expect(rows.slice(0, longest.length).map((row) => [row.product, row.last_sold_on, row.days_since_sale])).toEqual(
      longest.map(({ product, last_sale, days_since }) => [product, last_sale, days_since]),
    );
    expect(notes.join(" ")).toContain("No stock figures");
  });

  it.runIf(present)("every analysis answers, and none claims a profit without costs", async () => {
    for (const name of [
      "overview",
      "best_sellers",
      "revenue_contribution",
      "trends",
      "inventory_velocity",
      "dead_stock",
    ]) {
      expect((await about(name)).answer, name).toMatch(/^[^a-z].*\.$/);
    }
    const { answer, notes, rows } = await about("profitability");
    expect(answer).toBe("");
    expect(rows.every((row) => row.profit === null && row.margin_percent === null)).toBe(true);
    expect(notes.join(" ")).toMatch(/cost is unknown/i);
  });
});

describe("over northwind-mssql with its stock list", () => {
  const present = isThere(NORTHWIND) && isThere(NORTHWIND_STOCK);
  if (!present) it.skip(`needs ${realPath(NORTHWIND_STOCK)}, which is not here`);

  it.runIf(present)(
    "dead stock is what lies on the shelf, its value unknown because only list prices are",
    async () => {
      const engine = await openNodeEngine();
      await loadSales(engine, NORTHWIND, await engine.attachPath(realPath(NORTHWIND), NORTHWIND.file));
      await loadNorthwindStock(engine, await engine.attachPath(realPath(NORTHWIND_STOCK), NORTHWIND_STOCK.file));
      const { rows, notes, answer } = await ask(engine, analysisNamed("dead_stock"));
      const { inventory } = JSON.parse(readFileSync(realPath({ ...NORTHWIND, file: NORTHWIND.truth }), "utf8"));
      expect(rows.map((row) => row.product).sort()).toEqual(inventory.dead_stock);
      expect(rows.map((row) => row.stock_value)).toEqual([null, null, null]);
      expect(notes.join(" ")).toMatch(/cost is unknown/i);
      expect(answer).toMatch(/^3 products with \d+ units in stock did not sell for more than 90 days\.$/);
      const velocity = await ask(engine, analysisNamed("inventory_velocity"));
      const units = sumDecimals(velocity.rows.map((row) => toDecimal(String(row.current_stock))));
      expect(units).toBe(toDecimal(inventory.total_units));
      expect(velocity.notes.join(" ")).toMatch(/cost is unknown/i);
    },
  );
});
