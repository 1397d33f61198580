import { type BookType, utils, type WorkSheet, write } from "@e965/xlsx";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openFile } from "../open-file";
import { serialDate } from "./serial-date";
import { fileOf } from "./testing/encode-text";

type Cell = string | number | boolean | Date | null;

function workbook(
  sheets: Readonly<Record<string, WorkSheet>>,
  bookType: BookType,
  date1904 = false,
): Uint8Array<ArrayBuffer> {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  book.Workbook = { ...book.Workbook, WBProps: { date1904 } };
  return new Uint8Array(write(book, { type: "array", bookType, compression: true }) as ArrayBuffer);
}

const sheetOf = (rows: Cell[][]) => utils.aoa_to_sheet(rows, { UTC: true });

async function opened(bytes: Uint8Array<ArrayBuffer>, sheet: string | null = null) {
  const { text, ...rest } = await openFile(fileOf("till.xlsx", bytes), { encoding: null, sheet });
  return { ...rest, text: await text.text(), name: text.name };
}

const KINDS = ["xlsx", "xlsb", "biff8", "ods"] as const;

describe.each(KINDS)("a workbook as %s", (kind) => {
  it("becomes CSV with exact numbers, ISO dates and words for yes and no", async () => {
    const sheet = sheetOf([
      ["Day", "Item", "Price", "Paid"],
      [new Date(Date.UTC(2026, 5, 30)), 'Café "naïve", hot', 1234.5, true],
      [new Date(Date.UTC(2026, 0, 1)), "line one\nline two", -0.07, false],
      [new Date(Date.UTC(2025, 11, 31)), "", 1e15, true],
    ]);
    const read = await opened(workbook({ Sales: sheet }, kind));
    expect(read).toEqual({
      text: [
        "Day,Item,Price,Paid",
        '2026-06-30,"Café ""naïve"", hot",1234.5,true',
        '2026-01-01,"line one\nline two",-0.07,false',
        "2025-12-31,,1000000000000000,true",
        "",
      ].join("\n"),
      name: "till.xlsx",
      encoding: "utf-8",
      sheet: "Sales",
      sheets: ["Sales"],
      typed: true,
      evidence: [],
    });
  });

  it("keeps the numbers of its rows: an empty row is an empty line, what is empty around the table is left out", async () => {
    const sheet = sheetOf([
      [],
      [null, "Report of June", null],
      [],
      [null, "Item", "Price", null],
      [null, "Tea", 3, null],
      [null, null, null],
    ]);
    const { text } = await opened(workbook({ Sales: sheet }, kind));
    expect(text).toBe("\nReport of June,\n\nItem,Price\nTea,3\n");
  });

  it("gives the first sheet that holds a table, or the one asked for, and names those with something in them", async () => {
    const bytes = workbook(
      {
        Cover: sheetOf([["Sales report"]]),
        Empty: sheetOf([[]]),
        Sales: sheetOf([
          ["Item", "Price"],
          ["Tea", 3],
        ]),
        Costs: sheetOf([
          ["Item", "Cost"],
          ["Tea", 1],
        ]),
      },
      kind,
    );
    const read = await opened(bytes);
    expect(read).toMatchObject({ sheet: "Sales", sheets: ["Cover", "Sales", "Costs"], text: "Item,Price\nTea,3\n" });
    expect(read.evidence).toEqual(["Read from the sheet Sales, one of 3."]);
    expect(await opened(bytes, "Costs")).toMatchObject({ sheet: "Costs", text: "Item,Cost\nTea,1\n" });
    expect(await opened(bytes, "Gone")).toMatchObject({ sheet: "Sales" });
  });

  it("without anything in it is refused", async () => {
    const bytes = workbook({ Empty: sheetOf([[]]) }, kind);
    await expect(opened(bytes)).rejects.toMatchObject({
      kind: "empty",
      message: expect.stringContaining("till.xlsx is a workbook without"),
    });
  });
});

describe("a workbook", () => {
  it("gives times by the format of the cell", async () => {
    const sheet: WorkSheet = {
      "!ref": "A1:B4",
      A1: { t: "s", v: "When" },
      B1: { t: "s", v: "Price" },
      A2: { t: "n", v: 46203.520833333336, z: "dd/mm/yyyy hh:mm" },
      B2: { t: "n", v: 3, z: '#,##0.00 "days"' },
      A3: { t: "n", v: 0.25, z: "h:mm AM/PM" },
      B3: { t: "n", v: 4, z: "[$€-407] #,##0.00;[Red]-#,##0.00" },
      A4: { t: "n", v: 1.5, z: "[h]:mm" },
      B4: { t: "n", v: 0.5, z: "0%" },
    };
    const { text } = await opened(workbook({ S: sheet }, "xlsx"));
    expect(text).toBe("When,Price\n2026-06-30 12:30:00,3\n06:00:00,4\n36:00:00,0.5\n");
  });

  it("that counts its days from 1904 gives the same dates", async () => {
    const sheet: WorkSheet = {
      "!ref": "A1:B2",
      A1: { t: "s", v: "Day" },
      B1: { t: "s", v: "x" },
      A2: { t: "n", v: 46203 - 1462, z: "yyyy-mm-dd" },
      B2: { t: "n", v: 1 },
    };
    for (const kind of ["xlsx", "biff8"] as const) {
      expect((await opened(workbook({ S: sheet }, kind, true))).text).toBe("Day,x\n2026-06-30,1\n");
    }
  });

  it("gives formulas as the value they had, and errors by their names", async () => {
    const sheet: WorkSheet = {
      "!ref": "A1:C2",
      A1: { t: "s", v: "a" },
      B1: { t: "s", v: "b" },
      C1: { t: "s", v: "c" },
      A2: { t: "n", v: 5, f: "2+3" },
      B2: { t: "e", v: 0x17, w: "#REF!" },
      C2: { t: "s", v: "x", f: 'LOWER("X")' },
    };
    for (const kind of ["xlsx", "biff8"] as const) {
      expect((await opened(workbook({ S: sheet }, kind))).text).toBe("a,b,c\n5,#REF!,x\n");
    }
  });

  it("gives the digits a spreadsheet shows, not what doubles add to them", async () => {
    const { text } = await opened(
      workbook(
        {
          S: sheetOf([
            ["a", "b"],
            [0.1 + 0.2, 1234567890123456],
            [1e-7, 2.5e21],
          ]),
        },
        "xlsx",
      ),
    );
    expect(text).toBe("a,b\n0.3,1234567890123456\n0.0000001,2500000000000000000000\n");
  });

  it("gives back any table that is written into one", async () => {
    const text = fc.string({ unit: fc.constantFrom(..."abcXYZ 019,;\"'\n-é€ü中=+@"), minLength: 1, maxLength: 12 });
    const cell = fc.oneof(
      text,
      fc.integer({ min: -1e9, max: 1e9 }),
      fc.boolean(),
      fc.integer({ min: -1e8, max: 1e8 }).map((cents) => cents / 100),
    );
    const table = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 2, maxLength: 6 }),
      );
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom("xlsx", "biff8"), async (rows, kind) => {
        const { text: csv } = await opened(workbook({ S: sheetOf(rows) }, kind as BookType));
        const field = (value: string) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
        expect(csv).toBe(rows.map((row) => `${row.map((value) => field(String(value))).join(",")}\n`).join(""));
      }),
      { numRuns: 60 },
    );
  });

  it("that is damaged is refused in a sentence", async () => {
    const bytes = workbook(
      {
        S: sheetOf([
          ["a", "b"],
          [1, 2],
        ]),
      },
      "xlsx",
    );
    for (const cut of [bytes.slice(0, bytes.length - 30), bytes.slice(0, 100)]) {
      await expect(opened(cut)).rejects.toMatchObject({ name: "IngestError", kind: "unreadable" });
    }
    const old = workbook(
      {
        S: sheetOf([
          ["a", "b"],
          [1, 2],
        ]),
      },
      "biff8",
    );
    await expect(opened(old.slice(0, 700))).rejects.toMatchObject({ name: "IngestError", kind: "unreadable" });
  });

  it("with a password is refused with the way out", async () => {
    const { CFB } = await import("@e965/xlsx");
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, "EncryptionInfo", [4, 0, 4, 0, 64, 0, 0, 0]);
    CFB.utils.cfb_add(container, "EncryptedPackage", [0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4]);
    const bytes = Uint8Array.from(CFB.write(container, { type: "buffer" }) as Uint8Array);
    await expect(opened(bytes)).rejects.toMatchObject({
      kind: "unreadable",
      message: "till.xlsx is protected by a password. Nothing was imported.",
      hint: expect.stringContaining("without a password"),
    });
  });
});

describe("a day count", () => {
  it("knows the day that never was, and both calendars", () => {
    expect(serialDate(1, "yyyy-mm-dd", false)).toBe("1900-01-01");
    expect(serialDate(59, "yyyy-mm-dd", false)).toBe("1900-02-28");
    expect(serialDate(61, "yyyy-mm-dd", false)).toBe("1900-03-01");
    expect(serialDate(0, "yyyy-mm-dd", true)).toBe("1904-01-01");
    expect(serialDate(2_958_465, "d.m.yy", false)).toBe("9999-12-31");
    expect(serialDate(2_958_466, "d.m.yy", false)).toBeNull();
    expect(serialDate(-1, "d.m.yy", false)).toBeNull();
  });

  it("keeps a time the format hides, and leaves out one that is midnight", () => {
    expect(serialDate(46203.75, "dd.mm.yyyy", false)).toBe("2026-06-30 18:00:00");
    expect(serialDate(46203, "dd.mm.yyyy hh:mm", false)).toBe("2026-06-30 00:00:00");
  });
});
