import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deadStock } from "@/lib/analyses/dead-stock";
import { insights } from "@/lib/analyses/insights";
import { overview } from "@/lib/analyses/overview";
import { seasonality } from "@/lib/analyses/seasonality";
import { rowsOf } from "@/lib/analyses/testing/ask";
import { madeShop } from "@/lib/analyses/testing/made-shop";
import { buildRelations, READINGS } from "@/lib/analyses/testing/relations";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { KEPT_TABLES, keepRows, sharedViews } from "./shared-relations";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

/** What the analyses that share relations say. */
const said = async () => ({
  seasonality: await rowsOf(engine, seasonality.query, { min_score: 0 }),
  dead_stock: await rowsOf(engine, deadStock.query, { days_threshold: 0 }),
  insights: await rowsOf(engine, insights.query),
});

const readsTable = async (view: string) => {
  const { rows } = await engine.runText(`select sql from duckdb_views() where view_name = '${view}'`);
  return String(rows[0]?.sql).includes(`kept_${view}`);
};

describe.each(READINGS)("rows kept of a shared view, sold_at as $soldAt and texts as $text", (reading) => {
  beforeEach(() => buildRelations(engine, madeShop(), reading));

  it("are those of the view, also when they are kept twice", async () => {
    const before = await said();
    expect(before.seasonality.length).toBeGreaterThan(10);
    for (const view of sharedViews(insights.query.text)) {
      await keepRows(engine, view);
      await keepRows(engine, view);
      expect(await readsTable(view)).toBe(true);
    }
    expect(await said()).toEqual(before);
  });

  it("are read no more once the view is defined again over other data", async () => {
    for (const view of sharedViews(insights.query.text)) await keepRows(engine, view);
    const shop = madeShop();
    await buildRelations(engine, { ...shop, sales: shop.sales.slice(0, 900) }, reading);
    const fresh = await said();
    for (const view of sharedViews(insights.query.text)) expect(await readsTable(view)).toBe(false);
    await engine.execute(KEPT_TABLES.map((name) => `drop table ${name}`).join(";\n"));
    expect(await said()).toEqual(fresh);
  });
});

describe("shared views", () => {
  it("are those that a query reads by name or through another view", () => {
    expect(sharedViews(seasonality.query.text)).toEqual(["product_seasons"]);
    expect(sharedViews(deadStock.query.text)).toEqual(["product_sales"]);
    expect(sharedViews(insights.query.text)).toEqual(["product_sales", "product_months", "product_seasons"]);
    expect(sharedViews(overview.query.text)).toEqual([]);
    expect(sharedViews("from coming_seasons")).toEqual(["product_seasons"]);
    expect(sharedViews("from latest_months")).toEqual(["product_months"]);
    expect(sharedViews("select 1 as my_product_sales_2")).toEqual([]);
  });
});
