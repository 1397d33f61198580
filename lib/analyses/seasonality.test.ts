import { beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import type { Row } from "@/lib/query/result";
import { seasonality } from "./seasonality";
import { ask, cells } from "./testing/ask";
import { buildRelations, READINGS, type SaleLine } from "./testing/relations";
import { mean, textbookSeason } from "./testing/textbook-season";

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

const INDEX = Array.from({ length: 12 }, (_, at) => `index_${String(at + 1).padStart(2, "0")}`);
const indexOf = (row: Row | undefined) => INDEX.map((name) => row?.[name] ?? null);
const dayOf = (month: number, day: number) => new Date(Date.UTC(2023, month, day)).toISOString().slice(0, 10);

/** Products with half of each month's units on its first day and half on its last, from January 2023 on. */
function shopOf(products: Record<string, readonly number[]>): { sales: SaleLine[] } {
  const months = Math.max(...Object.values(products).map((quantities) => quantities.length));
  const open = [dayOf(0, 1), dayOf(months, 0)].map((sold_at) => ({ sold_at, product_id: "Nothing", quantity: 0 }));
  const sold = Object.entries(products).flatMap(([product_id, quantities]) =>
    quantities.flatMap((quantity, month) =>
      quantity === 0
        ? []
        : [dayOf(month, 1), dayOf(month + 1, 0)].map((sold_at) => ({ sold_at, product_id, quantity: quantity / 2 })),
    ),
  );
  return { sales: [...open, ...sold] };
}

async function asked(shop: { sales: SaleLine[] }, params: Record<string, unknown> = { min_score: 0 }) {
  await buildRelations(engine, shop);
  return ask(engine, seasonality, params);
}

const YEAR = [5, 5, 10, 10, 10, 10, 10, 10, 10, 10, 15, 15];
const times = (years: number) => Array.from({ length: years }, () => YEAR).flat();

describe.each(READINGS)("seasonality, sold_at as $soldAt and texts as $text", (reading) => {
  it("of part of a year is how far the months lie from their mean; months not seen have no index", async () => {
    await buildRelations(engine, shopOf({ Tea: [50, 150, 50, 150, 100, 100] }), reading);
    const { rows } = await ask(engine, seasonality);
    expect(cells(rows, "product", "evidence", "peak_months", "low_months", "months_observed", "quantity")).toEqual([
      ["Tea", "part of a cycle", "Feb, Apr", "Jan, Mar", 6, 600],
    ]);
    expect(rows[0]?.score).toBeCloseTo(Math.sqrt(10_000 / 6) / 100 / 0.5, 12);
    expect(indexOf(rows[0])).toEqual([0.5, 1.5, 0.5, 1.5, 1, 1, null, null, null, null, null, null]);
  });

  it("of a season that repeats for three years is 1, with the season as index", async () => {
    await buildRelations(engine, shopOf({ Tea: times(3), Rice: times(3).map(() => 7) }), reading);
    const { rows } = await ask(engine, seasonality, { min_score: 0 });
    expect(cells(rows, "product", "score", "evidence", "peak_months", "low_months", "months_observed")).toEqual([
      ["Tea", 1, "two cycles or more", "Nov, Dec", "Jan, Feb", 36],
      ["Rice", 0, "two cycles or more", null, null, 36],
    ]);
    expect(indexOf(rows[0])).toEqual(YEAR.map((quantity) => expect.closeTo(quantity / 10, 12)));
    expect(indexOf(rows[1])).toEqual(YEAR.map(() => expect.closeTo(1, 12)));
  });
});

describe("seasonality", () => {
  it.each([24, 25, 30, 36, 47, 60])("over %d uneven months is the strength of the textbook", async (months) => {
    const series = Array.from({ length: months }, (_, t) => 20 + t + (YEAR[t % 12] ?? 0) + ((t * 37) % 11));
    const { rows } = await asked(shopOf({ Tea: series }));
    const { strength, index } = textbookSeason(series);
    expect(rows[0]?.score).toBeCloseTo(strength, 9);
    expect(indexOf(rows[0])).toEqual(index.map((value) => expect.closeTo(Number(value), 9)));
    expect(mean(index.map(Number))).toBeCloseTo(1, 12);
  });

  it("over 13 to 23 months takes the mean of a calendar month seen twice", async () => {
    const { rows } = await asked(shopOf({ Tea: [30, ...Array.from({ length: 11 }, () => 10), 10] }));
    expect(cells(rows, "evidence", "months_observed", "peak_months")).toEqual([["one cycle only", 13, "Jan"]]);
    // January: 20 on average; all calendar months: (20 + 11 * 10) / 12.
    expect(rows[0]?.index_01).toBeCloseTo(20 / (130 / 12), 12);
    expect(rows[0]?.index_02).toBeCloseTo(10 / (130 / 12), 12);
  });

  it("leaves out months that are not complete", async () => {
    const { sales } = shopOf({ Tea: [1, 1, 1, 1, 1, 1] });
    const before = { sold_at: "2022-12-31", product_id: "Tea", quantity: 1000 };
    const after = { sold_at: "2023-07-30", product_id: "Tea", quantity: 1000 };
    const { rows } = await asked({ sales: [before, ...sales, after] });
    expect(cells(rows, "product", "score", "months_observed", "quantity")).toEqual([["Tea", 0, 6, 6]]);
  });

  it("names up to three months, those that tie in the order of the year", async () => {
    const { rows } = await asked(shopOf({ Tea: [40, 0, 40, 0, 40, 0, 40, 0, 50, 1, 10, 10] }));
    expect(cells(rows, "peak_months", "low_months")).toEqual([["Sep, Jan, Mar", "Feb, Apr, Jun"]]);
  });

  it("does not score what was returned as much as it sold, nor what only sold in unfinished months", async () => {
    const { sales } = shopOf({ Tea: [5, -5, 0, 0, 0, 0], Rice: [90, 10, 10, 10, 10, 10] });
    const late = { sold_at: "2023-07-02", product_id: "Late" };
    expect(cells((await asked({ sales: [...sales, late] })).rows, "product")).toEqual([["Rice"]]);
  });

  it("stays silent about a year in which nothing sold", async () => {
    const gap = [...times(1), ...YEAR.map(() => 0), ...times(1)];
    const { rows } = await asked(shopOf({ Tea: gap, Rice: times(3) }));
    expect(cells(rows, "product")).toEqual([["Rice"], ["Tea"]]);
    for (const row of rows) expect(Number(row.score)).toBeLessThanOrEqual(1);
  });

  it("takes rounding for no season", async () => {
    // A third of a unit every month: the ratios differ from 1 in the last digits only.
    const { rows } = await asked(shopOf({ Tea: Array.from({ length: 31 }, () => 0.333) }));
    expect(cells(rows, "score", "peak_months", "low_months")).toEqual([[0, null, null]]);
  });

  it("finds no season in what sold only at the ends, where there is no moving average to compare with", async () => {
    const { sales } = shopOf({ Tea: Array.from({ length: 24 }, (_, t) => (t === 1 ? -50 : 0)) });
    const first = Array.from({ length: 12 }, () => ({ sold_at: "2023-01-01", product_id: "Tea", quantity: 5 }));
    const { rows } = await asked({ sales: [...sales, ...first] });
    expect(cells(rows, "product", "score", "peak_months")).toEqual([["Tea", 0, null]]);
    expect(indexOf(rows[0])).toEqual(YEAR.map(() => null));
  });

  it("has no index where more was returned than sold", async () => {
    const series = Array.from({ length: 30 }, (_, t) => (t === 14 ? -12 : t === 15 ? 11 : 0));
    const first = Array.from({ length: 10 }, () => ({ sold_at: "2023-01-01", product_id: "Tea", quantity: 40 }));
    const [tea] = (await asked({ sales: [...shopOf({ Tea: series }).sales, ...first] })).rows;
    expect(tea?.score).toBe(0);
    for (const value of indexOf(tea)) expect(value === null || Math.abs(Number(value)) < 100).toBe(true);
  });

  it("leaves out what had fewer than twelve sales in two years or more, and says so", async () => {
    const two = Array.from({ length: 48 }, (_, t) => (t === 20 ? 9 : 0));
    const christmas = Array.from({ length: 48 }, (_, t) => (t % 12 > 9 ? 9 : 0)); // two sales a month
    const twelfth = { sold_at: "2026-12-05", product_id: "Eleven", quantity: 1 };
    const eleven = Array.from({ length: 48 }, (_, t) => (t % 12 === 11 || t === 0 ? 9 : 0)); // ten sales
    const { sales } = shopOf({ Two: two, Candles: christmas, Eleven: eleven });
    const { rows, notes } = await asked({ sales: [...sales, twelfth] });
    expect(cells(rows, "product", "score", "peak_months", "left_out")).toEqual([["Candles", 1, "Nov, Dec", 2]]);
    expect(notes).toEqual(["2 products with fewer than 12 sales are left out: so few cannot tell a season."]);
    const enough = await asked({ sales: [...sales, twelfth, twelfth] });
    expect(cells(enough.rows, "product", "left_out")).toEqual([
      ["Candles", 1],
      ["Eleven", 1],
    ]);
    expect(enough.notes).toEqual(["1 product with fewer than 12 sales is left out: so few cannot tell a season."]);
  });

  it.each<[string, readonly number[], number]>([
    // Four units a month: counting alone makes sd 2. Variance 4 = noise, so the score is 1 * (1 / 4)^2.
    ["as much as counting alone", [2, 6, 2, 6, 2, 6], 1 / 16],
    // Sd 4 is two standard deviations of noise: from here on the score is that of the spread alone.
    ["two standard deviations", [0, 8, 0, 8, 0, 8], 1],
    // CV 0.25 of 16 units: half the spread, a quarter of the noise that must be passed.
    ["a little, of more", [12, 20, 12, 20, 12, 20], 0.5 / 16],
  ])("below two cycles does not take noise for a season: %s", async (_, series, score) => {
    const { rows } = await asked(shopOf({ Tea: series }));
    expect(rows[0]?.score).toBeCloseTo(score, 12);
  });

  it("below two cycles takes one large order for noise, and the same units day by day for a season", async () => {
    const days = Array.from({ length: 181 }, (_, day) => ({
      sold_at: new Date(Date.UTC(2023, 0, 1 + day)).toISOString().slice(0, 10),
      quantity: 1,
    }));
    const march = days.filter(({ sold_at }) => sold_at.startsWith("2023-03"));
    const { rows } = await asked({
      sales: [
        ...days.map((day) => ({ ...day, product_id: "Daily" })),
        ...march.map((day) => ({ ...day, product_id: "Daily", quantity: 9 })),
        ...days.map((day) => ({ ...day, product_id: "Once" })),
        { sold_at: "2023-03-15", product_id: "Once", quantity: 279 },
      ],
    });
    // Both sold 31, 28, 310, 30, 31 and 30 units.
    expect(cells(rows, "product", "quantity", "peak_months")).toEqual([
      ["Daily", 460, "Mar"],
      ["Once", 460, "Mar"],
    ]);
    expect(rows[0]?.score).toBe(1);
    // Noise: (280^2 + 30 - 310^2 / 31) / 6; variance of the six months by hand.
    const variance = (31 ** 2 + 28 ** 2 + 310 ** 2 + 30 ** 2 + 31 ** 2 + 30 ** 2) / 6 - (460 / 6) ** 2;
    expect(rows[1]?.score).toBeCloseTo((variance / 4 / ((280 ** 2 + 30 - 310 ** 2 / 31) / 6)) ** 2, 9);
  });

  it("orders by score, then units, then name, and keeps what reaches the minimum", async () => {
    const flat = YEAR.map(() => 1);
    const year = YEAR.map((quantity) => 10 * quantity);
    const shop = shopOf({ B: year, A: year, C: year.map((quantity) => 2 * quantity), Flat: flat });
    expect(cells((await asked(shop)).rows, "product")).toEqual([["C"], ["A"], ["B"], ["Flat"]]);
    expect(cells((await asked(shop, {})).rows, "product")).toEqual([["C"], ["A"], ["B"]]);
  });

  const half = [10, 10, 10, 10, 10, 70];
  it.each<[string, Record<string, readonly number[]>, string]>([
    ["one product", { Tea: half }, "Tea stands out in June."],
    [
      "more",
      { Tea: half, Rice: [30, 30, 10, 10, 10, 10] },
      "2 products have months that stand out; Tea most of all, in June.",
    ],
    ["several months", { Tea: [50, 10, 50, 10, 10, 50] }, "Tea stands out in January, March and June."],
    ["no peak", { Tea: [1, 1, 1, 1, 1, 1] }, "No product has a month that stands out."],
    ["too few months", { Tea: [1, 1, 1, 1, 9] }, ""],
  ])("answers for %s", async (_, products, sentence) => {
    expect((await asked(shopOf(products))).answer).toBe(sentence);
  });

  it("says how far the evidence reaches", async () => {
    const notesOf = async (months: number, params?: Record<string, unknown>) =>
      (await asked(shopOf({ Tea: Array.from({ length: months }, (_, t) => 1 + (t % 3)) }), params)).notes;
    expect((await asked({ sales: [] })).notes).toEqual(["There are no sales yet. Add a sales file to see seasons."]);
    expect((await asked({ sales: [{ sold_at: "2026-06-02", product_id: "Tea" }] })).notes).toEqual([
      "It takes at least 6 complete months to tell a season, and the data has none. Add older sales.",
    ]);
    expect(await notesOf(5)).toEqual([
      "It takes at least 6 complete months to tell a season, and the data has 5. Add older sales.",
    ]);
    expect(await notesOf(11)).toEqual([
      "Part of a cycle: only 11 complete months, so months that were not seen yet are empty. Months that differ no more than chance explains score low. Add older sales.",
    ]);
    expect(await notesOf(12)).toEqual([
      "One cycle only: 12 complete months cannot tell a season from a single good month; two years can. Months that differ no more than chance explains score low.",
    ]);
    expect(await notesOf(24)).toEqual([
      "With 24 complete months, most calendar months could be judged only once, so scores run high. Three years tell more.",
    ]);
    expect(await notesOf(36)).toEqual([]);
    expect(await notesOf(6, { min_score: 1 })).toEqual([
      "None reaches this score. Choose a lower minimum to see more. Months that differ no more than chance explains score low.",
    ]);
    expect((await asked(shopOf({ Tea: YEAR.concat(YEAR).map(() => 7) }), {})).notes).toEqual([
      "None reaches this score. Choose a lower minimum to see more. Products with fewer than 12 sales are left out.",
    ]);
  });
});
