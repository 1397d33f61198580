import { describe, expect, it } from "vitest";
import { type Offer, offersAt } from "./completions";
import { sqlFunctions } from "./sql-functions";
import type { SqlNames } from "./sql-names";

const NAMES: SqlNames = {
  tables: [
    {
      name: "sales",
      about: "12 lines of sales.csv",
      columns: [
        { name: "day", type: "DATE" },
        { name: "unit price", type: "DECIMAL(18,2)" },
        { name: "order", type: "VARCHAR" },
      ],
    },
    { name: "best_sellers", about: "Cell Best sellers", columns: [{ name: "product", type: "VARCHAR" }] },
    { name: "Sales 2024", about: "A file", columns: [] },
  ],
  inputs: [{ name: "period", title: "Period", value: "May 2026" }],
  functions: sqlFunctions(),
};

/** Asks where the bar stands. */
function offered(marked: string, asked = false) {
  const position = marked.indexOf("|");
  return offersAt(marked.replace("|", ""), position, NAMES, asked);
}

const of = (kind: Offer["kind"], marked: string, asked = false) =>
  (offered(marked, asked)?.offers ?? []).filter((offer) => offer.kind === kind);
const labels = (offers: readonly Offer[]) => offers.map(({ label }) => label);
const best = (marked: string, typed: string) =>
  [...(offered(marked)?.offers ?? [])]
    .filter(({ label }) => label.startsWith(typed))
    .sort((a, b) => b.boost - a.boost)[0]?.label;

describe("what is offered while a query is written", () => {
  it("is every table and cell behind FROM, JOIN and a comma between tables, before a letter is typed", () => {
    for (const text of [
      "from |",
      "select 1 from sales join |",
      "from sales, |",
      "select (select 1 from | ) from sales",
    ]) {
      expect(labels(of("table", text))).toEqual(["sales", "best_sellers", "Sales 2024"]);
      expect(of("column", text)).toEqual([]);
    }
    expect(of("table", "from |").map(({ insert, detail, about }) => [insert, detail, about])).toEqual([
      ["sales", "3 columns", "12 lines of sales.csv"],
      ["best_sellers", "1 column", "Cell Best sellers"],
      ['"Sales 2024"', "", "A file"],
    ]);
    expect(labels(of("function", "from r|"))).toContain("range");
    expect(labels(of("function", "from r|"))).not.toContain("sum");
  });

  it("is the columns of the tables that the text reads, with their types, quoted where they must be", () => {
    expect(of("column", "select d| from sales").map(({ insert, detail }) => [insert, detail])).toEqual([
      ["day", "DATE"],
      ['"unit price"', "DECIMAL(18,2)"],
      ['"order"', "VARCHAR"],
    ]);
    expect(labels(of("column", "select p|"))).toContain("product");
  });

  it("is only the columns of one table behind its name or its alias and a dot", () => {
    for (const text of ["select b.| from sales join best_sellers b", "from best_sellers where best_sellers.pr|"]) {
      expect(labels(offered(text)?.offers ?? [])).toEqual(["product"]);
    }
    expect(offered("from sales where nothing.|")).toBeNull();
  });

  it("is the inputs behind a dollar sign, with their values", () => {
    expect(offered("from sales where day = $|")).toMatchObject({
      from: 23,
      offers: [{ label: "$period", detail: "May 2026", about: "Period" }],
    });
    expect(offered("where day = $pe|")?.from).toBe(12);
  });

  it("is what the query names itself: parts of WITH, aliases, results", () => {
    const text = "with top as (from sales), b as (from top) select sum(x) as total, | from top t order by to|";
    expect(labels(of("table", text.replace("| from", " from")))).toEqual(expect.arrayContaining(["top", "b", "t"]));
    expect(labels(of("column", text.replace("| from", " from")))).toContain("total");
  });

  it("is types behind a cast", () => {
    for (const text of ["select day::|", "select cast(day as d|", "select try_cast(max(day) as d|"]) {
      const kinds = new Set((offered(text)?.offers ?? []).map(({ kind }) => kind));
      expect([...kinds]).toEqual(["type"]);
    }
  });

  it("keeps the case of keywords and puts frequent functions and own columns first", () => {
    expect(labels(of("word", "SELECT 1 FROM sales WH|"))).toContain("WHERE");
    expect(labels(of("word", "select 1 from sales wh|"))).toContain("where");
    expect(best("select su| from sales", "su")).toBe("sum");
    expect(best("select d| from sales", "d")).toBe("day");
  });

  it("has tables in their own order wherever they are named", () => {
    for (const text of ["from |", "from s|", "select s|", "select s| from best_sellers"]) {
      const found = of("table", text).toSorted((a, b) => b.boost - a.boost);
      expect(labels(found), text).toEqual(["sales", "best_sellers", "Sales 2024"]);
    }
  });

  it("tells how a function is called", () => {
    expect(of("function", "select rou|").find(({ label }) => label === "round")).toMatchObject({
      insert: "round",
      detail: "(x, [precision])",
    });
  });

  it.each([
    "select 'da| '",
    "select 1 -- da|",
    "/* da| */",
    "select 12|",
    "select $$ da| $$",
    "select day as d|",
    "select |",
  ])("is nothing in %j", (text) => {
    expect(offered(text)).toBeNull();
  });

  it("is everything once a person asks", () => {
    expect(of("column", "select | from sales", true)).toHaveLength(3);
    expect(offered('select "un| from sales')?.from).toBe(7);
  });
});
