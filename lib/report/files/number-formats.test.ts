import { describe, expect, it } from "vitest";
import { numberFormat } from "./number-formats";
import type { ShownColumn } from "./shown-table";

const year: ShownColumn = { name: "year", label: "Year", kind: "integer", unit: "none", hidden: false };
const writing = { locale: "en-GB", currency: null };

describe("the number format of a column", () => {
  it("keeps the four figures of years together, as the screen does", () => {
    expect(numberFormat(year, [{ year: 2025 }, { year: null }, { year: 2026 }], writing)).toBe("0");
  });

  it("groups other whole numbers, whatever their column is called", () => {
    expect(numberFormat(year, [{ year: 2025 }, { year: 20260101 }], writing)).toBe("#,##0");
    expect(numberFormat({ ...year, name: "sales" }, [{ sales: 2025 }], writing)).toBe("#,##0");
    expect(numberFormat(year, [{ year: null }], writing)).toBe("#,##0");
  });
});
