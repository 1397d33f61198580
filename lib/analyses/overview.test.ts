import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { overview } from "./overview";
import { ask, cells } from "./testing/ask";
import { buildRelations, READINGS, type SaleLine, type Shop } from "./testing/relations";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

async function asked(shop: Shop) {
  await buildRelations(engine, shop);
  return ask(engine, overview);
}

const tea = { product_id: "Tea" };
const sales: readonly SaleLine[] = [
  { ...tea, sold_at: "2025-06-01 00:00:00", quantity: 4, amount: 40, transaction_id: "1", customer_id: "Ada" },
  { ...tea, sold_at: "2026-05-31 23:59:59", quantity: 5, amount: 50, transaction_id: "2", customer_id: "Ada" },
  { ...tea, sold_at: "2026-06-01 00:00:00", quantity: 6, amount: 60, transaction_id: "3", customer_id: "Ada" },
  { ...tea, sold_at: "2026-06-02", quantity: -1, amount: -10, transaction_id: "3", customer_id: "Ada" },
  {
    product_id: "Rice",
    sold_at: "2026-06-30 23:59:59",
    quantity: 2,
    amount: 20,
    transaction_id: "4",
    customer_id: "Bob",
  },
  { product_id: "Fee", sold_at: "2026-06-15", quantity: 1, amount: -5 },
  { product_id: "Cake", sold_at: "2026-07-09", quantity: 1, amount: 7, transaction_id: "5" },
];

describe.each(READINGS)("the overview, sold_at as $soldAt and texts as $text", (reading) => {
  it("is net of returns and credits, and sets the last complete month beside its fellows", async () => {
    await buildRelations(engine, { sales }, reading);
    const { rows } = await ask(engine, overview);
    const names = ["scope", "period", "net_revenue", "gross_revenue", "returned_amount", "returned_share", "units"];
    expect(cells(rows, ...names)).toEqual([
      ["all", null, "162", "177", "15", 15 / 177, "18"],
      ["month", "2026-06", "65", "80", "15", 15 / 80, "8"],
      ["previous", "2026-05", "50", "50", "0", 0, "5"],
      ["last_year", "2025-06", "40", "40", "0", 0, "4"],
    ]);
    expect(cells(rows, "orders", "average_order_value", "products", "customers", "lines_without_order")).toEqual([
      [5, "33.4", 4, 2, 1],
      [2, "35", 3, 2, 1],
      [1, "50", 1, 1, 0],
      [1, "40", 1, 1, 0],
    ]);
    for (const row of rows) {
      expect(row).toMatchObject({ first_day: "2025-06-01", as_of: "2026-07-09", complete_months: 13 });
    }
    expect(cells(rows, "is_best_month")).toEqual([[false], [true], [false], [false]]);
  });
});

/** One sale a month, the last on the last day, from January 2026. */
function months(...amounts: number[]): SaleLine[] {
  return amounts.map((amount, month) => ({
    ...tea,
    sold_at: new Date(Date.UTC(2026, month, month === 0 ? 1 : 28)).toISOString().slice(0, 10),
    amount,
  }));
}
const closed = (...amounts: number[]) => [
  ...months(...amounts),
  { ...tea, sold_at: new Date(Date.UTC(2026, amounts.length, 0)).toISOString().slice(0, 10), amount: 0 },
];

describe("the overview", () => {
  it("has no month without a complete one, and none before the first", async () => {
    expect(
      cells((await asked({ sales: [{ ...tea, sold_at: "2026-06-02" }] })).rows, "scope", "complete_months"),
    ).toEqual([["all", 0]]);
    expect(cells((await asked({ sales: closed(5) })).rows, "scope", "period", "complete_months")).toEqual([
      ["all", null, 1],
      ["month", "2026-01", 1],
    ]);
    const short = [
      { ...tea, sold_at: "2026-01-02" },
      { ...tea, sold_at: "2026-03-30" },
    ];
    expect(cells((await asked({ sales: short })).rows, "scope", "period", "net_revenue", "complete_months")).toEqual([
      ["all", null, "2", 1],
      ["month", "2026-02", "0", 1],
    ]);
  });

  it("leaves unknown what the file does not tell", async () => {
    const { rows } = await asked({ sales: closed(5) });
    expect(cells(rows, "orders", "average_order_value", "customers")).toEqual([
      [null, null, null],
      [null, null, null],
    ]);
  });

  it("calls a month the best only when it is above every other", async () => {
    const best = async (...amounts: number[]) => (await asked({ sales: closed(...amounts) })).rows[1]?.is_best_month;
    expect(await best(1, 2, 3)).toBe(true);
    expect(await best(3, 2, 3)).toBe(false);
    expect(await best(3)).toBe(false);
  });

  it("keeps large sums exact", async () => {
    const line = { ...tea, sold_at: "2026-01-01" };
    const { rows } = await asked({
      sales: [
        { ...line, amount: "12345678901234.5678" },
        { ...line, amount: "0.0001" },
      ],
    });
    expect(cells(rows, "net_revenue")).toEqual([["12345678901234.5679"]]);
  });

  it.each<[string, Shop, string]>([
    ["no sales", {}, ""],
    ["one unfinished month", { sales: [{ ...tea, sold_at: "2026-06-02", amount: 1234 }] }, "£1,234 on 2 June 2026."],
    [
      "two unfinished months",
      {
        sales: [
          { ...tea, sold_at: "2026-06-02" },
          { ...tea, sold_at: "2026-07-02" },
        ],
      },
      "£2 in 2 months.",
    ],
    ["one complete month", { sales: closed(5) }, "£5 up to 31 January 2026."],
    ["a rise", { sales: closed(100, 109) }, "£209 in 2 months. February 2026 was 9% above January 2026."],
    ["a fall", { sales: closed(100, 50) }, "£150 in 2 months. February 2026 was 50% below January 2026."],
    ["no change", { sales: closed(100, 100) }, "£200 in 2 months. February 2026 was level with January 2026."],
    [
      "the best month",
      { sales: closed(100, 100, 200) },
      "£400 in 3 months. March 2026 was the best month yet, 100% above February 2026.",
    ],
    ["a year before", { sales }, "£162 in 14 months. June 2026 was the best month yet, 63% above June 2025."],
    ["the best month after nothing", { sales: closed(1, 0, 2) }, "£3 in 3 months. March 2026 was the best month yet."],
    ["a month without sales", { sales: closed(5, 0) }, "£5 in 2 months. Nothing was earned in February 2026."],
    [
      "a month of returns",
      { sales: closed(5, -9) },
      "\u2212£4 in 2 months. In February 2026 more was returned than sold.",
    ],
    ["sales without prices", { sales: closed(0) }, "2 units up to 31 January 2026."],
  ])("answers for %s", async (_, shop, sentence) => {
    expect((await asked(shop)).answer).toBe(sentence);
  });

  it("says what is missing", async () => {
    const customers = "Customers are unknown because the file has no customer column. Add one to count them.";
    const orders = "Orders are unknown because the file has no transaction or invoice column. Add one to see them.";
    expect((await asked({})).notes).toEqual([
      "There are no sales yet. Add a sales file to see revenue, units and trends.",
    ]);
    expect((await asked({ inventory: [{ ...tea, current_stock: 1 }] })).notes).toEqual([
      "There are no sales yet. Add a sales file to see revenue, units and trends. The stock list is here and waits for it.",
    ]);
    expect((await asked({ sales: closed(1) })).notes).toEqual([orders, customers]);
    expect((await asked({ sales: closed(0) })).notes[0]).toBe(
      "All amounts are zero, so only units can be told. Add a total or unit price column, or a product list with prices.",
    );
    expect((await asked({ sales: [{ ...tea, sold_at: "2026-06-02" }] })).notes).toEqual([
      orders,
      customers,
      "No month is complete yet, so nothing is compared: the data has 1 unfinished month.",
    ]);
    expect((await asked({ sales })).notes).toEqual([
      "1 line names no order: it counts in revenue, not in orders or the average order.",
    ]);
  });
});
