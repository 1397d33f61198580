import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { toParams } from "@/lib/query/query";
import { ask, cells } from "./testing/ask";
import { buildRelations, READINGS, type SaleLine, type Shop } from "./testing/relations";
import { trends } from "./trends";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function asked(shop: Shop, params: Record<string, unknown> = {}) {
  await buildRelations(engine, shop);
  return ask(engine, trends, params);
}

/** One line a day: `["2026-01-31", 100]`. */
function takings(...days: [day: string, amount: number][]): { sales: SaleLine[] } {
  return { sales: days.map(([sold_at, amount]) => ({ sold_at, product_id: "Tea", amount })) };
}

/** From the first to the last day of as many months from January 2026 as there are amounts. */
function months(...amounts: number[]): { sales: SaleLine[] } {
  const lastDay = (month: number) => new Date(Date.UTC(2026, month + 1, 0)).toISOString().slice(0, 10);
  const days = amounts.map((amount, month): [string, number] => [lastDay(month), amount]);
  return takings(["2026-01-01", 0], ...days);
}

describe.each(READINGS)("trends, sold_at as $soldAt and texts as $text", (reading) => {
  it("gives every month, marks the unfinished ones, and judges only between complete neighbours", async () => {
    const shop = takings(
      ["2025-12-02", 500],
      ["2026-01-15", 100],
      ["2026-02-28", 150],
      ["2026-04-30", 60],
      ["2026-05-03", 5],
    );
    await buildRelations(engine, shop, reading);
    const { rows } = await ask(engine, trends);
    expect(cells(rows, "period_start", "value", "previous_value", "change_percent", "trend", "complete")).toEqual([
      ["2025-12-01", "500", null, null, null, false],
      ["2026-01-01", "100", "500", -80, null, true],
      ["2026-02-01", "150", "100", 50, "up", true],
      ["2026-03-01", "0", "150", -100, "down", true],
      ["2026-04-01", "60", "0", null, "up", true],
      ["2026-05-01", "5", "60", expect.closeTo(-91.6667, 4), null, false],
    ]);
  });

  it("lays the stretch before behind each period, and the chart takes it where no year before is known", async () => {
    await buildRelations(engine, months(10, 20, 30, 40), reading);
    const { rows, facts } = await ask(engine, trends, { periods: 2 });
    expect(trends.chart(toParams(trends.query, { periods: 2 }), rows, facts)).toMatchObject({
      ghost: "stretch_before",
      against: "2 months before",
    });
    expect(cells(rows, "period_start", "value", "stretch_before")).toEqual([
      ["2026-03-01", "30", "10"],
      ["2026-04-01", "40", "20"],
    ]);
  });

  it("weeks begin on Monday, and their year before is 52 weeks earlier", async () => {
    // 29 December 2025 is the Monday of ISO week 1 of 2026; 30 December 2024 of week 1 of 2025.
    const shop = takings(
      ["2024-12-30", 40],
      ["2025-12-28", 10],
      ["2025-12-29", 20],
      ["2026-01-04", 30],
      ["2026-01-05", 1],
    );
    await buildRelations(engine, shop, reading);
    const { rows } = await ask(engine, trends, { grain: "week", periods: 3 });
    expect(cells(rows, "period_start", "value", "same_period_last_year", "yoy_percent", "complete")).toEqual([
      ["2025-12-22", "10", null, null, true],
      ["2025-12-29", "50", "40", 25, true],
      ["2026-01-05", "1", "0", null, false],
    ]);
  });

  it("counts orders, and averages them over the lines that name one", async () => {
    const line = { product_id: "Tea", amount: 10 };
    const sales = [
      { ...line, sold_at: "2026-01-01", transaction_id: "a" },
      { ...line, sold_at: "2026-01-31", transaction_id: "a" },
      { ...line, sold_at: "2026-01-31", transaction_id: "b" },
      { ...line, sold_at: "2026-02-11" },
      { ...line, sold_at: "2026-04-30", transaction_id: "c" },
    ];
    await buildRelations(engine, { sales }, reading);
    const orders = await ask(engine, trends, { metric: "orders" });
    expect(cells(orders.rows, "value")).toEqual([["2"], [null], ["0"], ["1"]]);
    const average = await ask(engine, trends, { metric: "average_order_value" });
    expect(cells(average.rows, "value", "trend")).toEqual([
      ["15", null],
      [null, null],
      [null, null],
      ["10", null],
    ]);
    expect(average.columns.find((column) => column.name === "value")).toMatchObject({
      label: "Average order",
      unit: "money",
    });
    expect(orders.columns.find((column) => column.name === "value")).toMatchObject({ label: "Orders", unit: "count" });
  });

  it("profit counts lines with a known cost only: their own, else the catalogue's", async () => {
    const sales = [
      { sold_at: "2026-01-01", product_id: "Tea", quantity: 2, amount: 20, unit_cost: 4 },
      { sold_at: "2026-01-31", product_id: "Rice", quantity: 3, amount: 30 },
      { sold_at: "2026-01-31", product_id: "Cake", quantity: 1, amount: 1000 },
      { sold_at: "2026-02-02", product_id: "Cake", quantity: 1, amount: 1000 },
      { sold_at: "2026-03-31", product_id: "Tea", quantity: -1, amount: -10 },
      { sold_at: "2026-04-01", product_id: "Rice", quantity: 1, amount: 1 },
    ];
    await buildRelations(engine, { sales, products: [{ product_id: "Rice", unit_cost: "2.5" }] }, reading);
    const { rows } = await ask(engine, trends, { metric: "profit" });
    expect(cells(rows, "value")).toEqual([["34.5"], [null], [null], ["-1.5"]]);
  });
});

describe("trends", () => {
  it("by quarter and by day follow the calendar, and compare with the year before", async () => {
    const shop = takings(["2025-01-01", 80], ["2025-06-30", 0], ["2026-02-28", 100], ["2026-03-31", 20]);
    const quarters = await asked(shop, { grain: "quarter", periods: 2 });
    expect(cells(quarters.rows, "period_start", "value", "same_period_last_year", "yoy_percent", "complete")).toEqual([
      ["2025-10-01", "0", null, null, true],
      ["2026-01-01", "120", "80", 50, true],
    ]);
    const days = await asked(shop, { grain: "day", periods: 400 });
    expect(days.rows).toHaveLength(400);
    expect(days.rows[0]).toMatchObject({ period_start: "2025-02-25", value: "0" });
    expect(days.rows.at(-1)).toMatchObject({ period_start: "2026-03-31", value: "20", complete: true });
  });

  it("a change of exactly the limit is steady, of more is not", async () => {
    const steady = await asked(months(50, 51, 49.98), { stable_within: 0.02 });
    expect(cells(steady.rows, "trend")).toEqual([[null], ["stable"], ["stable"]]);
    const moved = await asked(months(50, 51.01, 49.98), { stable_within: 0.02 });
    expect(cells(moved.rows, "trend")).toEqual([[null], ["up"], ["down"]]);
    // 0.29 * 100 is a little less than 29 in doubles.
    expect(cells((await asked(months(100, 129), { stable_within: 0.29 })).rows, "trend")).toEqual([[null], ["stable"]]);
  });

  it("a fall below zero is measured on the size before", async () => {
    const { rows } = await asked(months(-50, -100, 25));
    expect(cells(rows, "value", "change_percent", "trend")).toEqual([
      ["-50", null, null],
      ["-100", -100, "down"],
      ["25", 125, "up"],
    ]);
  });

  it("keep large sums exact", async () => {
    const { rows } = await asked({
      sales: [
        { sold_at: "2026-01-01", product_id: "Tea", amount: "12345678901234.5678" },
        { sold_at: "2026-01-31", product_id: "Tea", amount: "0.0001" },
      ],
    });
    expect(cells(rows, "value")).toEqual([["12345678901234.5679"]]);
  });

  it("have no rows without sales", async () => {
    const { rows, answer, notes } = await asked({});
    expect({ rows, answer, notes }).toEqual({
      rows: [],
      answer: "",
      notes: ["There are no sales yet. Add a sales file to see how they develop."],
    });
  });

  it.each<[string, Shop, Record<string, unknown>, string]>([
    ["mostly up", months(1, 2, 3, 4, 2, 3, 6), {}, "Up in 5 of the last 6 months, most recently up 100%."],
    ["all up", months(1, 2, 3), {}, "Up in all of the last 2 months, most recently up 50%."],
    ["falling", months(30, 20, 10), {}, "Down in all of the last 2 months, most recently down 50%."],
    ["a draw", months(10, 20, 10), {}, "Up in 1 and down in 1 of the last 2 months, most recently down 50%."],
    ["steady", months(10, 10, 10), {}, "Steady in all of the last 2 months."],
    ["mostly steady", months(10, 10, 10, 20), {}, "Steady in 2 of the last 3 months, most recently up 100%."],
    ["from nothing", months(0, 0, 10), {}, "Up in 1 of the last 2 months."],
    ["one change", months(100, 109), {}, "Up 9% in February 2026."],
    ["one steady change", months(100, 100), {}, "Steady in February 2026."],
    [
      "an unfinished month",
      { sales: [...months(1, 2, 3).sales, { sold_at: "2026-04-10", product_id: "Tea" }] },
      {},
      "Up in all of the last 2 months, most recently up 50%; April 2026 is not complete and does not count.",
    ],
    [
      "an unfinished week",
      takings(["2026-06-01", 1], ["2026-06-08", 2], ["2026-06-15", 3]),
      { grain: "week" },
      "Up 100% in the week from 8 June 2026; the week from 15 June 2026 is not complete and does not count.",
    ],
    ["days", takings(["2026-06-01", 1], ["2026-06-02", 2]), { grain: "day" }, "Up 100% on 2 June 2026."],
    ["one complete month", months(5), {}, "Only January 2026 is complete, so there is nothing to compare yet."],
    [
      "one unfinished month",
      takings(["2026-06-02", 1]),
      {},
      "June 2026 is not complete, so there is nothing to compare yet.",
    ],
    [
      "one unfinished week",
      takings(["2026-06-02", 1]),
      { grain: "week" },
      "The week from 1 June 2026 is not complete, so there is nothing to compare yet.",
    ],
    [
      "two unfinished months",
      takings(["2026-06-02", 1], ["2026-07-02", 1]),
      {},
      "No month is complete yet, so there is nothing to compare.",
    ],
    ["a metric without data", months(1, 2, 3), { metric: "profit" }, ""],
  ])("answer for %s", async (_, shop, params, sentence) => {
    expect((await asked(shop, params)).answer).toBe(sentence);
  });

  it("tell apart periods that cannot be compared", async () => {
    const order = (sold_at: string, amount: number, transaction_id: string | null) => ({
      sold_at,
      product_id: "Tea",
      amount,
      transaction_id,
    });
    const { answer } = await asked(
      {
        sales: [
          order("2026-01-01", 10, "a"),
          order("2026-02-10", 20, "b"),
          order("2026-03-10", 20, null),
          order("2026-04-10", 10, "c"),
          order("2026-05-31", 20, "d"),
        ],
      },
      { metric: "average_order_value" },
    );
    expect(answer).toBe("Up in all of 2 months that can be compared, most recently up 100%.");
  });

  it("of one category and store are over the periods of all the data, complete as it is", async () => {
    const line = { product_id: "Tea", category: "Drinks", store: "North" };
    const sales = [
      { ...line, sold_at: "2026-01-01", amount: 5 },
      { ...line, sold_at: "2026-02-03", amount: 7, category: null },
      { ...line, sold_at: "2026-02-04", amount: 90, store: "South" },
      { ...line, sold_at: "2026-03-31", amount: 800, product_id: "Rice", category: "Food" },
    ];
    const of = async (params: Record<string, unknown>) =>
      cells((await asked({ sales }, params)).rows, "value", "complete");
    expect(await of({ category: "Drinks", store: "North" })).toEqual([
      ["5", true],
      ["7", true],
      ["0", true],
    ]);
    expect((await of({ store: "South" })).map(([value]) => value)).toEqual(["0", "90", "0"]);
    expect((await of({ category: "Food" })).map(([value]) => value)).toEqual(["0", "0", "800"]);
    expect((await asked({ sales }, { category: "Toys" })).notes).toEqual([
      "Nothing was sold of this product, category or store. Choose another.",
    ]);
  });

  it("of one product are its own lines in every store", async () => {
    const sales = [
      { product_id: "T1", product_name: "Tea", sold_at: "2026-01-01", amount: 5, store: "North" },
      { product_id: "T1", product_name: "Tea", sold_at: "2026-02-28", amount: 7, store: "South" },
      { product_id: "T2", product_name: "Tea", sold_at: "2026-02-28", amount: 90, store: "South" },
    ];
    const of = async (params: Record<string, unknown>) => cells((await asked({ sales }, params)).rows, "value").flat();
    expect(await of({ product: "T1" })).toEqual(["5", "7"]);
    expect(await of({ product: "T1", store: "South" })).toEqual(["0", "7"]);
    expect(await of({ product: "Tea" })).toEqual(["0", "0"]);
  });

  it("say what is missing", async () => {
    const year = "There is no year before to compare with yet.";
    expect((await asked(months(1, 2))).notes).toEqual([year]);
    expect((await asked(takings(["2026-01-02", 1]))).notes).toEqual([
      "Incomplete periods are dashed and left out of the trend: the data does not cover all of their days.",
      year,
    ]);
    expect((await asked(takings(["2025-01-01", 1], ["2026-01-31", 1]))).notes).toEqual([]);
    expect((await asked(months(1), { metric: "profit" })).notes).toEqual([
      "Profit cannot be told because cost is unknown. Add a cost column, or an inventory file with unit costs.",
    ]);
    expect((await asked(months(1), { metric: "orders" })).notes).toEqual([
      "Orders are unknown because the file has no transaction or invoice column. Add one, or choose revenue.",
    ]);
  });
});
