import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { inspectFile } from "./inspect-file";
import type { ImportPlan } from "./plan";
import { readFile } from "./read-file";
import { columnsOf, readingCheck } from "./reading-check";
import { readingScript, type ScriptedFile, whyNotByScript } from "./reading-script";
import { named } from "./testing/read-text";
import { valueShapesOf } from "./value-shapes";

let engine: NodeEngine;
const folder = mkdtempSync(join(tmpdir(), "lucid-script-"));
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => rmSync(folder, { recursive: true }));

interface File {
  name: string;
  text: string;
  change?: Partial<ImportPlan>;
}

/** The rows of a file as Lucid reads it, and as native DuckDB reads the script; with and without a look at the file. */
async function bothWays({ name, text, change = {} }: File) {
  const file = named(text, name);
  const { plan: guessed } = await inspectFile(file);
  const plan = { ...guessed, ...change };
  const read = await readFile(engine, file, plan, { id: "x", thisYear: 2026, given: { date: true, price: true } });
  const columns = await columnsOf(engine, read.table);
  const select = `select ${columns
    .filter((column) => !column.name.startsWith("source_"))
    .map((column) => `"${column.name}"::varchar as "${column.name}"`)
    .join(", ")} from ${read.table} order by all`;
  const expected = (await engine.runText(select)).rows;
  const path = join(folder, name);
  writeFileSync(path, text);
  const found = [];
  for (const shapes of [await valueShapesOf(file, plan), null]) {
    const ragged = read.ledger.reasons.some(({ reason }) => reason.endsWith("fields than the header"));
    const scripted: ScriptedFile = { id: "x", fileName: path, plan, columns, shapes, ragged, newestYear: 2027 };
    const instead = whyNotByScript({ ...scripted, fileName: name });
    if (instead !== null) {
      found.push(instead);
      continue;
    }
    const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
    const connection = await instance.connect();
    for (const statement of readingScript(scripted)) await connection.run(statement);
    await connection.run(await readingCheck(engine, read.table, { named: read.table, fileName: name }));
    found.push((await connection.runAndReadAll(select)).getRowObjectsJson());
    connection.closeSync();
  }
  return { expected, found, ledger: read.ledger };
}

const CLEAN = `Date,Product,Category,Quantity,Unit price,Total,Customer
2026-01-05,Tea,Hot,2,1.50,3.00,C1
2026-01-06,"Cake, large",,1,20,20,C2
2026-02-07,Tea,Hot,-1,1.50,-1.50,
`;

const DIRTY = `Datum;Artikel;Menge;Preis;Summe;Filiale
01.02.2026 10:15;  Tee ;1.200;"1,50 €";"1.800,00 €";Mitte
28.02.2026;Kuchen;3 Stk;(2,00);(6,00);Mitte
3. März 2026;Brot;1;2,5;;Nord

Datum;Artikel;Menge;Preis;Summe;Filiale
31.02.2026;Brot;1;2,5;2,5;Nord
04.03.2026;"Saft ""rot""";-2;1,25;-2,50;N/A
05.03.2026;;1;1;1;Nord
Summe;;;;1.800,00;
`;

const US_RETURNS = `Order Date,SKU,Item,Qty,Amount,Type
3/14/26,A-1,Mug,2,$10.00,Sale
3/15/26,A-1,Mug,1,$5.00,Refund
12/31/2025 11:05 PM,A-2,Bowl,1,"$1,148.00",Sale
13/31/2025,A-2,Bowl,1,$8.00,Sale
`;

describe("a script reads what Lucid read", () => {
  it.each<File>([
    { name: "clean.csv", text: CLEAN },
    { name: "dirty.csv", text: DIRTY },
    { name: "returns.csv", text: US_RETURNS },
    { name: "once.csv", text: `${CLEAN}2026-01-05,Tea,Hot,2,1.50,3.00,C1\n`, change: { rules: { duplicate: true } } },
    { name: "ragged.csv", text: `${CLEAN}2026-03-01,Tea,Hot,2\n2026-03-02,Tea,Hot,2,1.50,3.00,C1,more\n` },
    { name: "stock.csv", text: "SKU;Name;Stock;Cost;Updated\nA;Tea;12,5;3,20;1.6.2026\nB;Cake;;1;\nC;Bread;-1;;x\n" },
    {
      name: "people.csv",
      text: "Name,Born,Member,Score,Code\nAnn,1990-02-03,yes,1.25,007\nBo,,no,-3,012\n,2001-12-31,yes,,\n",
    },
  ])("of $name", async (file) => {
    const { expected, found } = await bothWays(file);
    expect(expected.length).toBeGreaterThan(0);
    expect(found).toEqual([expected, expected]);
  });

  it("says why it cannot where SQL alone does not do", async () => {
    const preamble = await bothWays({ name: "sheet.csv", text: `${CLEAN}\n\nNotes\nall prices with tax\n` });
    expect(preamble.expected.length).toBe(3);
    expect(preamble.found.every((each) => typeof each === "string" || each.length === 3)).toBe(true);
    expect(
      whyNotByScript({ plan: { ...(await inspectFile(named(CLEAN))).plan }, fileName: "a.xlsx", shapes: null }),
    ).toBe("it is not a text file");
  });

  it("fails where the file is another one", async () => {
    const file = named(CLEAN);
    const { plan } = await inspectFile(file);
    const read = await readFile(engine, file, plan, { id: "y" });
    const check = await readingCheck(engine, read.table, { named: "other", fileName: "clean.csv" });
    const connection = await (await DuckDBInstance.create(":memory:")).connect();
    const table = (amount: string) =>
      `create or replace table other as select sold_at::date as sold_at, 'x' as product_id, 'x' as product_name, 'x' as category,
        q::decimal(18, 3) as quantity, ${amount}::decimal(18, 4) as unit_price, 7.1667::decimal(18, 4) as amount, null::decimal(18, 4) as unit_cost,
        'c' as customer_id, null::varchar as transaction_id, null::varchar as store from (values ('2026-01-05', 2), ('2026-02-07', 0)) as t(sold_at, q)`;
    await connection.run(table("1"));
    await expect(connection.run(check)).rejects.toThrow("does not give the lines Lucid read");
    connection.closeSync();
  });
});
