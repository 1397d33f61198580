import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EngineError } from "./engine-error";
import { type NodeEngine, openNodeEngine } from "./node";

let engine: NodeEngine;

beforeAll(async () => {
  engine = await openNodeEngine();
  await engine.execute(`
    create table sales as
      select date '2026-01-01' as sold_at, 'Tea' as product_name, 'Drinks' as category, 1.5::decimal(18, 4) as amount;
    create table best_sellers as select 1 as rank`);
});
afterAll(() => engine.close());

/** A mistake, marked with « where it is; what the engine says; what helps. */
const MISTAKES: readonly [sql: string, message: string, hint: string][] = [
  ["«selct product_name from sales", "Syntax error", "misspelt"],
  ["select «product_nam from sales", "not found", '"product_name"'],
  ["select * from «sale", "does not exist", 'Did you mean "sales"'],
  ["select * from «best_seller", "does not exist", 'Did you mean "best_sellers"'],
  ["select «product_name, sum(amount) from sales", "GROUP BY", "any_value"],
  ["select «category as c, count(*) from sales group by sold_at", "GROUP BY", "any_value"],
  ["select 1 from sales where «sum(amount) > 3", "WHERE clause", "HAVING"],
  ["select product_name from sales where amount > '«abc'", "Could not convert", "own type"],
  ["select product_name from sales gruop «by 1", "Syntax error", "misspelt"],
  ["select product_name from sales «where", "end of input", "too early"],
  ["select (amount «from sales", "Syntax error", "bracket"],
  ["select «lenght(product_name) from sales", "does not exist", 'Did you mean "length"'],
  ["select «sum(product_name) from sales", "No function matches", "cast("],
  ["select 'it's«' from sales", "Unterminated", "twice"],
  ['select amount from sales where product_name = «"Tea"', "not found", "single quotes: 'Tea'"],
  ['select amount from sales where product_name in («"Tea", "Cake")', "not found", "single quotes: 'Tea'"],
  ['select amount from sales where "product_name" like «"T%"', "not found", "single quotes: 'T%'"],
  ['select «"product_nam" from sales', "not found", '"product_name"'],
  ["select date '«2026-13-01'", "out of range", "year, month, day"],
  ["select * from sales limit 10«, 20", "one number", "limit 20 offset 10"],
  ["select «$1", "needs a value", "add an input of that name"],
  ["select «a.amount from sales s", "not found", "table's own name"],
  ["select «product_name from sales s, sales t", "Ambiguous", "s.product_name"],
  ["select * from sales limit «ten", "FROM clause is missing", "number"],
  ["select sold_at «+ 'x' from sales", "best candidate", "cast("],
  ["select product_name from sales «union select product_name, amount from sales", "same number", "same columns"],
  ["select * from «read_csv('x.csv')", "Cannot access", "Add the file"],
  ["with a as (select 1 «select * from a", "Syntax error", "bracket"],
  ["select top «10 * from sales", "Syntax error", "limit 10"],
  ["select `product_name«` from sales", "does not exist", "double quotes"],
  ["select «date_format(sold_at, '%m') from sales", "does not exist", "strftime"],
  ["select «isnull(amount, 0) from sales", "does not exist", "coalesce"],
  ["select «rank() from sales", "does not exist", "over (order by"],
  ["select case when amount > 1 then 'a' «from sales", "Syntax error", "misspelt"],
  ["select 5 «+", "end of input", "too early"],
];

describe("a typical mistake in a query", () => {
  it.each(MISTAKES)("%s: %s", async (marked, message, hint) => {
    const position = marked.indexOf("«");
    const sql = marked.replace("«", "");
    const error = await engine.runText(sql).catch((thrown: unknown) => thrown);
    if (!(error instanceof EngineError)) throw new Error(`${sql} ran.`);
    expect(error.message).toContain(message);
    expect(error.hint).toContain(hint);
    expect([sql, error.position === null ? null : sql.slice(error.position)]).toEqual([
      sql,
      position === sql.length ? sql.slice(-1) : sql.slice(position),
    ]);
  });

  it.each([
    "insert into sales values (1)",
    "-- all of it\nDELETE from nowhere",
    "/* x */ create table t as select 1",
    "copy sales to 'x.csv'",
    "update sales set amount = 0",
    "pragma database_list",
    "set threads = 1",
  ])("%s is no query and is refused as such", async (sql) => {
    await expect(engine.runText(sql)).rejects.toMatchObject({
      kind: "refused",
      hint: "Start with SELECT, FROM, WITH, VALUES, DESCRIBE or SUMMARIZE.",
    });
    expect((await engine.runText("select count(*) as n from sales")).rows).toEqual([{ n: 1 }]);
  });
});
