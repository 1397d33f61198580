import { describe, expect, it } from "vitest";
import { type ImportPlan, PLAIN } from "./plan";
import { toImportPlan } from "./to-import-plan";

const PLAN: ImportPlan = {
  kind: "sales",
  ...PLAIN,
  columns: ["Date", "Item", "Qty", "Total"],
  mapping: { date: "Date", product_name: "Item", quantity: "Qty", amount: "Total" },
  dateOrder: "year-first",
  decimalMark: "point",
  currency: "EUR",
};

const problem = (edits: Parameters<typeof toImportPlan>[1]) => {
  try {
    return JSON.stringify(toImportPlan(PLAN, edits));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe("a plan with its edits", () => {
  it("is complete without any", () => {
    expect(toImportPlan(PLAN)).toEqual(PLAN);
  });

  it("takes what the dialog changes and drops a role that was emptied", () => {
    const plan = toImportPlan(PLAN, {
      dateOrder: "day-first",
      currency: null,
      mapping: { quantity: "", amount: null },
    });
    expect(plan).toMatchObject({ dateOrder: "day-first", currency: null });
    expect(plan.mapping).toEqual({ date: "Date", product_name: "Item" });
  });

  it("leaves out roles that the kind of data does not know", () => {
    const plan = toImportPlan(PLAN, { kind: "inventory", mapping: { current_stock: "Qty" } });
    expect(plan.mapping).toEqual({ product_name: "Item", current_stock: "Qty" });
  });

  it("says in a sentence why it cannot be imported", () => {
    expect(problem({ mapping: { store: "Shop" } })).toBe('The file has no column "Shop" for Store.');
    expect(problem({ mapping: { unit_price: "Total" } })).toBe(
      'The column "Total" is chosen for Unit price and for Total amount.',
    );
    expect(problem({ mapping: { date: null } })).toBe("No column holds the date of the sale.");
    expect(problem({ mapping: { product_name: null } })).toBe("No column names the product.");
    expect(problem({ kind: "inventory" })).toBe("No column holds the units in stock.");
  });
});
