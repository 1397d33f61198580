import { afterAll, beforeAll, expect, it } from "vitest";
import { until } from "./testing/open-workbench";
import { openTeaAndCake, type TeaAndCake } from "./testing/tea-and-cake";

let tea: TeaAndCake;
beforeAll(async () => {
  tea = await openTeaAndCake();
});
afterAll(() => tea.engine.close());

it("the tables a query can read say which columns hold nothing", async () => {
  const workbench = await tea.shop();
  workbench.listTables();
  await until(workbench, ({ tables }) => tables !== null);
  const sales = workbench.store.get().tables?.find(({ name }) => name === "sales");
  const named = (empty: boolean) =>
    sales?.columns.filter((one) => (one.empty ?? false) === empty).map(({ name }) => name);
  expect(named(true)).toEqual(expect.arrayContaining(["category", "store"]));
  expect(named(false)).toEqual(expect.arrayContaining(["sold_at", "product_name", "quantity", "amount"]));
});
