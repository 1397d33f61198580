import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namedTables } from "./define-tables";
import { tableViewName } from "./table-view-name";

describe("the name of a table in SQL", () => {
  it.each([
    ["Kunden 2024 (neu).csv", "kunden_2024_neu"],
    ["Ventes été.xlsx", "ventes_ete"],
    ["customers.csv.gz", "customers"],
    ["v1.2 notes.txt", "v1_2_notes"],
    ["2024.csv", "file_2024"],
    ["売上.csv", "売上"],
    ["---.csv", "file"],
    ["sales.csv", "sales_file"],
    ["profiles.csv", "profiles_file"],
    ["product-sales.csv", "product_sales_file"],
    ["Order.csv", "order_file"],
    ["table_7f.csv", "table_7f_file"],
    ["sales_2024.csv", "sales_2024_file"],
    ["no ending", "no_ending"],
  ])("of %s is %s", (fileName, name) => {
    expect(tableViewName(fileName)).toBe(name);
  });

  it("is never taken twice", () => {
    const set = (id: string, fileName: string) => ({ id, kind: "table" as const, fileName });
    expect(namedTables([set("a", "x.csv"), set("b", "X.tsv"), set("c", "x 2.csv"), set("d", "x.csv")])).toEqual([
      { id: "a", view: "x" },
      { id: "b", view: "x_2" },
      { id: "c", view: "x_2_2" },
      { id: "d", view: "x_3" },
    ]);
  });

  it("needs no quotes, whatever the file is called", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (fileName) => {
        expect(tableViewName(fileName)).toMatch(/^\p{L}[\p{L}\p{N}_]*$/u);
      }),
    );
  });
});
