import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import type { Row } from "@/lib/query/result";
import { insights } from "./insights";
import { analysisNamed } from "./registry";
import { ask, cells, rowsOf } from "./testing/ask";
import { madeShop } from "./testing/made-shop";
import { buildRelations, READINGS, type SaleLine, type Shop } from "./testing/relations";
import { shops } from "./testing/shops";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function scoped(shop: Shop, scope: string, params: Record<string, unknown> = {}): Promise<Row[]> {
  await buildRelations(engine, shop);
  return (await rowsOf(engine, insights.query, params)).filter((row) => row.scope === scope);
}

/** One line a month, January to June, so that six months are complete. */
const everyMonth = (product_id: string, amounts: readonly number[]): SaleLine[] =>
  amounts.map((amount, at) => ({ sold_at: `2026-0${at + 1}-15`, product_id, amount, quantity: 1 }));
const ends: SaleLine[] = [
  { sold_at: "2026-01-01", product_id: "End", amount: 0 },
  { sold_at: "2026-06-30", product_id: "End", amount: 0 },
];

describe.each(READINGS)("the facts, sold_at as $soldAt and texts as $text", (reading) => {
  it("of a falling product are its months and the sums of three", async () => {
    await buildRelations(engine, { sales: [...ends, ...everyMonth("Falls", [100, 100, 100, 60, 30, 10])] }, reading);
    const rows = (await rowsOf(engine, insights.query)).filter((row) => row.product === "Falls");
    expect(
      cells(rows, "month_1", "month_2", "month_3", "month_4", "revenue_last_3", "revenue_before_3", "squares_last_3"),
    ).toEqual([["10", "30", "60", "100", "100", "300", 100 + 900 + 3600]]);
    expect(cells(rows, "revenue_year_ago_3", "average_month", "sale_lines")).toEqual([[null, 400 / 6, 6]]);
  });

  it("of a shelf are cover, turns, value and the rank in dead stock", async () => {
    const sales: SaleLine[] = [
      { sold_at: "2026-04-02", product_id: "Fast", quantity: 45, amount: 90 },
      { sold_at: "2026-06-30", product_id: "Fast", quantity: 45, amount: 90 },
      { sold_at: "2026-03-31", product_id: "Dead", quantity: 1, amount: 5 },
      { sold_at: "2026-06-29", product_id: "Out", quantity: 3, amount: 9 },
    ];
    const inventory = [
      { product_id: "Fast", current_stock: 5, unit_cost: 1 },
      { product_id: "Dead", current_stock: 4, unit_cost: "2.5" },
      { product_id: "Never", current_stock: 2, unit_cost: 4 },
      { product_id: "Out", current_stock: -1, unit_cost: 4 },
    ];
    await buildRelations(engine, { sales, inventory }, reading);
    const rows = (await rowsOf(engine, insights.query)).filter((row) => row.scope === "product");
    const shelf = [
      "product",
      "current_stock",
      "units_sold",
      "days_of_cover",
      "turnover_rate",
      "stock_value",
      "dead_rank",
    ];
    expect(cells(rows, ...shelf)).toEqual([
      ["Fast", "5", "90", 5, 73, "5", null],
      ["Out", "-1", "3", 0, null, "-4", null],
      ["Dead", "4", null, null, 0, "10", 1],
      ["Never", "2", null, null, 0, "8", 2],
    ]);
    expect(cells(rows, "window_lines", "window_revenue")[0]).toEqual([2, "180"]);
  });
});

describe("the facts of the shop", () => {
  it("are totals, medians and what lies in class C, each product once", async () => {
    const sales: SaleLine[] = [
      { sold_at: "2026-01-01", product_id: "A", quantity: 8, amount: 80, unit_cost: 5 },
      { sold_at: "2026-01-02", product_id: "B", quantity: 4, amount: 16, unit_cost: 5 },
      { sold_at: "2026-01-03", product_id: "C", quantity: 2, amount: 4 },
      { sold_at: "2026-01-04", product_id: "A", quantity: -1, amount: -10, unit_cost: 5 },
    ];
    const inventory = [
      { product_id: "A", current_stock: 1, unit_cost: 5, store: "North" },
      { product_id: "A", current_stock: 1, unit_cost: 5, store: "South" },
      { product_id: "C", current_stock: 10 },
      { product_id: "D", current_stock: 3, unit_cost: 1 },
    ];
    const [shop] = await scoped({ sales, inventory }, "shop");
    expect(shop).toMatchObject({
      revenue: "90",
      quantity: "13",
      sale_lines: 4,
      returned_amount: "10",
      returned_share: 0.1,
      covered_revenue: "86",
      profit: "31",
      cost_coverage: 86 / 90,
      stock_value: "13",
      c_stock_value: "3",
      products: 3,
      a_products: 2,
      median_revenue: 16,
      median_quantity: 4,
      stock_cost_known: 2 / 3,
      complete_months: 0,
      as_of: "2026-01-04",
    });
  });

  it("count dead stock after the tenth product, by the threshold asked for", async () => {
    const sales = [
      { sold_at: "2026-01-01", product_id: "x" },
      { sold_at: "2026-03-01", product_id: "y" },
    ];
    const inventory = Array.from({ length: 13 }, (_, at) => ({
      product_id: `D${at}`,
      current_stock: 1,
      unit_cost: at === 0 ? null : at,
    }));
    const shop = { sales, inventory };
    expect(cells(await scoped(shop, "shop"), "dead_rest_products", "dead_rest_value", "dead_rest_valued")).toEqual([
      [3, "3", 2],
    ]);
    const stocked = { sales, inventory: [{ product_id: "x", current_stock: 1, unit_cost: 2 }] };
    expect(cells(await scoped(stocked, "product", { dead_after_days: 59 }), "dead_rank")).toContainEqual([null]);
    expect(cells(await scoped(stocked, "product", { dead_after_days: 58 }), "dead_rank")).toContainEqual([1]);
  });

  it("are its last fifteen complete months, the newest first, months without sales as zero", async () => {
    const sales = [
      { sold_at: "2024-12-31", product_id: "x", amount: 1 },
      { sold_at: "2026-02-03", product_id: "x", amount: 7 },
      { sold_at: "2026-05-31", product_id: "x", amount: 9 },
      { sold_at: "2026-06-01", product_id: "x", amount: 5 },
    ];
    const months = await scoped({ sales }, "month");
    expect(months).toHaveLength(15);
    expect(cells(months.slice(0, 4), "month", "revenue")).toEqual([
      ["2026-05-01", "9"],
      ["2026-04-01", "0"],
      ["2026-03-01", "0"],
      ["2026-02-01", "7"],
    ]);
  });
});

/** What a row of insights must share with the cell of that name: theirs to ours. */
const SHARED: readonly [analysis: string, params: Record<string, unknown>, columns: Record<string, string>][] = [
  ["dead_stock", {}, { days_since_sale: "days_since_sale", stock_value: "stock_value", last_sold_on: "last_sold_on" }],
  [
    "inventory_velocity",
    {},
    {
      current_stock: "current_stock",
      daily_rate: "daily_rate",
      days_of_cover: "days_of_cover",
      turnover_rate: "turnover_rate",
    },
  ],
  ["best_sellers", { limit: 1000 }, { rank: "quantity_rank", quantity: "quantity", revenue: "revenue" }],
  ["seasonality", { min_score: 0.3 }, { score: "season_score" }],
];
const number = (value: unknown) =>
  value === null || value === undefined ? null : Number(Number(value).toPrecision(9));

describe("every fact is the one of the cell it came from", () => {
  async function compare(name: string, params: Record<string, unknown>, columns: Record<string, string>) {
    const theirs = new Map(
      (await rowsOf(engine, analysisNamed(name).query, params)).map((row) => [row.product_id, row]),
    );
    const ours = (await rowsOf(engine, insights.query)).filter((row) => row.scope === "product");
    let compared = 0;
    for (const row of ours) {
      const other = theirs.get(row.product_id ?? null);
      if (!other) continue;
      for (const [from, to] of Object.entries(columns)) {
        if (name === "seasonality" && row[to] === null) continue;
        const both = [row[to] ?? null, other[from] ?? null];
        const plain = both.every((value) => value === null || !Number.isNaN(Number(value)));
        expect(plain ? number(both[0]) : both[0], `${row.product} ${to}`).toEqual(plain ? number(both[1]) : both[1]);
        compared += 1;
      }
    }
    return compared;
  }

  it.each(SHARED)("%s", async (name, params, columns) => {
    await buildRelations(engine, madeShop());
    expect(await compare(name, params, columns)).toBeGreaterThan(0);
  });

  it("whatever the shop", async () => {
    await fc.assert(
      fc.asyncProperty(shops, async (shop) => {
        await buildRelations(engine, shop);
        for (const [name, params, columns] of SHARED) await compare(name, params, columns);
        const [facts] = (await rowsOf(engine, insights.query)).filter((row) => row.scope === "shop");
        const [whole] = await rowsOf(engine, analysisNamed("overview").query);
        expect(facts?.revenue ?? null).toBe(whole?.net_revenue ?? null);
        expect(facts?.returned_amount ?? null).toBe(whole?.returned_amount ?? null);
        const [first] = await rowsOf(engine, analysisNamed("revenue_contribution").query, { limit: 1 });
        expect([facts?.products ?? 0, facts?.a_products ?? 0]).toEqual([
          first?.all_products ?? 0,
          first?.a_products ?? 0,
        ]);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });

  it("profit and margin, also by the costs of a list", async () => {
    await buildRelations(engine, madeShop());
    const earned = new Map(
      (await rowsOf(engine, analysisNamed("profitability").query)).map((row) => [row.product, row]),
    );
    const names = (await rowsOf(engine, analysisNamed("best_sellers").query, { limit: 1000 })).map(
      (row) => row.product_name,
    );
    const single = (name: unknown) => names.filter((other) => other === name).length === 1;
    const ours = (await rowsOf(engine, insights.query)).filter((row) => row.scope === "product" && single(row.product));
    expect(ours.length).toBeGreaterThan(5);
    for (const row of ours) {
      const other = earned.get(row.product ?? null);
      expect([number(row.profit), number(row.margin_percent), number(row.cost_coverage)], String(row.product)).toEqual([
        number(other?.profit),
        number(other?.margin_percent),
        number(other?.cost_coverage),
      ]);
    }
  });
});

describe("the next peak", () => {
  const seasonal = (as_of: string): SaleLine[] =>
    Array.from({ length: 12 }, (_, at) => {
      const month = String(at + 1).padStart(2, "0");
      return Array.from({ length: at === 7 ? 40 : 4 }, (_, line) => ({
        sold_at: `2025-${month}-${String(1 + (line % 28)).padStart(2, "0")}`,
        product_id: "Umbrella",
        quantity: 1,
        amount: 10,
      }));
    })
      .flat()
      .concat([{ sold_at: as_of, product_id: "Umbrella", quantity: 1, amount: 10 }]);

  it("is the first day of the next month that stands out, within 120 days", async () => {
    const next = async (as_of: string) => {
      const rows = await scoped({ sales: seasonal(as_of) }, "product");
      return rows.filter((row) => row.season_score !== null).map((row) => row.next_peak_on);
    };
    expect(await next("2026-04-03")).toEqual(["2026-08-01"]);
    expect(await next("2026-04-02")).toEqual([]);
    expect(await next("2026-07-31")).toEqual(["2026-08-01"]);
  });
});

describe("what is missing", () => {
  it("is said, and the rest is judged", async () => {
    await buildRelations(engine, {});
    expect((await ask(engine, insights)).rows).toEqual([]);
    expect((await ask(engine, insights)).notes.join()).toContain("no sales yet");
    await buildRelations(engine, { sales: [...ends] });
    expect((await ask(engine, insights)).notes).toEqual([
      "No stock figures: add an inventory file to see dead stock and restock.",
      "Cost is unknown: add unit costs to see what earns and what loses.",
    ]);
  });
});
