import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownParts } from "./shown-parts";

const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);

describe("parts as shown", () => {
  it("add up where each rounded by itself would not", () => {
    expect(shownParts([1 / 3, 1 / 3, 1 / 3], 3)).toEqual([0.334, 0.333, 0.333]);
    expect(shownParts([0.125, 0.125, 0.75], 2)).toEqual([0.13, 0.12, 0.75]);
  });

  it("stay as they are where they are shown exactly, double or not", () => {
    expect(shownParts([0.29, 0.57, 0.14], 2)).toEqual([0.29, 0.57, 0.14]);
    expect(shownParts([], 3)).toEqual([]);
  });

  it("leave what is unknown unknown, and take what is below zero", () => {
    expect(shownParts([1.2345, null, -0.2345], 3)).toEqual([1.235, null, -0.235]);
  });

  it("add up to 100.0% of any amounts, none a whole unit off", () => {
    const amounts = fc.array(fc.integer({ min: -50_000, max: 1_000_000 }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 4 }), (cents, digits) => {
        const total = sum(cents);
        fc.pre(total > 0);
        const shares = cents.map((each) => each / total);
        fc.pre(shares.every((share) => Math.abs(share) < 1000));
        const shown = shownParts(shares, digits);
        expect(Math.round(sum(shown.map((share) => Math.round((share ?? 0) * 10 ** digits))))).toBe(10 ** digits);
        shown.forEach((share, at) => {
          expect(Math.abs((share ?? 0) - (shares[at] ?? 0))).toBeLessThan(1.01 * 10 ** -digits);
        });
      }),
    );
  });
});
