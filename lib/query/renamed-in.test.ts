import { expect, it } from "vitest";
import { openNodeEngine } from "@/lib/engine/node";
import { renamedIn } from "./renamed-in";

const T = "best_sellers";
const renamed = (text: string) => renamedIn(text, T, "top_ten");

it.each([
  ["from best_sellers", "from top_ten"],
  ["FROM Best_Sellers b SELECT b.name", "FROM top_ten b SELECT b.name"],
  ['select "best_sellers".name from "best_sellers"', 'select "top_ten".name from "top_ten"'],
  ["select best_sellers.* from sales, best_sellers", "select top_ten.* from sales, top_ten"],
  [
    "from sales join best_sellers on sales.product = best_sellers.name",
    "from sales join top_ten on sales.product = top_ten.name",
  ],
  ["from (best_sellers join sales using (name))", "from (top_ten join sales using (name))"],
  ["select (select max(x) from best_sellers) from sales", "select (select max(x) from top_ten) from sales"],
  ["summarize best_sellers", "summarize top_ten"],
  ["from a select x union all from best_sellers select x", "from a select x union all from top_ten select x"],
  [
    "with best_sellers as (from best_sellers where n > 1) select best_sellers.n from best_sellers",
    "with best_sellers as (from top_ten where n > 1) select best_sellers.n from best_sellers",
  ],
  [
    "select (with a as (from best_sellers), best_sellers(x) as materialized (from a) select x from best_sellers) from best_sellers",
    "select (with a as (from top_ten), best_sellers(x) as materialized (from a) select x from best_sellers) from top_ten",
  ],
  ["from top_ten as best_sellers where best_sellers.n = 1", "from top_ten as best_sellers where best_sellers.n = 1"],
])("a renamed table is followed: %s", (before, after) => {
  expect(renamed(before)).toBe(after);
});

it.each([
  "select best_sellers from sales order by best_sellers desc, best_sellers",
  "select s.best_sellers, $best_sellers, 'best_sellers' -- best_sellers\nfrom sales as s",
  "select extract(year from best_sellers), a is distinct from best_sellers from sales",
  "with recursive best_sellers as (select 1 as n union all select n + 1 from best_sellers) from best_sellers",
  "from best_sellers(1)",
  "select x as best_sellers from sales group by best_sellers",
])("what only happens to have the name of a table keeps it: %s", (text) => {
  expect(renamed(text)).toBe(text);
});

it("the new name is quoted where the engine needs it", () => {
  expect(renamedIn("from sales", "sales", "left")).toBe('from "left"');
  expect(renamedIn("from sales", "sales", "two words")).toBe('from "two words"');
});

it("a query answers the same after a table it reads was renamed", async () => {
  const engine = await openNodeEngine();
  await engine.execute("create table revenue as select i as revenue, i % 3 as k from range(10) as r(i)");
  await engine.execute("create table turnover as from revenue");
  const texts = [
    "select revenue.revenue, k from revenue where revenue > 2 order by revenue",
    "select k, sum(revenue) as revenue from (from revenue), (select 1) as one group by k order by all",
    "with revenue as (select revenue + 1 as revenue from revenue) select max(revenue) as m from revenue",
    "select a.revenue from revenue a semi join revenue using (revenue, k) order by 1",
    "select trim(both '0' from revenue::varchar) as t from revenue where revenue is not distinct from 4",
    "select count(*) as n from revenue as revenue, revenue as b where revenue.k = b.k",
    "pivot revenue on k in (0, 1, 2) using sum(revenue)",
  ];
  const before = await Promise.all(texts.map(async (text) => (await engine.runText(text)).rows));
  await engine.execute("drop table revenue");
  for (const [at, text] of texts.entries()) {
    const after = renamedIn(text, "revenue", "turnover");
    expect(after).not.toBe(text);
    expect((await engine.runText(after)).rows).toEqual(before[at]);
  }
});
