import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { toParams } from "@/lib/query/query";
import { forecast } from "./forecast";
import { ask, cells } from "./testing/ask";
import { buildRelations, READINGS, type SaleLine, type Shop } from "./testing/relations";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

const dayOf = (month: number, day: number) => new Date(Date.UTC(2023, month, day)).toISOString().slice(0, 10);

/** What each month from January 2023 on brings, half on its first day, half on its last. */
function shopOf(...months: number[]): Shop {
  const sales = months.flatMap((amount, month): SaleLine[] =>
    [dayOf(month, 1), dayOf(month + 1, 0)].map((sold_at) => ({
      sold_at,
      product_id: "Tea",
      quantity: amount / 20,
      amount: amount / 2,
    })),
  );
  return { sales };
}

async function asked(shop: Shop, params: Record<string, unknown> = {}) {
  await buildRelations(engine, shop);
  return ask(engine, forecast, params);
}

const YEAR = [100, 100, 200, 200, 200, 200, 200, 200, 200, 200, 300, 300];
const LATER = YEAR.map((amount) => amount + 120);

describe.each(READINGS)("the forecast, sold_at as $soldAt and texts as $text", (reading) => {
  it("goes on with a season that repeats, and says what it would have missed", async () => {
    await buildRelations(engine, shopOf(...YEAR, ...YEAR, ...YEAR), reading);
    const { rows, answer, notes, shown } = await ask(engine, forecast);
    expect(rows).toHaveLength(39);
    expect(
      cells(rows.slice(35), "period_start", "value", "low", "high", "same_period_last_year", "observed", "error"),
    ).toEqual([
      ["2025-12-01", "300", null, null, "300", true, null],
      ["2026-01-01", "100", "100", "100", "100", false, 0],
      ["2026-02-01", "100", "100", "100", "100", false, 0],
      ["2026-03-01", "200", "200", "200", "200", false, 0],
    ]);
    expect(rows.at(-1)?.method).toBe("seasonal naive");
    expect(answer).toBe(
      "January 2026 should bring about £100, 67% below the month before, by seasonal naive; in the past it missed by 0% on average.",
    );
    expect(notes).toEqual(["A forecast goes on as before: it knows of no holidays, offers or new products."]);
    expect(shown).toContain("low");
  });
});

describe("the forecast", () => {
  it("goes on as it was tested: with one year, whose test knew no season, nothing is taken from the year before", async () => {
    const { rows } = await asked(shopOf(100, 100, ...Array.from({ length: 10 }, () => 200)));
    const ahead = rows.filter((row) => row.observed === false);
    expect(ahead[0]?.method).toBe("last value");
    expect(cells(ahead, "value")).toEqual([["200"], ["200"], ["200"]]);
  });

  it("is not made from a past without anything above zero, and says so", async () => {
    const { rows, answer, notes, shown } = await asked(shopOf(-20, -20, -40, 0, -20));
    expect([rows.length, answer]).toEqual([5, ""]);
    expect(notes).toEqual([
      "No month of the past is above zero, so there is nothing to go on. Add sales with amounts.",
    ]);
    expect(shown).toEqual(["period_start", "value", "observed"]);
  });

  it("takes Holt-Winters where a season grows, which the year before would miss", async () => {
    const { rows } = await asked(shopOf(...YEAR, ...LATER, ...LATER.map((amount) => amount + 120)), { horizon: 2 });
    expect(rows.slice(36).map((row) => row.method)).toEqual(["Holt-Winters", "Holt-Winters"]);
    // 100 in 2023, 220 in 2024, 340 in 2025: about 460.
    expect(Math.abs(Number(rows[36]?.value) - 460)).toBeLessThan(25);
  });

  it("is written to the cent, from the newest complete period on, and never below zero", async () => {
    const { sales = [] } = shopOf(90, 60, 30, 3);
    const { rows } = await asked({ sales: [...sales, { sold_at: "2023-05-02", product_id: "Tea", amount: 999 }] });
    expect(cells(rows, "period_start", "observed").slice(3, 5)).toEqual([
      ["2023-04-01", true],
      ["2023-05-01", false],
    ]);
    for (const row of rows.slice(4)) expect(String(row.value)).toMatch(/^\d+(\.\d{1,2})?$/);
  });

  it("of units is whole where all units are", async () => {
    const { rows, columns } = await asked(shopOf(100, 120, 80, 100, 140), { metric: "quantity", horizon: 4 });
    for (const row of rows.slice(5)) expect(String(row.value)).toMatch(/^\d+$/);
    expect(columns.find((column) => column.name === "value")).toMatchObject({ label: "Units", unit: "quantity" });
  });

  it("of weeks begins on the Monday after the newest complete week", async () => {
    const sales = Array.from({ length: 40 }, (_, at) => ({ sold_at: dayOf(0, 2 + at), product_id: "Tea", amount: 10 }));
    const { rows, answer } = await asked({ sales }, { grain: "week", horizon: 1 });
    // 2 January 2023 is a Monday; five whole weeks follow it.
    expect(cells(rows.slice(4), "period_start", "value", "observed")).toEqual([
      ["2023-01-30", "70", true],
      ["2023-02-06", "70", false],
    ]);
    expect(answer).toMatch(/^The week from 6 February 2023 should bring about £70, by /);
  });

  it("is drawn as a line whose open part is the forecast", async () => {
    const { rows, facts } = await asked(shopOf(10, 20, 30, 40));
    expect(forecast.chart(toParams(forecast.query, {}), rows, facts)).toMatchObject({
      type: "line",
      complete: "observed",
      open: "forecast",
    });
  });

  it("says what is missing", async () => {
    expect((await asked({})).notes).toEqual([
      "There are no sales yet. Add a sales file to see what is to be expected.",
    ]);
    const few = await asked(shopOf(10, 20, 30));
    expect(few.rows).toHaveLength(3);
    expect(few.answer).toBe("");
    expect(few.notes).toEqual([
      "It takes at least 4 complete months to look ahead, and the data has 3. Add older sales.",
    ]);
    expect((await asked(shopOf(10, 20, 30, 40))).notes.at(-1)).toBe("Two years of sales would let it know the season.");
  });
});
