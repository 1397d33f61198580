import { describe, expect, it } from "vitest";
import { IngestError } from "./ingest-error";
import { inspectFile } from "./inspect-file";
import type { OpenFile } from "./open-file";
import { type ImportPlan, PLAIN } from "./plan";

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
      ...PLAIN,
      kind: "sales",
      columns: ["Order ID", "Date", "Product", "Qty", "Unit price", "Total"],
      mapping: {
        transaction: "Order ID",
        date: "Date",
        product_name: "Product",
        quantity: "Qty",
        unit_price: "Unit price",
        amount: "Total",
      },
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

  it("may count its days as Excel does", async () => {
    const guess = await inspectFile(file("Date,Product,Qty,Total\n46143,Tea,2,7.00\n46144.5,Cake,1,4.00\n"));
    expect(guess.plan).toMatchObject({ kind: "sales", mapping: { date: "Date", amount: "Total" } });
    expect(guess.questions).toEqual([]);
    expect(guess.evidence).toContain("Date holds Excel's day numbers.");
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

describe("a file that is not about selling", () => {
  it.each([
    ["people", "Name,Town\nAnn,Rome\nBo,Oslo\n"],
    ["the weather", "Day,Temperature\n03/04/2024,12.5\n04/05/2024,13.5\n"],
    ["lines without names of columns", "1,2024-01-05,Tea,2,3.50\n2,2024-01-06,Cake,1,4.00\n"],
  ])("is an ordinary table and asks nothing: %s", async (_, text) => {
    const guess = await inspectFile(file(text));
    expect(guess.plan).toMatchObject({ kind: "table", mapping: {} });
    expect(guess.questions).toEqual([]);
    expect(guess.sample).toHaveLength(2);
  });
});

describe("a file that is called returns", () => {
  it("holds what came back", async () => {
    expect((await inspectFile(file(SALES, "Returns June.csv"))).plan.kind).toBe("returns");
    expect((await inspectFile(file(SALES, "Retouren.csv"))).plan.kind).toBe("returns");
    expect((await inspectFile(file(SALES, "Returns June.csv"))).evidence.join(" ")).toContain("The lines are returns");
  });

  it.each(["June.csv", "Sales and returns.csv", "ventas_y_devoluciones.csv", "販売・返品.csv"])(
    "is another than %s",
    async (name) => {
      expect((await inspectFile(file(SALES, name))).plan.kind).toBe("sales");
    },
  );
});

describe("a container with types of its own", () => {
  const typed: OpenFile = async (given, choice) => ({
    text: Object.assign(new Blob(["Date,Product,Qty,Total\n2024-03-04,Tea,2,1.234\n2024-05-06,Tea,1,2.5\n"]), {
      name: given.name,
    }),
    encoding: "utf-8",
    sheet: choice.sheet ?? "May",
    sheets: ["April", "May"],
    typed: true,
    evidence: ["Read the sheet May."],
  });

  it("has points for decimals and the year first, and asks about neither", async () => {
    const guess = await inspectFile(file("workbook", "till.xlsx"), { openFile: typed });
    expect(guess.plan).toMatchObject({ sheet: "May", decimalMark: "point", dateOrder: "year-first" });
    expect(guess.sheets).toEqual(["April", "May"]);
    expect(guess.evidence).toEqual(["Read the sheet May."]);
    expect(guess.questions).toEqual([]);
  });

  it("is opened at the sheet a person chose", async () => {
    const choice = { encoding: null, sheet: "April" };
    expect((await inspectFile(file("workbook", "till.xlsx"), { openFile: typed, choice })).plan.sheet).toBe("April");
  });
});

describe("a header row that was chosen", () => {
  it("is taken, and what stands above it is not part of the table", async () => {
    const choice = { encoding: null, sheet: null, headerRow: 2 };
    const guess = await inspectFile(file(`Item,Total\n${SALES}`), { choice });
    expect(guess.plan.layout).toMatchObject({ headerRow: 2, firstRow: 3 });
    expect(guess.plan.columns).toContain("Unit price");
  });
});

describe("a reading that is remembered", () => {
  const odd = "Wann,Was,Wieviel,Geld\n03/04/2024,Tea,2,7.00\n05/06/2024,Cake,1,4.00\n";
  const known: ImportPlan = {
    ...PLAIN,
    kind: "sales",
    columns: ["Wann", "Was", "Wieviel", "Geld"],
    mapping: { date: "Wann", product_name: "Was", quantity: "Wieviel", amount: "Geld" },
    dateOrder: "month-first",
    currency: "EUR",
    rules: { duplicate: true },
    countedLines: [4],
  };

  it("is taken over without a question for a file with the same columns", async () => {
    const asked: string[] = [];
    const remembered = async (signature: string) => {
      asked.push(signature);
      return known;
    };
    const guess = await inspectFile(file(odd), { remembered });
    expect(asked).toHaveLength(1);
    expect(guess.plan).toEqual({ ...known, countedLines: [] });
    expect(guess.evidence).toContain("Read as the last file with these columns was.");
    expect(guess.questions).toEqual([]);
  });

  it("gives way where the dates of this file say another order", async () => {
    const guess = await inspectFile(file(odd.replace("03/04", "23/04")), { remembered: async () => known });
    expect(guess.plan.dateOrder).toBe("day-first");
    expect(guess.questions).toEqual([]);
  });

  it("leaves the order of dates open where the last file did not need one", async () => {
    const guess = await inspectFile(file(odd), { remembered: async () => ({ ...known, dateOrder: "year-first" }) });
    expect(guess.questions).toEqual([
      "No date in Wann says whether the day or the month comes first. Choose the date order.",
    ]);
  });

  it("is not looked for where columns have no names", async () => {
    const bare = "1,2024-01-05,Tea,2,3.50\n2,2024-01-06,Cake,1,4.00\n";
    const remembered = async () => ({
      ...known,
      columns: ["column_1", "column_2", "column_3", "column_4", "column_5"],
      mapping: {},
      kind: "sales",
    });
    expect((await inspectFile(file(bare), { remembered })).plan.kind).toBe("table");
  });

  it.each([
    ["nothing", null],
    ["something damaged", { ...known, kind: "gift" }],
    ["a plan for other columns", { ...known, columns: [...known.columns, "More"] }],
  ])("counts for nothing when it is %s", async (_, value) => {
    const guess = await inspectFile(file(odd), { remembered: async () => value });
    expect(guess.plan.kind).toBe("table");
  });
});

describe("two currencies in one file", () => {
  it("are told: most lines decide, the others are named", async () => {
    const lines = ["EUR", "EUR", "USD"].map((code, at) => `2024-01-1${at},Tea,1,7.00,${code}`);
    const guess = await inspectFile(file(`Date,Product,Qty,Total,Currency\n${lines.join("\n")}\n`));
    expect(guess.plan).toMatchObject({ currency: "EUR", mapping: { currency: "Currency" } });
    expect(guess.evidence).toContain("Most lines are in EUR, others in USD.");
  });
});

describe("a file that cannot be taken", () => {
  it.each([
    ["empty", "", "till.csv is empty. Nothing was imported."],
    ["empty", " \n\n ", "till.csv holds nothing but blanks. Nothing was imported."],
    ["no-lines", "Date,Product,Total\n", "till.csv has a header but no lines. Nothing was imported."],
    ["no-lines", "Date,Product,Total\n,,\n\n", "till.csv has a header but no lines. Nothing was imported."],
  ])("says so and what to do next (%s)", async (kind, text, message) => {
    const error = await refusal(text);
    expect(error).toMatchObject({ kind, message });
    expect(error.hint).toMatch(/^[A-Z].*\.$/);
  });

  it("is recognised by its bytes, not its name", async () => {
    expect((await refusal("%PDF-1.4 ...")).kind).toBe("not-a-table");
  });

  it("leaves at once when it is not wanted any more", async () => {
    await expect(inspectFile(file(SALES), { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
  });
});
