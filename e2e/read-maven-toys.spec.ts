import { expect, test } from "./fixtures/lucid";
import { hasSharedData, sharedData, truthOf } from "./fixtures/shared-data";

const FILES = ["sales", "products", "inventory", "stores"].map((file) => `maven-toys/${file}.csv`);
const TRUTH = "maven-toys/truth.json";

test("four files of one shop are joined: prices, costs and names of stores come from the lists", async ({ lucid }) => {
  test.skip(!hasSharedData(...FILES, TRUTH), "../shared/data/maven-toys is not here");
  const truth = truthOf(TRUTH);
  await lucid.open();
  await lucid.pickFiles(...FILES.map(sharedData));
  await lucid.waitForCells(9, 150_000);
  await expect(lucid.page.getByRole("dialog")).toHaveCount(0);

  expect(await lucid.metric("net_revenue")).toBe("14444572.35");
  expect(await lucid.metric("units")).toBe(truth.total_quantity);
  expect(await lucid.metric("products")).toBe("35");
  expect(await lucid.ledgerNumbers("sales.csv")).toEqual({ lines: 829_262, kept: 829_262, rejected: 0, excluded: 0 });
  expect(await lucid.ledgerNumbers("inventory.csv")).toMatchObject({ lines: 1593, kept: 1593 });

  await test.step("best sellers have their names from the product list", async () => {
    const shown = await lucid.columns("Best sellers", "product_name", "quantity", "revenue");
    expect(shown).toEqual(
      truth.top10_by_quantity.map(({ product, quantity, revenue }) => ({ product_name: product, quantity, revenue })),
    );
  });

  await test.step("velocity is of one store, by the name the list of stores gives it", async () => {
    const velocity = lucid.cell("Inventory velocity");
    await velocity
      .getByRole("button", { name: "More settings" })
      .or(lucid.param("Inventory velocity", "Store"))
      .first()
      .click();
    await lucid.param("Inventory velocity", "Store").selectOption({ label: "Maven Toys Guadalajara 1" });
    await expect(velocity).toHaveAttribute("data-status", "ok");
    const stock = await lucid.columns("Inventory velocity", "product", "current_stock");
    expect(stock).toContainEqual({ product: "Action Figure", current_stock: "27" });
  });
});
