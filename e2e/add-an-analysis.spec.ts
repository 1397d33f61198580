import { expect, test } from "./fixtures/lucid";

test("every further question can be added, and the focus goes to its cell", async ({ lucid }) => {
  const { page } = lucid;
  await lucid.open();
  await page.getByRole("button", { name: "Try the sample shop" }).click();
  await lucid.waitForCells();

  await page.getByRole("button", { name: "Add a cell" }).click();
  const gallery = page.getByRole("dialog", { name: "Add a cell" });
  await gallery.getByRole("button", { name: /^Forecast/ }).click();
  const cell = page.locator('[data-cell="forecast"]');
  await expect(cell).toHaveAttribute("data-status", "ok");
  await expect(cell).toBeFocused();
  await expect(cell.getByRole("table")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(cell).toHaveCount(0);
});
