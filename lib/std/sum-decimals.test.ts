import { describe, expect, it } from "vitest";
import { type Decimal, toDecimal } from "./decimal";
import { sumDecimals } from "./sum-decimals";

const decimals = (...texts: string[]) => texts.map(toDecimal);

describe("sumDecimals", () => {
  it("is exact where doubles are not", () => {
    expect(sumDecimals(decimals("0.1", "0.2"))).toBe("0.3");
    expect(sumDecimals(decimals("9007199254740993", "0.01"))).toBe("9007199254740993.01");
    expect(sumDecimals(decimals("-0.005", "1"))).toBe("0.995");
  });

  it("passes over what is unknown and is 0 of nothing", () => {
    expect(sumDecimals([null, ...decimals("1.5")])).toBe("1.5");
    expect(sumDecimals([])).toBe("0");
  });

  it("takes a hundred thousand and more values", () => {
    const many: Decimal[] = Array.from({ length: 200_000 }, () => toDecimal("0.01"));
    expect(sumDecimals(many)).toBe("2000");
  });
});
