import { afterAll, beforeAll, expect, it } from "vitest";
import { csv, until } from "./testing/open-workbench";
import { openTeaAndCake, type TeaAndCake } from "./testing/tea-and-cake";

let tea: TeaAndCake;
beforeAll(async () => {
  tea = await openTeaAndCake();
});
afterAll(() => tea.engine.close());

it("the tables a query can read begin with sales, end with those of files, and say which columns hold nothing", async () => {
  const workbench = await tea.shop();
  await workbench.importFiles([csv("people.csv", "Name,Since,Points", "Ann,2024-01-05,12.50", "Bo,2025-03-01,-3")]);
  workbench.listTables();
  await until(workbench, ({ tables }) => tables?.some(({ columns }) => columns.some(({ empty }) => empty)) ?? false);
  const names = workbench.store.get().tables?.map(({ name, isFile }) => (isFile ? `file ${name}` : name)) ?? [];
  expect([names.slice(0, 3), names.at(-1)]).toEqual([["sales", "inventory", "products"], "file people"]);
  const sales = workbench.store.get().tables?.find(({ name }) => name === "sales");
  const named = (empty: boolean) =>
    sales?.columns.filter((one) => (one.empty ?? false) === empty).map(({ name }) => name);
  expect(named(true)).toEqual(expect.arrayContaining(["category", "store"]));
  expect(named(false)).toEqual(expect.arrayContaining(["sold_at", "product_name", "quantity", "amount"]));
});
