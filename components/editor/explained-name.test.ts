import { expect, it } from "vitest";
import { explainedName } from "./explained-name";
import { sqlFunctions } from "./sql-functions";

const NAMES = {
  tables: [
    { name: "sales", about: "12 lines", columns: [{ name: "day", type: "DATE" }] },
    { name: "stock", about: "Cell Stock", columns: [{ name: "day", type: "TIMESTAMP" }] },
  ],
  inputs: [{ name: "period", title: "Period", value: "May 2026" }],
  functions: sqlFunctions(),
};

function told(marked: string) {
  const found = explainedName(marked.replace("|", ""), marked.indexOf("|"), NAMES);
  return found && [found.title, found.about, ...found.columns.map(({ name, type }) => `${name} ${type}`)].join("; ");
}

it.each([
  ["from |sales", "sales; 12 lines; day DATE"],
  ["select s.day from sales |s", "s = sales; 12 lines; day DATE"],
  ["select |s.day from sales s", "s = sales; 12 lines; day DATE"],
  ["select s.|day from sales s, stock", "day DATE; Column of sales"],
  ["select |day from stock", "day TIMESTAMP; Column of stock"],
  ['select "|day" from stock', "day TIMESTAMP; Column of stock"],
  ["where day = $|period", "$period = May 2026; Period"],
  ["select |round(1)", "round(x, [precision]); Rounds x to s decimal places"],
  ["select |round from sales", null],
  ["select |nothing from sales", null],
  ["with |sales as (select 1) from sales", null],
  ["select 'sa|les' from sales", null],
  ["from sales -- |sales", null],
])("over %j stands %j", (text, expected) => {
  expect(told(text)).toBe(expected);
});
