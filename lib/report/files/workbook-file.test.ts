import { read } from "@e965/xlsx";
import { beforeAll, describe, expect, it } from "vitest";
import { FORMULAS } from "@/lib/std/testing/formulas";
import { sheetNames } from "./sheet-names";
import { tableSheet } from "./table-sheet";
import { SHOP_TABLE } from "./testing/shop-table";
import { workbookFile } from "./workbook-file";

const IN_RUPEES = { locale: "en-IN", currency: "INR" };
const [name = ""] = sheetNames([SHOP_TABLE.title]);
const made = tableSheet(name, SHOP_TABLE, IN_RUPEES);

describe("a workbook, opened by another library", () => {
  let sheet: ReturnType<typeof read>["Sheets"][string] = {};
  beforeAll(async () => {
    const bytes = await (await workbookFile([made.sheet])).arrayBuffer();
    const book = read(bytes, { cellDates: false, cellNF: true, cellFormula: true, cellStyles: true });
    expect(book.SheetNames).toEqual(["Best sellers a b"]);
    sheet = book.Sheets["Best sellers a b"] ?? {};
  });
  const cell = (place: string) => sheet[place] ?? null;

  it("has numbers as numbers, in the notebook's currency", () => {
    expect(cell("B2")).toMatchObject({ t: "n", v: 12 });
    expect(cell("C2")).toMatchObject({ t: "n", v: 1234567.5 });
    expect(cell("C2")?.z).toContain('"₹"');
    expect(cell("C2")?.w?.trim()).toBe("₹12,34,567.50");
    expect(cell("D2")).toMatchObject({ t: "n", v: 0.1 + 0.2, w: "30.0%" });
    expect(cell("B3")).toMatchObject({ t: "n", v: -3 });
    expect(cell("C3")).toMatchObject({ t: "n", v: -10.25 });
  });

  it("has dates as dates, but those spreadsheets disagree about", () => {
    expect(cell("E2")).toMatchObject({ t: "n", v: 46203, w: "2026-06-30" });
    expect(cell("F2")?.w).toBe("2026-06-30 18:05:09");
    expect(cell("E3")).toMatchObject({ t: "s", v: "1899-01-05" });
  });

  it("has yes and no, and nothing where nothing is known", () => {
    expect(cell("G2")).toMatchObject({ t: "b", v: true });
    expect([cell("A4"), cell("D4"), cell("E4")]).toEqual([null, null, null]);
  });

  it("has no formula, and text that looks like one is text", () => {
    const cells = Object.entries(sheet).filter(([place]) => !place.startsWith("!"));
    expect(cells.filter(([, each]) => each.f !== undefined)).toEqual([]);
    expect(FORMULAS.map((_, at) => [cell(`A${at + 5}`)?.t, cell(`A${at + 5}`)?.v])).toEqual(
      FORMULAS.map((text) => ["s", text]),
    );
  });

  it("says which numbers have more digits than a spreadsheet keeps", () => {
    expect(made.remarks).toEqual([
      "C4 is exactly 12345678901234567.89; a spreadsheet keeps fifteen figures of it.",
      `C${SHOP_TABLE.rows.length + 2} is exactly 12345678902469136.14; a spreadsheet keeps fifteen figures of it.`,
    ]);
  });

  it("ends with the totals", () => {
    const last = SHOP_TABLE.rows.length + 2;
    expect(cell(`A${last}`)?.v).toBe("All");
    expect(cell(`B${last}`)).toBeNull();
  });
});

describe("odd letters in a workbook", () => {
  it("come back as they are: what looks like the number of a letter, and letters XML cannot hold", async () => {
    const words = ["_x0041_", "__x00e9_", "_x005F_x0041_", "\u0007bell", "a\u001fb", "_x12_", "line\nline\ttab"];
    const columns = [{ name: "v", label: "_x0042_", kind: "text", unit: "none", hidden: false } as const];
    const { sheet } = tableSheet("Odd", { columns, rows: words.map((v) => ({ v })), totals: null }, IN_RUPEES);
    const back = read(await (await workbookFile([sheet])).arrayBuffer()).Sheets.Odd ?? {};
    expect(["_x0042_", ...words].map((_, at) => back[`A${at + 1}`]?.v)).toEqual(["_x0042_", ...words]);
  });
});

describe("a table with more rows than a sheet holds", () => {
  it("fills the sheet, and says what is missing", async () => {
    const rows = Array.from({ length: 50_000 }, (_, n) => ({ n }));
    const whole = {
      count: 1_100_000,
      async *pages() {
        for (let page = 0; page < 22; page += 1) yield rows;
      },
    };
    const columns = [{ name: "n", label: "N", kind: "integer", unit: "none", hidden: false } as const];
    const { sheet, remarks } = tableSheet("Long", { columns, rows, totals: null, whole }, IN_RUPEES);
    let lines = 0;
    for await (const part of sheet.rows) lines += part.length;
    expect(lines).toBe(1_048_576);
    expect(sheet.filtered?.rows).toBe(1_048_576);
    expect(remarks).toEqual(["Of 1100000 rows the sheet has room for the first 1048575."]);
  });
});

describe("names of sheets", () => {
  it("are legal and no two alike", () => {
    const long = "A title that is longer than a sheet's name may be";
    expect(sheetNames(["History", "Trends", "TRENDS", "'quoted'", "[]:*?/\\", "", long, long])).toEqual([
      "History (2)",
      "Trends",
      "TRENDS (2)",
      "quoted",
      "Cell",
      "Cell (2)",
      "A title that is longer than a s",
      "A title that is longer than (2)",
    ]);
  });

  it("are not cut in the middle of a character", () => {
    expect(sheetNames([`${"a".repeat(30)}😀`])).toEqual(["a".repeat(30)]);
  });
});
