import { describe, expect, it } from "vitest";
import { recordsOf } from "@/lib/ingest/records";
import { gathered } from "@/lib/std/gathered";
import { inertText } from "@/lib/std/inert-text";
import { FORMULAS } from "@/lib/std/testing/formulas";
import { csvText } from "./csv-text";
import { SHOP_TABLE } from "./testing/shop-table";

const text = async (parts: AsyncIterable<string>) => (await gathered(parts)).join("");
const DIALECT = { delimiter: ",", quote: '"', escape: "doubled", skipBlanks: false } as const;
const records = recordsOf(await text(csvText(SHOP_TABLE)), DIALECT).map(({ fields }) => fields);

describe("a table as CSV", () => {
  it("has the heads of the screen, and every value in full, the totals last", () => {
    expect(records[0]).toEqual(["Product", "Units", "Revenue", "Share", "Last sold", "Seen at", "New"]);
    expect(records[1]).toEqual([
      'Tea "Assam", loose',
      "12",
      "1234567.5",
      "0.30000000000000004",
      "2026-06-30",
      "2026-06-30T18:05:09",
      "true",
    ]);
    expect(records[3]).toEqual(["", "", "12345678901234567.89", "", "", "", ""]);
    expect(records.at(-1)?.slice(0, 3)).toEqual(["All", "", "12345678902469136.14"]);
    expect(records).toHaveLength(SHOP_TABLE.rows.length + 2);
  });

  it("leaves negative numbers numbers, and makes text inert that a spreadsheet would run", () => {
    expect(records[2]?.slice(0, 3)).toEqual(["Crème brûlée\nof the day", "-3", "-10.25"]);
    expect(records.slice(4, -1).map(([product]) => product)).toEqual(FORMULAS.map(inertText));
  });

  it("has a line for a row of which nothing is known", async () => {
    const columns = [{ name: "v", label: "V", kind: "text", unit: "none", hidden: false } as const];
    const rows = [{ v: "a" }, { v: null }, { v: "b" }];
    expect(await text(csvText({ columns, rows, totals: null }))).toBe('V\r\na\r\n""\r\nb\r\n');
  });

  it("ends every line with CR LF", async () => {
    expect(await text(csvText({ columns: SHOP_TABLE.columns.slice(0, 2), rows: [], totals: null }))).toBe(
      "Product,Units\r\n",
    );
  });
});
