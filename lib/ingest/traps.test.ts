import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { inspectFile } from "./inspect-file";
import type { Guess } from "./plan";
import { type ReadResult, readFile } from "./read-file";

/** The seven files of shops that other tools read wrongly without a word. */
let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

type Part = string | Uint8Array<ArrayBuffer>;

const fileOf = (parts: readonly Part[], name = "till.csv") => Object.assign(new Blob([...parts]), { name });

async function read(parts: readonly Part[]): Promise<{ guess: Guess; result: ReadResult }> {
  const file = fileOf(parts);
  const guess = await inspectFile(file);
  expect(guess.questions).toEqual([]);
  return { guess, result: await readFile(engine, file, guess.plan, { id: "trap", thisYear: 2026 }) };
}

async function lines(columns: string) {
  return (await engine.runText(`select ${columns} from sales_trap order by source_line`)).rows;
}

const foots = ({ lines: all, kept, rejected, excluded }: ReadResult["ledger"]) =>
  expect(kept + rejected + excluded).toBe(all);

/** Text in an encoding of one byte a letter, from a table of the letters beyond ASCII. */
function bytesOf(text: string, letters: Readonly<Record<string, number>>): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (char) => letters[char] ?? char.charCodeAt(0));
}

describe("files shops have", () => {
  it("may part fields by semicolons and decimals by commas", async () => {
    const { guess, result } = await read([
      "Datum;Artikel;Menge;Einzelpreis;Gesamtpreis\n",
      "01.02.2026;Tee;2;1.234,50;2.469,00\n",
      "13.02.2026;Kanne;1;1.010,99;1.010,99\n",
      "14.02.2026;Dose;12;0,05;0,60\n",
    ]);
    expect(guess.plan).toMatchObject({ decimalMark: "comma", dateOrder: "day-first", dialect: { delimiter: ";" } });
    expect(await lines("amount, unit_price")).toEqual([
      { amount: "2469", unit_price: "1234.5" },
      { amount: "1010.99", unit_price: "1010.99" },
      { amount: "0.6", unit_price: "0.05" },
    ]);
    foots(result.ledger);
  });

  it("may be written in Windows-1252", async () => {
    const text =
      "Date;Désignation;Quantité;Montant\n2026-01-02;Crème brûlée;2;9,80\n2026-01-03;Café “noir” 1 €;1;2,10\n";
    const { guess } = await read([bytesOf(text, { é: 0xe9, è: 0xe8, û: 0xfb, "“": 0x93, "”": 0x94, "€": 0x80 })]);
    expect(guess.plan.encoding).toBe("windows-1252");
    expect(guess.evidence.join(" ")).toContain("Windows-1252");
    expect(await lines("product_name::varchar as name, amount")).toEqual([
      { name: "Crème brûlée", amount: "9.8" },
      { name: "Café “noir” 1 €", amount: "2.1" },
    ]);
  });

  it("may go wrong on two lines at line 30,001, which are named and cost no other line", async () => {
    const good = (row: number) => `2026-01-${String((row % 28) + 1).padStart(2, "0")},Item ${row % 50},1,2.50\n`;
    const rows = Array.from({ length: 40_000 }, (_, row) => good(row + 2));
    rows[29_999] = "2026-01-05,Item 7,1\n";
    rows[30_000] = "2026-01-05,Item 7,one,2.50\n";
    const { result } = await read(["Date,Product,Quantity,Total\n", ...rows]);
    expect(result.ledger).toMatchObject({ lines: 40_000, kept: 39_998, rejected: 2, excluded: 0 });
    expect(result.ledger.samples.map(({ line }) => line)).toEqual([30_001, 30_002]);
    foots(result.ledger);
  });

  it('may write money as "$1,200.00"', async () => {
    const { guess } = await read([
      'Order Date,Product,Qty,Unit Price,Total\n2026-03-01,Sofa,2,"$1,200.00","$2,400.00"\n2026-03-02,Sofa,-1,"$1,200.00","-$1,200.00"\n',
      '2026-03-03,Lamp,1,"$33.62","($33.62)"\n',
    ]);
    expect(guess.plan.currency).toBe("USD");
    expect(await lines("amount")).toEqual([{ amount: "2400" }, { amount: "-1200" }, { amount: "-33.62" }]);
  });

  it("may end with a total, which is left out and said", async () => {
    const { result } = await read([
      "Date,Product,Quantity,Total\n2026-01-02,Tea,2,5.00\n2026-01-03,Total Care Shampoo,1,7.00\nTOTAL,,3,12.00\n",
    ]);
    expect(result.ledger).toMatchObject({
      lines: 3,
      kept: 2,
      excluded: 1,
      reasons: [{ fate: "excluded", reason: "total line", lines: 1, rule: "total-line" }],
      samples: [{ line: 4, raw: "TOTAL,,3,12.00" }],
    });
    expect(await lines("product_name::varchar as name")).toEqual([{ name: "Tea" }, { name: "Total Care Shampoo" }]);
  });

  it("may have that total counted after all", async () => {
    const file = fileOf(["Date,Product,Quantity,Total\n2026-01-02,Tea,2,5.00\n2026-01-03,Total,1,7.00\n"]);
    const { plan } = await inspectFile(file);
    const left = await readFile(engine, file, plan, { id: "trap", thisYear: 2026 });
    expect(left.ledger).toMatchObject({ kept: 1, excluded: 1 });
    const counted = await readFile(engine, file, { ...plan, countedLines: [3] }, { id: "trap", thisYear: 2026 });
    expect(counted.ledger).toMatchObject({ kept: 2, excluded: 0 });
    const off = await readFile(
      engine,
      file,
      { ...plan, rules: { "total-line": false } },
      { id: "trap", thisYear: 2026 },
    );
    expect(off.ledger).toMatchObject({ kept: 2, excluded: 0 });
  });

  it("may leave open whether 01/03 is in January or in March, which is asked", async () => {
    const rows = Array.from({ length: 12 }, (_, at) => `${String(at + 1).padStart(2, "0")}/03/2026,Tea,1,2.00\n`);
    const guess = await inspectFile(fileOf(["Date,Product,Quantity,Total\n", ...rows]));
    expect(guess.questions).toEqual([
      "No date in Date says whether the day or the month comes first. Choose the date order.",
    ]);
  });

  it.each([
    ["little", [0xff, 0xfe]],
    ["big", [0xfe, 0xff]],
  ] as const)("may be written in UTF-16, %s end first", async (end, mark) => {
    const text = "Date\tProduct\tQuantity\tTotal\r\n2026-01-02\tOolong 烏龍茶\t2\t5.00\r\n";
    const bytes = new Uint8Array(2 + text.length * 2);
    bytes.set(mark);
    const view = new DataView(bytes.buffer);
    for (const [at, char] of [...text].entries()) view.setUint16(2 + at * 2, char.charCodeAt(0), end === "little");
    await read([bytes]);
    expect(await lines("product_name::varchar as name, quantity, amount")).toEqual([
      { name: "Oolong 烏龍茶", quantity: "2", amount: "5" },
    ]);
  });
});
