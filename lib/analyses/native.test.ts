import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import type { Query } from "@/lib/query/query";
import type { Row } from "@/lib/query/result";
import { factsQuery } from "./facts";
import { analyses } from "./registry";
import { rowsOf } from "./testing/ask";
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
import { buildRelations, READINGS, type Shop } from "./testing/relations";

/** What each is asked beside its defaults. */
const ASKED: Readonly<Record<string, readonly Record<string, unknown>[]>> = {
  best_sellers: [{ sort_by: "revenue", limit: 1000 }, { period: "2025-06" }, { category: "Tools" }],
  revenue_contribution: [{ limit: 1000 }, { by: "category" }],
  trends: ["quantity", "profit", "orders", "average_order_value"].flatMap((metric) =>
    ["day", "week", "month", "quarter"].map((grain) => ({ metric, grain, periods: 400 })),
  ),
  seasonality: [{ min_score: 0 }],
  inventory_velocity: [{ window_days: 7 }, { store: "S1" }],
  dead_stock: [{ days_threshold: 0 }, { days_threshold: 30 }],
  profitability: [{ by: "category" }],
};

/** 1,500 lines of 40 products over 30 months, with everything a file can hold; the same every time. */
function madeShop(): Shop {
  let state = 7;
  const next = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
  const some = <T>(value: T) => (next(5) === 0 ? null : value);
  const categories = ["Tools", "Garden", "Toys"];
  const sales = Array.from({ length: 1500 }, () => {
    const product = next(40);
    const quantity = next(12) === 0 ? -1 - next(3) : 1 + next(9);
    return {
      sold_at: `${new Date(Date.UTC(2024, 0, 1 + next(910))).toISOString().slice(0, 10)} ${10 + next(10)}:30:00`,
      product_id: `P${product}`,
      product_name: `Product ${product % 35}`,
      category: some(categories[product % 3] ?? null),
      quantity,
      amount: ((quantity * (100 + product * 37)) / 100).toFixed(2),
      unit_cost: product % 4 === 0 ? some((product * 0.31).toFixed(4)) : null,
      transaction_id: some(`T${next(600)}`),
      customer_id: some(`C${next(90)}`),
      store: some(`S${next(3)}`),
    };
  });
  const inventory = Array.from({ length: 60 }, (_, at) => ({
    product_id: `P${at % 45}`,
    current_stock: next(60) - 5,
    unit_cost: at % 3 === 0 ? "2.25" : null,
    store: `S${next(3)}`,
  }));
  return { sales, inventory, products: [{ product_id: "P1", category: "Toys", unit_cost: "1.5" }] };
}

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
