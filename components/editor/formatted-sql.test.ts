import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { formattedSql } from "./formatted-sql";

it("a query is set one clause a line; parameters, casts and names stay as they were written", async () => {
  expect(
    await formattedSql('select "Net amount"::decimal(18,2) a,b from x where $name=a and b>=$b -- why\ngroup by all'),
  ).toBe(
    [
      "select",
      '  "Net amount"::decimal(18, 2) a,',
      "  b",
      "from",
      "  x",
      "where",
      "  $name = a",
      "  and b >= $b -- why",
      "group by all",
    ].join("\n"),
  );
});

it("what is formatted already stays", async () => {
  const once = await formattedSql("from sales select sum(x) filter (where y > -1), [z for z in l if z > 1] limit $n");
  expect(once).not.toBeNull();
  expect(await formattedSql(once ?? "")).toBe(once);
});

it.each(["select ((", "select 'open", "select @x", "select $$ foo"])(
  "what cannot be read is left alone: %s",
  async (text) => {
    expect(await formattedSql(text)).toBeNull();
  },
);

it("every query of the project can be formatted, and says the same afterwards", async () => {
  const folder = "sql/analyses";
  const files = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  expect(files.length).toBeGreaterThan(5);
  const failed: string[] = [];
  for (const name of files) {
    const formatted = await formattedSql(readFileSync(`${folder}/${name}`, "utf8"));
    if (formatted === null) failed.push(name);
  }
  expect(failed).toEqual([]);
});
