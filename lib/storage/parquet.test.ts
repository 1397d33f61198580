import * as parquet from "parquet-wasm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schemaOf } from "@/lib/engine/decode";
import { type NodeEngine, openNodeEngine } from "@/lib/engine/node";
import { ipcToParquet, parquetToIpc } from "./parquet";
import { parquetService } from "./parquet-service";

/** One dictionary column "product" with Tea, Milk, Tea, null, Tea as an Arrow IPC stream. */
const DICTIONARY =
  "/////5gAAAAQAAAAAAAKABAADgAHAAgACgAAAAAAAAEIAAAAAAAEAKz///8EAAAAAQAAABQAAAAQABwACAAPABcAGAAEABAAEAAAADgAAAAUAA" +
  "AAAAAAARgAAAAAAAAFGAAAAAcAAABwcm9kdWN0AAAAAAAEAAQABAAAAAgACAAAAAQACAAAAAwAAAAIAAwACAAHAAgAAAAAAAABIAAAAP////+w" +
  "AAAAFAAAAAAAAAAMABwAGgATABQABAAMAAAAGAAAAAAAAAAAAAAAAAAAAhAAAAAAAAQACAAKAAAABAAIAAAAEAAAAAAACgAYAAwACAAEAAoAAA" +
  "AUAAAASAAAAAIAAAAAAAAAAAAAAAMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAAAAAAAAABAAAAAAAAAACAAAAAAAAAAAAAAAAQAAAAIA" +
  "AAAAAAAAAAAAAAAAAAAAAAAAAwAAAAcAAAAAAAAAVGVhTWlsawD/////iAAAABQAAAAAAAAADAAWABQADwAQAAQADAAAAFgAAAAAAAAAAAAAAx" +
  "AAAAAEAAoAGAAMAAgABAAKAAAAFAAAADgAAAAFAAAAAAAAAAAAAAACAAAAAAAAAAAAAABAAAAAAAAAAEAAAAAAAAAAGAAAAAAAAAAAAAAAAQAA" +
  "AAUAAAAAAAAAAQAAAAAAAAAXAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" +
  "AAAAEAAAAAAAAAAAAAAAAAAAAAAAAA/////wAAAAA=";

const TABLE = `CREATE TABLE given AS SELECT
  i::BIGINT AS line,
  (i * 9747747.9341)::DECIMAL(18,4) AS amount,
  CASE WHEN i % 7 = 0 THEN NULL ELSE (i * -1.105)::DECIMAL(38,3) END AS wide,
  DATE '1999-12-28' + i::INTEGER AS day,
  TIMESTAMP '2026-03-29 01:59:59' + i * INTERVAL 1 HOUR AS sold_at,
  'Größe ' || i % 5 AS product,
  i % 2 = 0 AS even,
  i / 3.0::DOUBLE AS third,
  NULL::VARCHAR AS nothing
FROM range(0, 300000) r(i)`;

describe("a part in Parquet", () => {
  let engine: NodeEngine;
  beforeAll(async () => {
    engine = await openNodeEngine();
  });
  afterAll(() => engine.close());

  const roundTrip = (ipc: Uint8Array) => parquetToIpc(parquet, ipcToParquet(parquet, ipc));

  it("keeps every type and every value", async () => {
    await engine.execute(TABLE);
    const packed = ipcToParquet(parquet, await engine.export("given"));
    await engine.load("back", parquetToIpc(parquet, packed));
    const types = async (table: string) => (await engine.runText(`DESCRIBE ${table}`)).rows;
    expect(await types("back")).toEqual(await types("given"));
    const left = await engine.runText("SELECT count(*) AS n FROM (FROM given EXCEPT ALL FROM back)");
    const right = await engine.runText("SELECT count(*) AS n FROM (FROM back EXCEPT ALL FROM given)");
    expect([left.rows, right.rows]).toEqual([[{ n: 0 }], [{ n: 0 }]]);
    const [first] = (await engine.runText("FROM back WHERE line = 1")).rows;
    expect(first).toMatchObject({ amount: "9747747.9341", wide: "-1.105", day: "1999-12-29", product: "Größe 1" });
  });

  it("is cut into the engine's row groups", async () => {
    const packed = ipcToParquet(parquet, await engine.export("given"));
    const file = await parquet.ParquetFile.fromFile(new Blob([packed]));
    const groups = file.metadata().rowGroups();
    expect(groups.map((group) => group.numRows())).toEqual([122_880, 122_880, 54_240]);
    expect(groups[0]?.column(0).compression()).toBe(parquet.Compression.ZSTD);
  });

  it("keeps a dictionary a dictionary", () => {
    const ipc = new Uint8Array(Buffer.from(DICTIONARY, "base64"));
    const back = roundTrip(ipc);
    expect(schemaOf(back).map(({ name, type }) => `${name} ${type}`)).toEqual(["product Dictionary<Int32, Utf8>"]);
    expect(Buffer.from(back).toString("latin1")).toMatch(/TeaMilk|MilkTea/);
  });

  it("keeps a table without rows", async () => {
    await engine.execute("CREATE TABLE empty AS SELECT * FROM given LIMIT 0");
    await engine.load("empty_back", roundTrip(await engine.export("empty")));
    const described = (await engine.runText("DESCRIBE empty_back")).rows;
    expect(described).toEqual((await engine.runText("DESCRIBE empty")).rows);
  });

  it("refuses bytes that are not Arrow or not Parquet", () => {
    const noise = new TextEncoder().encode("<!doctype html><title>Not found</title>");
    expect(() => ipcToParquet(parquet, noise)).toThrow();
    expect(() => parquetToIpc(parquet, noise)).toThrow();
  });

  it("says in plain words that the packing code could not be loaded, and what that leaves intact", async () => {
    const service = parquetService(() => Promise.reject(new TypeError("failed to fetch Wasm: 404")));
    for (const asked of [service.toParquet(new Uint8Array(8)), service.toIpc(new Uint8Array(8))]) {
      await expect(asked).rejects.toMatchObject({ kind: "internal", message: expect.stringContaining("intact") });
    }
  });
});
