import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backTest, holtWinters, seasonalNaive } from "./smoothing";

const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6));

describe("the seasonal naive forecast", () => {
  it("repeats the last cycle, and the last value where there is no whole one", () => {
    expect(seasonalNaive([1, 2, 3, 4, 5, 6], 4, 6)).toEqual([3, 4, 5, 6, 3, 4]);
    expect(seasonalNaive([1, 2, 3], 4, 2)).toEqual([3, 3]);
  });
});

describe("Holt-Winters", () => {
  it("goes on with a trend and a season that never fail", () => {
    const series = fc.record({
      base: fc.integer({ min: -50, max: 500 }),
      trend: fc.integer({ min: -9, max: 9 }),
      season: fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 2, maxLength: 12 }),
      extra: fc.integer({ min: 0, max: 20 }),
      horizon: fc.integer({ min: 1, max: 20 }),
    });
    fc.assert(
      fc.property(series, ({ base, trend, season, extra, horizon }) => {
        const at = (t: number) => base + trend * t + (season[t % season.length] ?? 0);
        const length = 2 * season.length + extra;
        const past = Array.from({ length }, (_, t) => at(t));
        const expected = Array.from({ length: horizon }, (_, ahead) => at(length + ahead));
        expect(holtWinters(past, season.length, horizon)).toEqual(close(expected));
      }),
    );
  });

  it("is Holt's trend below two cycles", () => {
    expect(holtWinters([10, 12, 14, 16], 12, 3)).toEqual(close([18, 20, 22]));
    expect(holtWinters([7], 12, 2)).toEqual(close([7, 7]));
  });

  it("follows the weights that would have missed least", () => {
    // A step that stays: a level that follows at once misses least, one that lingers is left behind.
    const [next] = holtWinters([10, 10, 10, 10, 50, 50, 50, 50, 50, 50], 12, 1);
    expect(next).toBeGreaterThan(45);
    expect(next).toBeLessThan(60);
  });
});

describe("a back-test", () => {
  it("adds up what a method would have missed from each beginning of the last periods", () => {
    // Last value; two held: from 3 it says 5 and 5 for 8 and 6; from 4 it says 8 for 6.
    const test = backTest(seasonalNaive, [1, 3, 5, 8, 6], 12, 2);
    expect(test.errors).toBe(3);
    expect(test.error).toBeCloseTo((3 + 1 + 2) / (8 + 6 + 6), 12);
    expect(test.spread).toBeCloseTo(Math.sqrt((9 + 1 + 4) / 3), 12);
  });

  it("has no share of nothing sold, and takes no forecast below zero", () => {
    expect(backTest(seasonalNaive, [0, 0, 0], 12, 1)).toEqual({ error: null, spread: 0, errors: 1 });
    expect(backTest(() => [-5], [4, 4, 0], 12, 1)).toEqual({ error: null, spread: 0, errors: 1 });
  });
});
