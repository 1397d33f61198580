import { describe, expect, it } from "vitest";
import { guessStructure } from "./structure";

const structure = (text: string, headerRow?: number | null) =>
  guessStructure({ head: text, whole: true, slices: [] }, headerRow);
const fields = (text: string) => structure(text).records.map((record) => record.fields);

const SALES = "Date,Item,Qty,Price\n2024-01-01,Bread,2,1.50\n2024-01-02,Milk,1,0.99\n2024-01-03,Rolls,6,0.40\n";

describe("the header of a table", () => {
  it("is the first row when numbers and dates stand below words", () => {
    expect(structure(SALES)).toMatchObject({
      layout: { headerRow: 1, headerRows: 1, firstRow: 2, lastRow: null },
      columns: ["Date", "Item", "Qty", "Price"],
      evidence: ["Fields are parted by commas."],
      questions: [],
    });
  });

  it("is the first row of a table of texts, too", () => {
    expect(structure("Name,City\nAnna,Rome\nBert,Paris\n").layout.headerRow).toBe(1);
  });

  it("is missing when the first row looks like those below", () => {
    const { layout, columns, header, records, evidence } = structure("1\tBread\t2.50\n2\tMilk\t0.99\n3\tRolls\t0.40\n");
    expect(layout).toEqual({ headerRow: null, headerRows: 0, firstRow: 1, lastRow: null });
    expect(columns).toEqual(["column_1", "column_2", "column_3"]);
    expect([header, records.length]).toEqual([[], 3]);
    expect(evidence).toContain("The columns have no names, because row 1 holds values like the rows below.");
  });

  it("may name years, which are no values", () => {
    expect(structure("Product,2021,2022,2023\nBread,10,12,9\nMilk,4,5,8\n").layout.headerRow).toBe(1);
    expect(structure("Product,2023\nBread,10\nMilk,4\n").layout.headerRow).toBe(1);
  });

  it("stands below titles, periods and empty lines", () => {
    const text = `Sales report\nStart date,2024-01-01\nEnd date,2024-01-31\n\n${SALES}`;
    const { layout, columns, evidence } = structure(text);
    expect(layout).toEqual({ headerRow: 5, headerRows: 1, firstRow: 6, lastRow: null });
    expect(columns).toEqual(["Date", "Item", "Qty", "Price"]);
    expect(evidence).toContain("The names of the columns stand in row 5; the 4 rows above are left out.");
  });

  it("stands below titles that a spreadsheet has filled up with delimiters", () => {
    expect(structure(`My shop,,,\n,,,\nPeriod,2024-01,,\n${SALES}`).layout).toMatchObject({
      headerRow: 4,
      firstRow: 5,
    });
  });

  it("stands below a period as wide as a table of two columns", () => {
    const text = "Start date,2024-01-01\nEnd date,2024-01-31\n\nProduct,Units\nBread,12\nMilk,7\nRolls,30\n";
    expect(structure(text).layout).toMatchObject({ headerRow: 4, firstRow: 5 });
  });

  it("stands below comments", () => {
    expect(structure(`# made by a till\n# do not edit\n${SALES}`).layout.headerRow).toBe(3);
    expect(structure("# sizes\nsize\n12\n14\n").layout.headerRow).toBe(2);
  });

  it("takes two rows when both name columns of values", () => {
    const text = "Item,Price,Weight\n,EUR,kg\nBread,2.50,1.0\nMilk,0.99,1.1\nRolls,0.40,0.1\n";
    const { layout, columns, evidence } = structure(text);
    expect(layout).toEqual({ headerRow: 1, headerRows: 2, firstRow: 3, lastRow: null });
    expect(columns).toEqual(["Item", "Price EUR", "Weight kg"]);
    expect(evidence).toContain("The names of the columns take rows 1 to 2.");
  });

  it("lets a name above empty fields stand for all of them when names below repeat", () => {
    const text = ",January,,February,\nItem,Units,Sales,Units,Sales\nBread,2,5,3,7.5\nMilk,1,1,4,4\nRolls,6,2,7,3\n";
    expect(structure(text).columns).toEqual([
      "Item",
      "January Units",
      "January Sales",
      "February Units",
      "February Sales",
    ]);
  });

  it("is asked for when its width is not that of the lines", () => {
    const { columns, questions } = structure("DateItem,Qty,Price\n2024-01-01,Bread,2,1.5\n2024-01-02,Milk,1,0.9\n");
    expect(columns).toEqual(["DateItem", "Qty", "Price", "column_4"]);
    expect(questions).toEqual([
      "Row 1 names 3 columns, but the lines below have 4 fields. Check that every name stands above its own values.",
    ]);
  });

  it("may leave the counted first column without a name", () => {
    expect(structure("Item,Qty\n1,Bread,2\n2,Milk,1\n3,Rolls,6\n").columns).toEqual(["column_1", "Item", "Qty"]);
  });

  it("may be parted otherwise than the lines below", () => {
    const { layout, columns } = structure("Date Item Qty\n2024-01-01,Bread,2\n2024-01-02,Milk,1\n2024-01-03,Rolls,4\n");
    expect([layout.headerRow, columns]).toEqual([1, ["Date", "Item", "Qty"]]);
  });

  it("is where a person says", () => {
    expect(structure(SALES, null)).toMatchObject({ layout: { headerRow: null, firstRow: 1 }, header: [] });
    expect(structure(`Till,4,Main,Street\n${SALES}`, 2)).toMatchObject({ layout: { headerRow: 2, firstRow: 3 } });
  });
});

describe("the end of a table", () => {
  it("is the end of the file, repeated headers included", () => {
    expect(structure(SALES + SALES).layout.lastRow).toBeNull();
    expect(structure(`${SALES}\n${SALES}`).layout.lastRow).toBeNull();
  });

  it("stands above other names and lines of their width", () => {
    const { layout, records, evidence } = structure(
      `${SALES}\nReturns\nDate,Item,Reason\n2024-02-01,Milk,sour\n2024-02-02,Bread,hard\n`,
    );
    expect(layout).toEqual({ headerRow: 1, headerRows: 1, firstRow: 2, lastRow: 4 });
    expect(records).toHaveLength(3);
    expect(evidence).toContain("Another table begins in row 6; only the first one is read.");
  });

  it("stands above other names of the same width when a gap parts them", () => {
    const text = `${SALES}\nStore,City,Since,Area\nS1,Rome,2001-01-01,200\nS2,Oslo,2004-01-01,150\n`;
    expect(structure(text).layout.lastRow).toBe(4);
  });

  it("stands above notes, but below a total", () => {
    const { layout, evidence } = structure(`${SALES}Total,,9,2.89\n\nGenerated by the till on 2024-02-01\n`);
    expect(layout.lastRow).toBe(5);
    expect(evidence).toContain("The table ends above row 7; what stands there are notes, which are left out.");
    expect(structure(`${SALES}Total,9\n`).layout.lastRow).toBeNull();
  });

  it("is no line that was cut off", () => {
    expect(structure(`${SALES}2024-01-04,Bu`).layout.lastRow).toBeNull();
    expect(structure(`${SALES}2024-0`).layout.lastRow).toBeNull();
  });
});

describe("a structure", () => {
  it("follows the first line when it names the delimiter", () => {
    const { dialect, layout, columns, evidence } = structure("sep=;\nName;Text\na;b,c\nd;e,f\n");
    expect([dialect.delimiter, layout.headerRow, columns]).toEqual([";", 2, ["Name", "Text"]]);
    expect(evidence[0]).toBe("Fields are parted by semicolons, as the first line says.");
  });

  it("may be one column, whatever stands in it", () => {
    expect(structure("Comment\nGood, fast\nBad and slow\nFine\n")).toMatchObject({ columns: ["Comment"] });
    expect(fields("Price\n1,50\n2,75\n3,20\n")).toEqual([["1,50"], ["2,75"], ["3,20"]]);
  });

  it("mends quotes that would break a line of known width", () => {
    const text = 'Item,Size,Price\n"Pipe, steel",5"",2.50\n"Rod 2",3,1.10\n"Nut, 3"",4,0.10\n"Bolt,5,"M"\n"Disc",1,2\n';
    expect(fields(text).map((row) => row[0])).toEqual(["Pipe, steel", "Rod 2", 'Nut, 3"', '"Bolt', "Disc"]);
  });

  it("of nothing has one column and no records", () => {
    expect(structure("")).toMatchObject({ records: [], layout: { lastRow: null } });
  });
});
