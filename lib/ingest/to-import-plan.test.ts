import { describe, expect, it } from "vitest";
import type { DataKind } from "@/lib/std/data-kind";
import { type ImportPlan, PLAIN } from "./plan";
import { type Given, toImportPlan } from "./to-import-plan";

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

const problemOf = (kind: DataKind, mapping: ImportPlan["mapping"], given?: Given) => {
  try {
    return toImportPlan({ ...PLAN, columns: Object.values(mapping), kind, mapping }, {}, given).kind;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

describe("a plan of every kind", () => {
  it.each<[DataKind, ImportPlan["mapping"], string]>([
    ["table", {}, "table"],
    ["returns", { product_id: "P", quantity: "Q" }, "No column holds the date of the return."],
    ["returns", { product_id: "P", quantity: "Q", date: "D" }, "returns"],
    ["products", { unit_price: "M" }, "No column names the product."],
    ["products", { product_name: "P" }, "Nothing is known of the products but their name."],
    ["products", { product_name: "P", unit_cost: "M" }, "products"],
    ["orders", { date: "D" }, "No column holds the number of the order."],
    ["orders", { transaction: "T" }, "No column holds the date of the order."],
    ["orders", { transaction: "T", date: "D" }, "orders"],
    ["stores", { store_name: "N" }, "No column holds the store's number."],
    ["stores", { store: "S" }, "No column holds the store's name."],
    ["stores", { store: "S", store_name: "N" }, "stores"],
  ])("needs what its lines mean: %s %o", (kind, mapping, expected) => {
    expect(problemOf(kind, mapping)).toBe(expected);
  });

  it("may lack the date of the sale when a list of orders gives it through the order", () => {
    const mapping = { product_id: "P", quantity: "Q", unit_price: "M" };
    const given = { date: true, price: false };
    expect(problemOf("sales", { ...mapping, transaction: "T" }, given)).toBe("sales");
    expect(problemOf("sales", mapping, given)).toBe("No column holds the date of the sale.");
    expect(problemOf("sales", { ...mapping, transaction: "T" })).toBe("No column holds the date of the sale.");
  });

  it("keeps line types and order lines only for columns the file has", () => {
    const lineTypes = { column: "Kind", sold: null, returned: [], excluded: [] };
    const carryDown = { key: "Item", columns: ["Date"] };
    expect(toImportPlan({ ...PLAN, lineTypes, carryDown })).toMatchObject({ lineTypes: null, carryDown });
  });
});

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
