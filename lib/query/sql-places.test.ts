import { expect, it } from "vitest";
import { expectsTable, sqlPlaces, tablesNamed } from "./sql-places";

const said = (text: string) =>
  sqlPlaces(text).map(
    ({ name, role, of, hidden }) => `${role} ${name}${of === null ? "" : ` of ${of}`}${hidden ? " (with)" : ""}`,
  );

it.each([
  ["select s.amount from sales as s", ["qualifier s", "member amount of s", "table sales", "alias s of sales"]],
  [
    "from sales s, stock where s.day = day",
    ["table sales", "alias s of sales", "table stock", "qualifier s", "member day of s", "other day"],
  ],
  ["from (from a) b select sum(x)", ["table a", "alias b", "call sum", "other x"]],
  ["from range(3) t(n) join a using (n)", ["call range", "alias t", "other n", "table a", "other n"]],
  [
    "with a as (from b), c(x) as (from a) from c",
    ["part a", "table b", "part c", "other x", "table a (with)", "table c (with)"],
  ],
  [
    'from "Sales 2024" left join b on b.x = y',
    ["table sales 2024", "table b", "qualifier b", "member x of b", "other y"],
  ],
  [
    "from main.a x, b where main.a.y",
    ["qualifier main", "table a of main", "alias x of a", "table b", "qualifier main", "qualifier a", "member y of a"],
  ],
  ["-- from a\nselect 'from b', $c", []],
])("the names of %j are told apart", (text, expected) => {
  expect(said(text)).toEqual(expected);
});

it.each([
  ["select * from ", true],
  ["from a join ", true],
  ["from a, ", true],
  ["from a where x in (select y from ", true],
  ["from a ", false],
  ["select ", false],
  ["select extract(year from ", false],
  ["from a order by x, ", false],
])("after %j a table is expected: %j", (text, expected) => {
  expect(expectsTable(text)).toBe(expected);
});

it("the tables a query reads are named once each, without the parts of its own WITH", () => {
  expect(tablesNamed("with c as (from A) from c natural join a asof join main.b using (x), range(3)")).toEqual([
    "a",
    "b",
  ]);
});
