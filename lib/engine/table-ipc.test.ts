import { createRequire } from "node:module";
import { beforeAll, describe, expect, it } from "vitest";
import { type NodeEngine, openNodeEngine } from "./node";

let engine: NodeEngine;

/** What this proof needs of the package that storage writes with. */
interface Parquet {
  Table: { fromIPCStream(ipc: Uint8Array): unknown };
  writeParquet(table: unknown): Uint8Array;
  readParquet(bytes: Uint8Array): { intoIPCStream(): Uint8Array };
}
const parquet = createRequire(import.meta.url)("parquet-wasm/node") as Parquet;

const EVERYTHING = `
  select
    i as id,
    case when i % 7 = 0 then null else 'word ' || (i * 13 % 300) end as word,
    (['b', 'a', null])[1 + i % 3]::enum('b', 'a') as grade,
    (i * -1.5)::decimal(18, 4) as amount,
    ((i::hugeint * 100000000000000000)::decimal(38, 3) / 3)::decimal(38, 3) as wide,
    i::hugeint * -100000000000000000000 as huge,
    i::utinyint as tiny, i::double / 3 as ratio, i % 2 = 0 as even,
    date '1969-12-01' + i::integer as day,
    timestamp '1969-12-31 23:59:00.123456' + interval (i) second as at,
    timestamp_ns '2020-01-01 00:00:00.123456789' as at_ns,
    case when i % 5 = 0 then null else time '10:00:00.5' end as clock,
    'raw'::blob as raw, [i, null] as list, {'a': i, 'b': 'x'} as pair
  from (select unnest(range(200)) as i)`;

const types = async (table: string) => {
  const { rows } = await engine.runText(`select column_name as name, column_type as type from (describe ${table})`);
  return Object.fromEntries(rows.map(({ name, type }) => [name, type]));
};
const rowsOf = async (table: string) => (await engine.runText(`select * from ${table}`)).rows;

beforeAll(async () => {
  engine = await openNodeEngine();
  await engine.execute(`create table origin as ${EVERYTHING}`);
});

describe("a table as an Arrow stream", () => {
  it("comes back with the same rows in the same order and the same types, ENUM as text and HUGEINT as decimal", async () => {
    await engine.load("back", await engine.export("origin"));
    expect(await rowsOf("back")).toEqual(await rowsOf("origin"));
    const expected = { ...(await types("origin")), grade: "VARCHAR", huge: "DECIMAL(38,0)" };
    expect(await types("back")).toEqual(expected);
  });

  it("comes back the same through Parquet", async () => {
    const ipc = await engine.export("origin");
    const bytes = parquet.writeParquet(parquet.Table.fromIPCStream(ipc));
    await engine.load("stored", parquet.readParquet(bytes).intoIPCStream());
    expect(await rowsOf("stored")).toEqual(await rowsOf("origin"));
    expect(await types("stored")).toEqual({ ...(await types("origin")), grade: "VARCHAR", huge: "DECIMAL(38,0)" });
  });

  it("is cut by row ids without a row lost or doubled", async () => {
    await engine.execute("create table many as select i, 'row ' || i as t from range(10000) as r(i)");
    const cuts = [0, 1, 2047, 2048, 2049, 9999, 20_000];
    await engine.execute("create table joined as select * from many limit 0");
    for (const [index, from] of cuts.slice(0, -1).entries()) {
      await engine.load("piece", await engine.export("many", { from, to: cuts[index + 1] ?? 0 }));
      await engine.execute("insert into joined select * from piece");
    }
    expect(await rowsOf("joined")).toEqual(await rowsOf("many"));
  });

  it("is cut by the places of its rows where columns of its own are called as the engine calls these", async () => {
    await engine.execute(`create table numbered as
      select 600000 - range as "RowID", range as c0, 'r' || range as q from range(10) order by range`);
    await engine.load("cut", await engine.export("numbered", { from: 3, to: 7 }));
    expect(await rowsOf("cut")).toEqual((await rowsOf("numbered")).slice(3, 7));
    expect(await types("cut")).toEqual(await types("numbered"));
  });

  it("keeps its columns and types when it has no rows", async () => {
    await engine.execute("create table none as select * from origin limit 0");
    await engine.load("none_back", await engine.export("none"));
    expect(await rowsOf("none_back")).toEqual([]);
    expect(await types("none_back")).toEqual({ ...(await types("none")), grade: "VARCHAR", huge: "DECIMAL(38,0)" });
  });

  it("replaces the table of that name, which stays as it was when the bytes are no stream", async () => {
    await engine.execute("create table shelf as select 'old' as a");
    await expect(engine.load("shelf", new TextEncoder().encode("this is no Arrow stream"))).rejects.toThrow();
    expect(await rowsOf("shelf")).toEqual([{ a: "old" }]);
    await engine.execute(`create table "odd ""name""" as select 'new' as a`);
    await engine.load("shelf", await engine.export('odd "name"'));
    expect(await rowsOf("shelf")).toEqual([{ a: "new" }]);
  });
});
