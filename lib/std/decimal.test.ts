import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalFromUnscaled, toDecimal } from "./decimal";

describe("toDecimal", () => {
  it.each([
    ["1.10", "1.1"],
    ["-0.00", "0"],
    ["007.500", "7.5"],
    ["-12", "-12"],
    ["0", "0"],
  ])("reads %s as %s", (text, value) => {
    expect(toDecimal(text)).toBe(value);
  });

  it.each(["", "1e5", "1,5", "NaN", "--1", "1.", ".5", " 1"])("refuses %j", (text) => {
    expect(() => toDecimal(text)).toThrow(RangeError);
  });
});

describe("decimalFromUnscaled", () => {
  it("loses no digit at any scale", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 38n), max: 10n ** 38n }), fc.nat({ max: 18 }), (unscaled, scale) => {
        const [whole = "", fraction = ""] = decimalFromUnscaled(unscaled, scale).split(".");
        expect(BigInt(whole + fraction.padEnd(scale, "0"))).toBe(unscaled);
      }),
    );
  });
});
