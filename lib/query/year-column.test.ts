import { describe, expect, it } from "vitest";
import type { Column } from "./column";
import { isYear } from "./year-column";

const plain = (name: string): Column => ({ name, label: name, kind: "integer", unit: "none", hidden: false });

describe("a year", () => {
  it("is a whole number of our centuries in a column that is named so", () => {
    for (const name of ["year", "Year", "sale_year", "orderYear", '"year"(sold_at)', "Jahr", "año", "année", "年"]) {
      expect([name, isYear(2026, plain(name))]).toEqual([name, true]);
    }
  });

  it("is no number of another size, of another name or of what a year brought", () => {
    expect(isYear(12, plain("year"))).toBe(false);
    expect(isYear(20260101, plain("year"))).toBe(false);
    expect(isYear(null, plain("year"))).toBe(false);
    for (const name of ["sales", "sales_last_year", "units_per_year", "yearly", "sales_to_year_end"]) {
      expect([name, isYear(2026, plain(name))]).toEqual([name, false]);
    }
    expect(isYear(2026, { ...plain("year"), unit: "money" })).toBe(false);
    expect(isYear(2026.5, { ...plain("year"), kind: "double" })).toBe(false);
  });
});
