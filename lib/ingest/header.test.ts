import { describe, expect, it } from "vitest";
import { headerSignature, uniqueNames, words } from "./header";

describe("the names of columns", () => {
  it("are trimmed and made unique, whatever their case", () => {
    expect(uniqueNames([" Item ", "", "item", "Unit\n price", "ITEM"])).toEqual([
      "Item",
      "column_2",
      "item_2",
      "Unit price",
      "ITEM_3",
    ]);
  });

  it("hold no control characters", () => {
    expect(uniqueNames(["a\u0000b", "\u0000", "c\td"])).toEqual(["a b", "column_2", "c d"]);
  });

  it("never meet a name that was made up", () => {
    expect(uniqueNames(["a_2", "a", "a"])).toEqual(["a_2", "a", "a_3"]);
  });

  it.each([
    ["InvoiceNo", "invoice no"],
    ["invoice_no", "invoice no"],
    ["INVOICE NO.", "invoice no"],
    ["quantityInStock", "quantity in stock"],
    ["Categoría del Producto", "categoria del producto"],
    ["Price (USD)", "price"],
    ["SKUCode", "sku code"],
    ["Tax 5%", "tax 5%"],
  ])("are cut into words: %s", (name, expected) => {
    expect(words(name).join(" ")).toBe(expected);
  });
});

describe("the signature of a header", () => {
  it("is the same for the same columns in the same order", () => {
    expect(headerSignature(["OrderDate", "Qty"])).toBe(headerSignature(["order_date", " QTY "]));
    expect(headerSignature(["OrderDate", "Qty"])).not.toBe(headerSignature(["Qty", "OrderDate"]));
    expect(headerSignature(["a b"])).not.toBe(headerSignature(["a", "b"]));
  });
});
