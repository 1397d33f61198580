import { beforeAll, describe, expect, it } from "vitest";
import { column } from "@/lib/query/column";
import { cellTable } from "@/lib/query/literal";
import { param } from "@/lib/query/param";
import { defineQuery } from "@/lib/query/query";
import { EngineError } from "./engine-error";
import { type NodeEngine, openNodeEngine } from "./node";

let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
  await engine.execute("create table sales (day date, item varchar, amount decimal(18, 4))");
  await engine.execute("insert into sales values ('2024-01-01', 'tea', 1.5), ('2024-01-02', 'cup', 2.25)");
});

async function failure(text: string): Promise<EngineError> {
  const error: unknown = await engine.runText(text).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(EngineError);
  return error as EngineError;
}

describe("an analyst's text", () => {
  it.each([
    "select item from sales",
    "from sales",
    "values (1)",
    "with a as (select 1) select * from a",
    "describe sales",
    "summarize sales",
    "select 1; -- the end",
    "pivot sales on item in ('tea', 'cup') using sum(amount)",
  ])("runs when it is one query: %s", async (text) => {
    expect((await engine.runText(text)).columns.length).toBeGreaterThan(0);
  });

  it.each([
    "drop table sales",
    "insert into sales values (null, null, null)",
    "update sales set amount = 0",
    "delete from sales",
    "create table x as select 1",
    "copy sales to '/lucid/out.csv'",
    "set threads = 1",
    "begin",
    "select 1; drop table sales",
    "select 1) ; drop table sales; select (1",
    "/* */ drop table sales /* */",
  ])("is refused when it is anything else: %s", async (text) => {
    await failure(text);
    expect((await engine.runText("select count(*) as n, sum(amount) as a from sales")).rows).toEqual([
      { n: 2, a: "3.75" },
    ]);
  });

  it.each([
    ["", "refused", "There is no query here."],
    ["-- only a remark", "refused", "There is no query here."],
    ["select 1; select 2", "refused", "A cell runs one query, and this text holds several."],
    ["drop table sales", "refused", "Only queries run here: this statement would change something or has no rows."],
    ["pivot sales on item using sum(amount)", "refused", "PIVOT needs the values it turns into columns."],
    ["select $a + $b", "sql", "This query needs a value for $a, $b."],
  ])("%j is %s with the reason", async (text, kind, message) => {
    const error = await failure(text);
    expect(error).toMatchObject({ kind, message });
    expect(error.hint).not.toBeNull();
  });

  it.each([
    ["selec 1", 'Syntax error at or near "selec".', "selec"],
    ["select item\nfrom sales\nwhere amont > 1", 'Referenced column "amont" not found in FROM clause!', "amont"],
    ["\n-- é remark with ü\nselect *\nfrom sale", "Table with name sale does not exist!", "sale"],
    [
      `select ${"amount + ".repeat(60)} amont from sales where day = '2024-01-01'`,
      'Referenced column "amont" not found in FROM clause!',
      "amont",
    ],
  ])("names what is wrong and where: %j", async (text, message, word) => {
    const error = await failure(text);
    expect(error).toMatchObject({ kind: "sql", message, sql: text });
    expect(text.slice(error.position ?? -1)).toMatch(new RegExp(`^${word}`));
  });

  it("says what exists when a name is wrong", async () => {
    expect((await failure("select amont from sales")).hint).toContain("amount");
    expect((await failure("select * from sale")).hint).toContain("sales");
  });

  it("tells a value that fails while it runs without a false position", async () => {
    const error = await failure("select item::int from sales");
    expect(error).toMatchObject({ kind: "sql", position: null });
    expect(error.message).toContain("Could not convert string 'tea' to INT32");
  });

  it("takes parameters as literals, reserved words included, and leaves others out", async () => {
    const text = "select $limit::int as a, $select::varchar as b";
    const { rows } = await engine.runText(text, { limit: "7", select: "'x'", unused: "1" });
    expect(rows).toEqual([{ a: 7, b: "x" }]);
  });
});

describe("a declared query", () => {
  const dearest = defineQuery({
    name: "dearest",
    text: "select item from sales where amount >= $floor order by amount desc, item",
    params: { floor: param.decimal({ label: "Floor", default: 0, min: 0, max: 100 }) },
    row: { item: column.text({ label: "Item" }) },
  });

  it("is planned once, and the plan survives the table being replaced", async () => {
    expect(await engine.run(dearest, { floor: 2 })).toEqual([{ item: "cup" }]);
    const plans = async () =>
      (await engine.runText("select count(*) as n from duckdb_prepared_statements()")).rows[0]?.n;
    const before = await plans();
    await engine.execute("create or replace table sales as select * from sales");
    expect(await engine.run(dearest, { floor: 0 })).toEqual([{ item: "cup" }, { item: "tea" }]);
    expect(await plans()).toBe(before);
  });

  it("gives ENUM text as words when a table's column becomes one", async () => {
    await engine.execute(
      "create or replace table sales as select day, item::enum('tea', 'cup') as item, amount from sales",
    );
    expect(await engine.run(dearest, { floor: 0 })).toEqual([{ item: "cup" }, { item: "tea" }]);
    expect(await engine.run(dearest, { floor: 2 })).toEqual([{ item: "cup" }]);
    await engine.execute("create or replace table sales as select day, item::varchar as item, amount from sales");
  });

  it("leaves no plan behind when a text was run once", async () => {
    const count = async () =>
      (await engine.runText("select count(*) as n from duckdb_prepared_statements()")).rows[0]?.n;
    const before = await count();
    await engine.runText("select 1");
    await failure("select item::int from sales");
    expect(await count()).toBe(before);
  });
});

describe("a query somebody wrote", () => {
  const numbers = "select unnest(range(1000)) as n order by n desc";

  it("gives its first rows in its own order when only so many are asked for", async () => {
    const { rows } = await engine.runText(numbers, {}, { most: 2 });
    expect(rows).toEqual([{ n: 999 }, { n: 998 }]);
    expect((await engine.runText("describe sales", {}, { most: 1 })).rows).toHaveLength(1);
  });

  it("is kept whole as a table, its parameters as they were then", async () => {
    await engine.keep(cellTable("kept"), `${numbers} limit $most; -- the end`, { most: "7::BIGINT" });
    expect((await engine.runText("select count(*) as n, max(n) as top from kept")).rows).toEqual([{ n: 7, top: 999 }]);
    await engine.keep(cellTable("kept"), "select [1, 2] as list");
    expect((await engine.runText("select unnest(list) as n from kept")).rows).toEqual([{ n: 1 }, { n: 2 }]);
  });

  it("gives way to a relation of the same name, and stands in nobody's way", async () => {
    await engine.keep(cellTable("sales"), "select 'not the sales' as what");
    expect((await engine.runText("from sales")).columns.map(({ name }) => name)).not.toContain("what");
    await engine.keep(cellTable("later"), "select 1 as n");
    await engine.execute("create or replace view later as select 2 as n");
    expect((await engine.runText("from later")).rows).toEqual([{ n: 2 }]);
  });

  it("is refused as a table where it is refused as a query", async () => {
    await expect(engine.keep(cellTable("kept"), "drop table sales")).rejects.toMatchObject({ kind: "refused" });
    await expect(engine.keep(cellTable("kept"), "select 1; select 2")).rejects.toMatchObject({ kind: "refused" });
    await expect(engine.keep(cellTable("kept"), "select nothing from sales")).rejects.toMatchObject({
      kind: "sql",
      position: 7,
    });
  });
});

describe("statements of Lucid's own making", () => {
  it("run in order, and the failing one is named", async () => {
    const text = "create table made as select 1 as a; insert into made values (2); selec 3; drop table made";
    await expect(engine.execute(text)).rejects.toMatchObject({ kind: "sql", sql: "selec 3", position: 0 });
    expect((await engine.runText("select count(*) as n from made")).rows).toEqual([{ n: 2 }]);
  });

  it("tell which tables a query reads, parameters or not", async () => {
    const text = 'with a as (select * from sales where amount > $x) select * from a cross join "my stock"';
    expect((await engine.references(text)).sort()).toEqual(["my stock", "sales"]);
  });

  it.each([
    "from seen join sales using (item)",
    "from seen natural join sales",
    "from sales asof join seen on sales.amount >= seen.amount",
    "select * from sales, (from seen) order by 2",
    "with a as (from sales) select columns('x') from a, main.seen",
    "from (unpivot sales on amount), seen",
  ])("tell it too where the engine's parse would need the columns: %s", async (text) => {
    expect((await engine.references(text)).sort()).toEqual(["sales", "seen"]);
  });

  it("name the views a query reads, not what is behind them, and leave them as they are", async () => {
    await engine.execute("create or replace view seen as select * from sales");
    for (const text of [
      "select count(*) from Seen",
      'select * from main."seen", seen',
      "with sales as (from seen) from sales",
    ]) {
      expect(await engine.references(text)).toEqual(["seen"]);
    }
    expect((await engine.runText("select count(*) > 0 as there from seen")).rows).toEqual([{ there: true }]);
    expect(await engine.references("select item from seen where item in (select item from not_there)")).toEqual(
      expect.arrayContaining(["seen", "not_there"]),
    );
    await expect(engine.references("selec 1")).rejects.toMatchObject({ kind: "sql" });
  });
});
