import { describe, expect, it } from "vitest";
import { IngestError } from "./ingest-error";
import { inspectFile } from "./inspect-file";

const file = (parts: BlobPart | BlobPart[], name = "till.csv") =>
  Object.assign(new Blob(Array.isArray(parts) ? parts : [parts]), { name });

const SALES =
  "Order ID,Date,Product,Qty,Unit price,Total\n1,2024-01-05,Tea,2,3.50,7.00\n2,2024-02-17,Cake,1,4.00,4.00\n";

async function refusal(parts: BlobPart | BlobPart[]): Promise<IngestError> {
  const error: unknown = await inspectFile(file(parts)).catch((reason) => reason);
  if (error instanceof IngestError) return error;
  throw new Error("It was taken.");
}

describe("a file that is understood", () => {
  it("gives a complete plan without a question", async () => {
    const guess = await inspectFile(file(SALES));
    expect(guess.plan).toEqual({
      kind: "sales",
      dialect: { delimiter: ",", quote: '"' },
      columns: ["Order ID", "Date", "Product", "Qty", "Unit price", "Total"],
      mapping: {
        transaction: "Order ID",
        date: "Date",
        product_name: "Product",
        quantity: "Qty",
        unit_price: "Unit price",
        amount: "Total",
      },
      dateOrder: "year-first",
      decimalMark: "point",
      currency: null,
    });
    expect(guess.questions).toEqual([]);
    expect(guess.fileName).toBe("till.csv");
    expect(guess.sample[0]).toEqual(["1", "2024-01-05", "Tea", "2", "3.50", "7.00"]);
    expect(Math.min(...Object.values(guess.confidence))).toBeGreaterThanOrEqual(0.9);
  });

  it("may have a byte order mark, quoted line ends, CRLF and semicolons", async () => {
    const guess = await inspectFile(
      file('\uFEFF"Datum";"Artikel";"Menge";"Betrag"\r\n31.01.2024;"Tee\r\nlose";2;"1.234,50"\r\n'),
    );
    expect(guess.plan).toMatchObject({ dialect: { delimiter: ";" }, decimalMark: "comma", dateOrder: "day-first" });
    expect(guess.plan.columns).toEqual(["Datum", "Artikel", "Menge", "Betrag"]);
    expect(guess.sample).toEqual([["31.01.2024", "Tee\r\nlose", "2", "1.234,50"]]);
    expect(guess.questions).toEqual([]);
  });

  it("has names for columns without one, and as many fields in its sample as columns", async () => {
    const guess = await inspectFile(file("Date,Product,Total,,\n2024-01-05,Tea,7.00\n2024-01-06,Tea,7.00,x,y\n"));
    expect(guess.plan.columns).toEqual(["Date", "Product", "Total", "column_4", "column_5"]);
    expect(guess.sample.map((line) => line.length)).toEqual([5, 5]);
  });

  it("names its currency", async () => {
    const guess = await inspectFile(file("Date,Product,Total\n2024-01-15,Tea,₹450\n"));
    expect(guess.plan.currency).toBe("INR");
  });
});

describe("day and month", () => {
  const dated = (dates: string[]) =>
    `Date,Product,Qty,Total\n${dates.map((date) => `${date},Tea,2,7.00`).join("\n")}\n`;

  it("are told apart by a number above 12, with the evidence in a sentence", async () => {
    const guess = await inspectFile(file(dated(["03/04/2024", "13/04/2024", "14/04/2024"])));
    expect(guess.plan.dateOrder).toBe("day-first");
    expect(guess.evidence).toContain("Day first in Date, because a number above 12 stands in first place 2 times.");
    expect(guess.questions).toEqual([]);
  });

  it("are looked for in the whole file when the sample cannot tell", async () => {
    const many = Array.from({ length: 60_000 }, () => "01/02/2024");
    many[20_000] = "02/13/2024";
    const text = dated(many);
    expect(text.length).toBeGreaterThan(1_000_000);
    const guess = await inspectFile(file(text));
    expect(guess.plan.dateOrder).toBe("month-first");
    expect(guess.questions).toEqual([]);
  });

  it("are asked for when no date of the file tells", async () => {
    const guess = await inspectFile(file(dated(["03/04/2024", "05/06/2024"])));
    expect(guess.questions).toEqual([
      "No date in Date says whether the day or the month comes first. Choose the date order.",
    ]);
  });

  it("are asked for when dates contradict each other", async () => {
    const guess = await inspectFile(file(dated(["13/04/2024", "04/13/2024", "14/04/2024"])));
    expect(guess.plan.dateOrder).toBe("day-first");
    expect(guess.questions).toHaveLength(1);
  });
});

describe("a file without a header", () => {
  it("is not imported without a question, because its first line would be lost", async () => {
    const guess = await inspectFile(file("1,2024-01-05,Tea,2,3.50\n2,2024-01-06,Cake,1,4.00\n"));
    expect(guess.questions[0]).toContain("The first line looks like data");
  });
});

describe("a file that cannot be taken", () => {
  it.each([
    ["empty", "", "till.csv is empty. Nothing was imported."],
    ["empty", " \n\n ", "till.csv holds nothing but blanks. Nothing was imported."],
    ["no-lines", "Date,Product,Total\n", "till.csv has a header but no lines. Nothing was imported."],
    ["no-lines", "Date,Product,Total\n,,\n\n", "till.csv has a header but no lines. Nothing was imported."],
    ["no-figures", "Name,Town\nAnn,Rome\nBo,Oslo\n", "till.csv has no column with numbers. Nothing was imported."],
  ])("says so and what to do next (%s)", async (kind, text, message) => {
    const error = await refusal(text);
    expect(error).toMatchObject({ kind, message });
    expect(error.hint).toMatch(/^[A-Z].*\.$/);
  });

  it("is recognised by its bytes, not its name", async () => {
    expect((await refusal("%PDF-1.4 ...")).kind).toBe("not-a-table");
    expect((await refusal(["Date,Total\n2024-01-01,1\ncaf", new Uint8Array([0xe9])])).kind).toBe("encoding");
  });

  it("leaves at once when it is not wanted any more", async () => {
    await expect(inspectFile(file(SALES), { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});
