import { describe, expect, it } from "vitest";
import { chanceOfDifference, chanceOfRun, chanceOfSigns } from "./chance";

describe("the chance of a difference of two sums", () => {
  it("is the upper tail of the normal distribution at their distance in standard deviations", () => {
    const at = (z: number) => chanceOfDifference({ sum: z, squares: 0.5 }, { sum: 0, squares: 0.5 });
    expect(at(0)).toBeCloseTo(0.5, 6);
    expect(at(1)).toBeCloseTo(0.158655, 6);
    expect(at(1.959964)).toBeCloseTo(0.025, 6);
    expect(at(-1)).toBeCloseTo(0.841345, 6);
  });

  it("is certain where there is nothing to compare", () => {
    expect(chanceOfDifference({ sum: 0, squares: 0 }, { sum: 0, squares: 0 })).toBe(1);
  });
});

describe("the chance of runs and signs", () => {
  it("of a run is one of all orders of its months", () => {
    expect([1, 2, 3].map(chanceOfRun)).toEqual([1 / 2, 1 / 6, 1 / 24]);
  });

  it("of signs is that of fair coins", () => {
    expect([0, 1, 2, 3].map((hits) => chanceOfSigns(hits, 3))).toEqual([1, 7 / 8, 4 / 8, 1 / 8]);
  });
});
