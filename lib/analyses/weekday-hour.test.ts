import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { toParams } from "@/lib/query/query";
import { ask, cells } from "./testing/ask";
import { buildRelations, READINGS, type SaleLine, type Shop } from "./testing/relations";
import { weekdayHour } from "./weekday-hour";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

/** 1 June 2026 is a Monday; the data ends on the Tuesday of the week after. */
const SALES: readonly SaleLine[] = [
  { sold_at: "2026-06-01 09:30:00", product_id: "Tea", quantity: 2, amount: 10, transaction_id: "a" },
  { sold_at: "2026-06-01 10:05:00", product_id: "Rice", quantity: 1, amount: 6, transaction_id: "a" },
  { sold_at: "2026-06-08 10:59:59", product_id: "Tea", quantity: 3, amount: 14, transaction_id: "b" },
  { sold_at: "2026-06-06 23:00:00", product_id: "Tea", quantity: 4, amount: 40, transaction_id: "c" },
  { sold_at: "2026-06-09 10:00:00", product_id: "Tea", quantity: -1, amount: -5, transaction_id: "d" },
];
const byDay: Shop = { sales: SALES.map((line) => ({ ...line, sold_at: line.sold_at.slice(0, 10) })) };

async function asked(shop: Shop, params: Record<string, unknown> = {}, soldAt: "date" | "timestamp" = "timestamp") {
  await buildRelations(engine, shop, { soldAt });
  return ask(engine, weekdayHour, params);
}

describe("weekdays and hours", () => {
  it("add up what was sold, and average a day over all its dates", async () => {
    const { rows, totals, answer, shown, notes } = await asked({ sales: SALES });
    expect(cells(rows, "weekday", "value", "days", "average", "hour_09", "hour_10", "hour_23")).toEqual([
      ["Monday", "30", 2, "15", "10", "20", "0"],
      ["Tuesday", "-5", 2, "-2.5", "0", "-5", "0"],
      ["Wednesday", "0", 1, "0", "0", "0", "0"],
      ["Thursday", "0", 1, "0", "0", "0", "0"],
      ["Friday", "0", 1, "0", "0", "0", "0"],
      ["Saturday", "40", 1, "40", "0", "0", "40"],
      ["Sunday", "0", 1, "0", "0", "0", "0"],
    ]);
    expect(rows[0]?.share).toBeCloseTo(30 / 65, 12);
    expect(totals).toEqual({ weekday: "Total", value: "65", share: 1, days: 9 });
    expect(answer).toBe("Saturday is the strongest day, £40.00 on average; the busiest hour is 23:00 to 24:00.");
    expect(notes).toEqual([]);
    // Only the hours from the first sale to the last are shown.
    expect(shown.filter((name) => name.startsWith("hour_"))[0]).toBe("hour_09");
    expect(shown.filter((name) => name.startsWith("hour_"))).toHaveLength(15);
  });

  it("count units, and an order when its first line was sold", async () => {
    const units = await asked({ sales: SALES }, { metric: "quantity" });
    expect(cells(units.rows.slice(0, 2), "value", "hour_10")).toEqual([
      ["6", "4"],
      ["-1", "-1"],
    ]);
    const orders = await asked({ sales: SALES }, { metric: "orders" });
    expect(cells(orders.rows.slice(0, 2), "value", "average", "hour_09", "hour_10")).toEqual([
      ["2", "1", "1", "1"],
      ["1", "0.5", "0", "1"],
    ]);
    expect(orders.columns.find((column) => column.name === "value")).toMatchObject({ label: "Orders", unit: "count" });
    expect(orders.columns.find((column) => column.name === "average")?.unit).toBe("rate");
    expect(orders.answer).toBe(
      "Monday and Saturday are the strongest days, 1 order on average; the busiest hour is 10:00 to 11:00.",
    );
  });

  it.each(["date", "timestamp"] as const)("of dates without times are days only, sold_at as %s", async (soldAt) => {
    const { rows, answer, shown, notes } = await asked(byDay, {}, soldAt);
    expect(cells(rows.slice(0, 1), "weekday", "value", "hour_00", "hour_10")).toEqual([["Monday", "30", null, null]]);
    expect(shown.filter((name) => name.startsWith("hour_"))).toEqual([]);
    expect(answer).toBe("Saturday is the strongest day, £40.00 on average.");
    expect(notes).toEqual([
      "The sales have dates but no times, so only days of the week can be told. A file with times adds the hours.",
    ]);
  });

  it("draw a map with times and bars without", async () => {
    const params = toParams(weekdayHour.query, {});
    const timed = await asked({ sales: SALES });
    expect(weekdayHour.chart(params, timed.rows, timed.facts)).toMatchObject({ type: "heat", label: "weekday" });
    const dated = await asked(byDay);
    expect(weekdayHour.chart(params, dated.rows, dated.facts)).toMatchObject({ type: "bars", value: "average" });
  });

  it("of a period average over its days that the data covers", async () => {
    const { rows } = await asked({ sales: SALES }, { period: "2026-05-20..2026-06-07" });
    expect(cells(rows, "weekday", "value", "days").slice(0, 2)).toEqual([
      ["Monday", "16", 1],
      ["Tuesday", "0", 1],
    ]);
    const none = await asked({ sales: SALES }, { period: "2026-06-02..2026-06-04" });
    expect(none.answer).toBe("");
    expect(none.notes).toEqual(["Nothing was sold in this period. Choose another period."]);
    expect(none.totals).toBeNull();
  });

  it("says what is missing", async () => {
    expect((await asked({})).notes).toEqual(["There are no sales yet. Add a sales file to see when people buy."]);
    const loose = { sales: SALES.map((line) => ({ ...line, transaction_id: null })) };
    expect((await asked(loose, { metric: "orders" })).notes).toEqual([
      "Orders are unknown because the file has no transaction or invoice column. Choose revenue.",
    ]);
  });
});

describe.each(READINGS)("over sold_at as $soldAt and texts as $text", (reading) => {
  it("the days of the week are the shop", async () => {
    await buildRelations(engine, { sales: SALES }, reading);
    expect((await ask(engine, weekdayHour)).totals).toMatchObject({ value: "65", days: 9 });
  });
});
