import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { type ImportPlan, PLAIN } from "./plan";
import { readFile } from "./read-file";
import { named, readAnswered } from "./testing/read-text";
import type { PlanEdits } from "./to-import-plan";

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});

const read = (text: string, edits?: PlanEdits, id?: string) => readAnswered(engine, text, edits, id);

async function rows(sql: string): Promise<readonly Record<string, unknown>[]> {
  return (await engine.runText(sql)).rows;
}

describe("lines that do not count", () => {
  const TEXT =
    "Date,Product,Qty,Price,Note\n" +
    '2024-01-05,Tea,2,3.50,"good, strong"\n' +
    ",,,,\n" +
    "Date,Product,Qty,Price,Note\n" +
    "2024-13-05,Tea,1,3.50,x\n" +
    '2024-01-06,Tea,ERROR,3.50,"a ""b"""\n' +
    "2024-01-07,Tea,,3.50,x\n" +
    ",Tea,1,3.50,x\n" +
    "2024-01-17,Tea,1,free,x\n" +
    "2024-01-18,Tea,999999999999999999,1,x\n" +
    "TOTAL,,3,10.50,\n";

  it("are set aside with row, reason and raw text, and the ledger foots", async () => {
    const { ledger, setAside } = await read(TEXT);
    expect(setAside).toBe("set_aside_t");
    expect(ledger).toMatchObject({ lines: 10, kept: 1, rejected: 6, excluded: 3, warnings: [] });
    expect(ledger.samples).toEqual([
      { line: 3, fate: "excluded", reason: "blank line", raw: ",,,," },
      { line: 4, fate: "excluded", reason: "repeated header", raw: "Date,Product,Qty,Price,Note" },
      { line: 5, fate: "rejected", reason: "date cannot be read", raw: "2024-13-05,Tea,1,3.50,x" },
      { line: 6, fate: "rejected", reason: "quantity is not a number", raw: '2024-01-06,Tea,ERROR,3.50,"a ""b"""' },
      { line: 7, fate: "rejected", reason: "quantity is missing", raw: "2024-01-07,Tea,,3.50,x" },
      { line: 8, fate: "rejected", reason: "date is missing", raw: ",Tea,1,3.50,x" },
      { line: 9, fate: "rejected", reason: "unit price is not a number", raw: "2024-01-17,Tea,1,free,x" },
      { line: 10, fate: "rejected", reason: "quantity is too large", raw: "2024-01-18,Tea,999999999999999999,1,x" },
      { line: 11, fate: "excluded", reason: "total line", raw: "TOTAL,,3,10.50," },
    ]);
    expect(await rows("select count(*) as n from set_aside_t")).toEqual([{ n: 9 }]);
  });

  it("keep the row a spreadsheet shows, also below empty lines and line ends inside quotes", async () => {
    const { ledger } = await read(
      'Date,Product,Qty,Price\n2024-01-05,"Tea\nloose",1,2\n\n\n2024-01-06,Tea,x,2\n2024-01-17,Tea,1,2\n',
    );
    expect(ledger).toMatchObject({ lines: 3, kept: 2, rejected: 1 });
    expect(ledger.samples[0]).toMatchObject({ line: 5, reason: "quantity is not a number" });
    expect(await rows("select source_line as l from sales_t order by 1")).toEqual([{ l: 2 }, { l: 6 }]);
  });

  it("do not cost the file: ragged lines and open quotes are rejected, the others are read", async () => {
    const { ledger } = await read(
      'Date,Product,Qty,Price\n2024-01-05,Tea,1,2\n2024-01-06,Tea\n2024-01-07,"Te,1\n2024-01-08,Tea,1,2,3\n2024-01-17,Tea,4,2\n',
    );
    expect(ledger).toMatchObject({ lines: 5, kept: 2, rejected: 3, excluded: 0 });
    expect(ledger.samples.map(({ line, reason, raw }) => [line, reason, raw])).toEqual([
      [3, "fewer fields than the header", "2024-01-06,Tea"],
      [4, "fewer fields than the header", '2024-01-07,"Te,1'],
      [5, "more fields than the header", "2024-01-08,Tea,1,2,3"],
    ]);
    expect(await rows("select sum(quantity) as q from sales_t")).toEqual([{ q: "5" }]);
  });

  it("are not those with one bad cell in a column that is not needed", async () => {
    const { ledger } = await read(
      "Date,Product,Qty,Price,Total,Unit cost\n2024-01-05,Tea,1,x,2,1\n2024-01-06,Tea,1,2,2,?\n2024-01-07,Tea,1,2,2,N/A\n2024-01-17,Tea,1,2,2,1\n2024-01-18,Tea,1,2,2,1\n",
    );
    expect(ledger).toMatchObject({ lines: 5, kept: 5 });
    expect(ledger.warnings.map(({ sentence }) => sentence)).toEqual([
      "Price cannot be read on 1 line; the unit price is unknown there.",
      "Unit cost cannot be read on 1 line; the unit cost is unknown there.",
    ]);
  });

  it("may be all of them: the table is then empty and the ledger still foots", async () => {
    const plan = { mapping: { date: "Day" } } as const;
    const {
      ledger,
      rows: kept,
      firstDay,
    } = await read("Day,Product,Total,Date\nsoon,Tea,1,2024-01-15\nlater,Tea,2,2024-01-16\n", plan);
    expect({ kept, firstDay }).toEqual({ kept: 0, firstDay: null });
    expect(ledger).toMatchObject({ lines: 2, kept: 0, rejected: 2 });
    expect(await rows("select count(*) as n from sales_t")).toEqual([{ n: 0 }]);
  });

  it("and those that do always add up to the lines of the file", async () => {
    const plan: ImportPlan = {
      kind: "sales",
      ...PLAIN,
      columns: ["Date", "Product", "Qty", "Total"],
      mapping: { date: "Date", product_name: "Product", quantity: "Qty", amount: "Total" },
      dateOrder: "year-first",
      decimalMark: "point",
      currency: null,
    };
    const good = fc
      .record({ qty: fc.integer({ min: -9, max: 99 }), cents: fc.integer({ min: -9999, max: 9999 }) })
      .map(({ qty, cents }) => ({
        text: `2024-01-15,Tea,${qty},${(cents / 100).toFixed(2)}`,
        kept: true,
        record: true,
        cents,
      }));
    const other = (text: string, record = true) => fc.constant({ text, kept: false, record, cents: 0 });
    const line = fc.oneof(
      { weight: 4, arbitrary: good },
      other("", false),
      other(",,,"),
      other("Date,Product,Qty,Total"),
      other("2024-01-15,Tea,1"),
      other("2024-01-15,Tea,1,2,3"),
      other("2024-01-15,Tea,x,2"),
      other("soon,Tea,1,2"),
      other('2024-01-15,"Tea,1'),
      other('2024-01-15,"Tea",1,'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 30 }),
        fc.constantFrom("\n", "\r\n"),
        async (lines, end) => {
          const text = ["Date,Product,Qty,Total", ...lines.map((entry) => entry.text)].join(end) + end;
          const { ledger } = await readFile(engine, named(text), plan, { id: "p" });
          const kept = lines.filter((entry) => entry.kept);
          expect(ledger.lines).toBe(lines.filter((entry) => entry.record).length);
          expect(ledger.kept).toBe(kept.length);
          expect(ledger.kept + ledger.rejected + ledger.excluded).toBe(ledger.lines);
          const [sum] = await rows("select coalesce(sum(amount) * 100, 0)::bigint as cents from sales_p");
          expect(sum?.cents).toBe(kept.reduce((total, entry) => total + entry.cents, 0));
        },
      ),
      { numRuns: 40 },
    );
  });
});
