import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { expect, it } from "vitest";
import { column } from "@/lib/query/column";
import { tableParquet } from "./table-parquet";

const COLUMNS = Object.entries({
  name: column.text({ label: "Name" }),
  units: column.integer({ label: "Units" }),
  amount: column.decimal({ label: "Amount" }),
  huge: column.decimal({ label: "Huge" }),
  share: column.double({ label: "Share" }),
  day: column.date({ label: "Day" }),
  at: column.timestamp({ label: "At" }),
  open: column.boolean({ label: "Open" }),
}).map(([name, codec]) => ({ ...codec, name }));

const ROWS = [
  {
    name: 'Crème "brûlée"',
    units: -3,
    amount: "-1148.5",
    huge: "99999999999999999999999999.1234",
    share: 0.1 + 0.2,
    day: "2026-02-28",
    at: "2026-02-28T23:59:59.123456",
    open: true,
  },
  { name: null, units: null, amount: null, huge: null, share: null, day: null, at: null, open: null },
  {
    name: "",
    units: 2 ** 53 - 1,
    amount: "0.01",
    huge: "-1",
    share: -0,
    day: "0099-12-31",
    at: "1899-01-01T00:00:00",
    open: false,
  },
];

it("native DuckDB reads a table with its types, every digit and every unknown value", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lucid-parquet-"));
  const path = join(folder, "table.parquet");
  // In two parts: what the second needs holds for the first too.
  writeFileSync(path, await tableParquet(COLUMNS, () => [ROWS.slice(0, 1), ROWS.slice(1)]));
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const rows = async (text: string) => (await connection.runAndReadAll(text)).getRowObjectsJson();
  const types = await rows(`select column_type from (describe from '${path}')`);
  expect(types.map(({ column_type }) => column_type)).toEqual([
    "VARCHAR",
    "BIGINT",
    "DECIMAL(6,2)",
    "DECIMAL(30,4)",
    "DOUBLE",
    "DATE",
    "TIMESTAMP",
    "BOOLEAN",
  ]);
  const texts = await rows(`select columns(*)::varchar from '${path}'`);
  expect(texts).toEqual([
    {
      ...ROWS[0],
      units: "-3",
      amount: "-1148.50",
      huge: "99999999999999999999999999.1234",
      share: "0.30000000000000004",
      at: "2026-02-28 23:59:59.123456",
      open: "true",
    },
    ROWS[1],
    {
      ...ROWS[2],
      units: "9007199254740991",
      amount: "0.01",
      huge: "-1.0000",
      share: "-0.0",
      at: "1899-01-01 00:00:00",
      open: "false",
    },
  ]);
  expect(await rows(`select count(*)::integer as n from read_parquet('${path}')`)).toEqual([{ n: 3 }]);
  connection.closeSync();
  rmSync(folder, { recursive: true });
});

it("the finest times and decimals keep every digit", async () => {
  const folder = mkdtempSync(join(tmpdir(), "lucid-parquet-"));
  const path = join(folder, "table.parquet");
  const part = `-0.${"12345678901234567890123456789012345678"}`;
  const columns = COLUMNS.filter(({ name }) => name === "at" || name === "huge");
  const rows = [
    { at: "2024-01-02T03:04:05.123456789", huge: part },
    { at: "1969-12-31T23:59:59.000000001", huge: "0" },
  ];
  writeFileSync(path, await tableParquet(columns, () => [rows]));
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const found = await connection.runAndReadAll(
    `select huge::varchar as huge, "at"::varchar as "at", typeof(huge) as held from '${path}'`,
  );
  expect(found.getRowObjectsJson()).toEqual([
    { huge: part.replace("0.", "."), at: "2024-01-02 03:04:05.123456789", held: "DECIMAL(38,38)" },
    { huge: `.${"0".repeat(38)}`, at: "1969-12-31 23:59:59.000000001", held: "DECIMAL(38,38)" },
  ]);
  connection.closeSync();
  rmSync(folder, { recursive: true });
});

it("a table without rows keeps its columns", async () => {
  expect(new TextDecoder().decode((await tableParquet(COLUMNS, () => [[]])).slice(0, 4))).toBe("PAR1");
});
