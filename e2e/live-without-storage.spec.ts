import { cornerShop, cornerShopFigures } from "./fixtures/corner-shop";
import { expect, test } from "./fixtures/lucid";

test("without private storage everything works, and it is said that nothing is kept", async ({ lucid }) => {
  const { page } = lucid;
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException("Storage is off in private mode.", "SecurityError"));
    Object.defineProperty(StorageManager.prototype, "getDirectory", { value: refuse });
  });
  await lucid.open();
  const banner = page.getByRole("status").filter({ hasText: "does not let Lucid keep anything" });
  await expect(banner).toBeVisible();

  await lucid.pickFiles(cornerShop);
  await lucid.waitForCells();
  expect(await lucid.ledgerNumbers(cornerShop.name)).toEqual(cornerShopFigures.ledger);
  expect(await lucid.metric("net_revenue")).toBe(cornerShopFigures.metrics.net_revenue);
  await lucid.param("Best sellers", "Sort by").selectOption("revenue");
  await expect
    .poll(() => lucid.columns("Best sellers", "product_name", "quantity", "revenue"))
    .toEqual(cornerShopFigures.byRevenue);

  await expect(banner).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-saved", "false");
  await expect(page.getByText("Saved", { exact: true })).toHaveCount(0);
  await page.reload();
  await lucid.engineReady();
  await expect(lucid.cells).toHaveCount(0);
  await expect(banner).toBeVisible();
});
