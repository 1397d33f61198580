import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import type { Query } from "@/lib/query/query";
import type { Row } from "@/lib/query/result";
import { factsQuery } from "./facts";
import { analyses } from "./registry";
import { rowsOf } from "./testing/ask";
import { madeShop } from "./testing/made-shop";
import { type Native, openNative } from "./testing/native";
import {
  isThere,
  loadNorthwindStock,
  loadSales,
  NORTHWIND,
  NORTHWIND_STOCK,
  realPath,
  UCI,
} from "./testing/real-files";
import { buildRelations, READINGS } from "./testing/relations";

/** What each is asked beside its defaults. */
const ASKED: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  best_sellers: [{ sort_by: "revenue", limit: 1000 }, { period: "2025-06" }, { category: "Tools" }],
  revenue_contribution: [{ limit: 1000 }, { by: "category" }, { period: "2025-06" }],
  trends: [
    { category: "Tools", store: "S1" },
    ...["quantity", "profit", "orders", "average_order_value"].flatMap((metric) =>
      ["day", "week", "month", "quarter"].map((grain) => ({ metric, grain, periods: 400 })),
    ),
  ],
  seasonality: [{ min_score: 0 }],
  inventory_velocity: [{ window_days: 7 }, { store: "S1" }],
  dead_stock: [{ days_threshold: 0 }, { days_threshold: 30 }],
  profitability: [{ by: "category" }, { period: "2025-01-10..2025-06-20" }],
  forecast: [{ metric: "quantity", grain: "week" }],
  reorder: [{ service_level: "99", lead_time_days: 60 }, { store: "S1" }],
  price_volume_mix: [{ against: "year_before" }, { grain: "quarter" }, { grain: "year" }],
  category_mix: [{ against: "year_before" }, { grain: "quarter" }, { grain: "year" }],
  returns: [{ limit: 1000 }, { period: "2025-06" }],
  weekday_hour: [{ metric: "quantity" }, { metric: "orders", period: "2025-01-10..2025-06-20" }],
  baskets: [{ sort_by: "confidence", limit: 1000 }],
  cohorts: [{ cohorts: 120 }],
};

/** Scores and turns are doubles: engines may add them up in another order, so the last bit may move rows. */
function settled(rows: readonly Row[]): Row[] {
  const keyed = rows.every((row) => row.rank === undefined && typeof row.product_id === "string");
  const sorted = keyed ? rows.toSorted((a, b) => (String(a.product_id) < String(b.product_id) ? -1 : 1)) : rows;
  return sorted.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        typeof value === "number" ? Number(value.toPrecision(10)) : value,
      ]),
    ),
  );
}

let engine: NodeEngine;
let native: Native;
beforeAll(async () => {
  engine = await openNodeEngine();
  native = await openNative();
});

async function agree(query: Query): Promise<void> {
  for (const given of [{}, ...(ASKED[query.name] ?? [])]) {
    const [here, there] = [await rowsOf(engine, query, given), await native.rows(query, given)];
    expect(settled(here), JSON.stringify(given)).toEqual(settled(there));
  }
}

const queries: readonly Query[] = [...analyses.map((analysis) => analysis.query), factsQuery];

describe.each(READINGS)(
  "the shipped engine and native DuckDB agree, sold_at as $soldAt and texts as $text",
  (reading) => {
    beforeAll(async () => {
      for (const each of [engine, native]) await buildRelations(each, madeShop(), reading);
    });
    it.each(queries)("on $name", agree);
  },
);

describe.each([UCI, NORTHWIND])("the shipped engine and native DuckDB agree over $folder", (spec) => {
  const present = isThere(spec);
  if (!present) it.skip(`needs ${realPath(spec)}, which is not here`);
  beforeAll(async () => {
    if (!present) return;
    await loadSales(engine, spec, await engine.attachPath(realPath(spec), spec.file));
    await loadSales(native, spec, realPath(spec));
    if (spec !== NORTHWIND || !isThere(NORTHWIND_STOCK)) return;
    await loadNorthwindStock(engine, await engine.attachPath(realPath(NORTHWIND_STOCK), NORTHWIND_STOCK.file));
    await loadNorthwindStock(native, realPath(NORTHWIND_STOCK));
  }, 120_000);
  it.runIf(present).each(queries)("on $name", agree);
});
