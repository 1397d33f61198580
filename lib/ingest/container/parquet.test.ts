import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { parquetWriteBuffer } from "hyparquet-writer";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openFile } from "../open-file";
import { fileOf } from "./testing/encode-text";

let folder: string;
let instance: DuckDBInstance;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "lucid-parquet-"));
  instance = await DuckDBInstance.create();
});

afterAll(() => {
  instance.closeSync();
  rmSync(folder, { recursive: true });
});

async function parquetOf(select: string, options = ""): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, "made.parquet");
  const connection = await instance.connect();
  await connection.run(`copy (${select}) to '${path}' (format parquet${options})`);
  connection.closeSync();
  return new Uint8Array(readFileSync(path));
}

async function opened(bytes: Uint8Array<ArrayBuffer>) {
  const { text, ...rest } = await openFile(fileOf("till.parquet", bytes), { encoding: null, sheet: null });
  return { ...rest, text: await text.text() };
}

describe("a Parquet file", () => {
  it("becomes CSV with every digit of its numbers and ISO dates", async () => {
    const bytes = await parquetOf(`
      select * from (values
        (1::bigint, 19.90::decimal(18, 2), 0.1::decimal(38, 10), 19.99::float, 1e-7::double, date '2026-06-30',
         timestamp '2026-06-30 12:34:56.789', time '08:05:00', true, 'Café, "hot"'),
        (9007199254740993, -0.01, -12345678901234567890.5, -0.5, 2.5e21, date '1999-12-31',
         timestamp '1969-12-31 23:59:59', time '23:59:59', false, e'two\\nlines'),
        (null, null, null, null, null, null, null, null, null, null)
      ) as t(id, price, exact, single, double, day, moment, clock, paid, item)`);
    const { text, ...rest } = await opened(bytes);
    expect(rest).toEqual({ encoding: "utf-8", sheet: null, sheets: [], typed: true, evidence: [] });
    expect(text).toBe(
      [
        "id,price,exact,single,double,day,moment,clock,paid,item",
        '1,19.9,0.1,19.99,0.0000001,2026-06-30,2026-06-30 12:34:56.789,08:05:00,true,"Café, ""hot"""',
        '9007199254740993,-0.01,-12345678901234567890.5,-0.5,2500000000000000000000,1999-12-31,1969-12-31 23:59:59,23:59:59,false,"two\nlines"',
        ",,,,,,,,,",
        "",
      ].join("\n"),
    );
  });

  it.each(["uncompressed", "snappy", "gzip", "zstd", "brotli", "lz4_raw"])("packed with %s is read", async (codec) => {
    const bytes = await parquetOf(
      "select i as n, 'item ' || i % 7 as item from range(5000) t(i)",
      `, compression ${codec}`,
    );
    const lines = (await opened(bytes)).text.split("\n");
    expect(lines).toHaveLength(5002);
    expect([lines[0], lines[1], lines[5000]]).toEqual(["n,item", "0,item 0", "4999,item 1"]);
  });

  it("of several groups of rows keeps their order", async () => {
    const bytes = await parquetOf("select i as n, i * 2 as m from range(10000) t(i)", ", row_group_size 2048");
    const lines = (await opened(bytes)).text.trimEnd().split("\n").slice(1);
    expect(lines).toEqual(Array.from({ length: 10_000 }, (_, index) => `${index},${index * 2}`));
  });

  it("gives lists and structs as JSON", async () => {
    const bytes = await parquetOf("select [1, 2] as list, {'a': 1, 'b': 'x'} as one, 5 as n");
    expect((await opened(bytes)).text).toBe('list,one,n\n"[1,2]","{""a"":1,""b"":""x""}",5\n');
  });

  it("gives texts that are not marked as such, and other bytes as two digits each", async () => {
    const values = [new TextEncoder().encode("café"), Uint8Array.from([0, 255, 16])];
    const buffer = parquetWriteBuffer({ columnData: [{ name: "raw", data: values, type: "BYTE_ARRAY" }] });
    expect((await opened(new Uint8Array(buffer))).text).toBe("raw\ncafé\n00ff10\n");
  });

  it("that is damaged is refused in a sentence", async () => {
    const bytes = await parquetOf("select i as n, 'item ' || i as item from range(5000) t(i)");
    const torn = bytes.slice();
    torn.fill(0xaa, 40, 400);
    for (const broken of [bytes.slice(0, bytes.length / 2), torn, Uint8Array.from([...bytes.slice(0, 4)])]) {
      await expect(opened(broken)).rejects.toMatchObject({
        name: "IngestError",
        kind: "unreadable",
        message: expect.stringContaining("till.parquet is a Parquet file"),
      });
    }
  });
});
