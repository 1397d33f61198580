import { expectAccessible, expectNoSidewaysScroll } from "./fixtures/accessible";
import { csvFile } from "./fixtures/files";
import { expect, test } from "./fixtures/lucid";
import type { LucidPage } from "./fixtures/lucid-page";

const FURTHER = ["forecast", "reorder", "price_volume_mix", "category_mix", "returns", "weekday_hour"].concat([
  "baskets",
  "customer_segments",
  "cohorts",
]);
const dayAfter = (days: number) => new Date(Date.UTC(2026, 3, 1 + days)).toISOString().slice(0, 10);

/** Every analysis there is, in its cell. */
async function addEveryAnalysis({ page, waitForCells }: LucidPage): Promise<void> {
  const gallery = page.getByRole("dialog", { name: "Add a cell" });
  for (const name of FURTHER) {
    // A result that arrives above moves the button, at times between the press and the release of a click.
    await expect(async () => {
      if (await gallery.isHidden()) await page.getByRole("button", { name: "Add a cell" }).click({ timeout: 5_000 });
      await expect(gallery).toBeVisible({ timeout: 2_000 });
    }).toPass();
    await page.locator(`[data-add="${name}"]`).click();
    await expect(page.locator(`[data-cell="${name}"]`)).toBeAttached();
  }
  await waitForCells(9 + FURTHER.length);
}

/** No cell shows a value that is none, and each says something. */
async function expectPlainWords({ cells }: LucidPage): Promise<void> {
  for (const text of await cells.allInnerTexts()) {
    expect.soft(text).not.toMatch(/\b(NaN|undefined|null|Infinity)\b|\[object|∞/);
  }
  const silent = cells.filter({
    hasNot: cells.page().locator("[data-answer], [data-slot='cell-notes'], [data-slot='empty']"),
  });
  await expect(silent).toHaveCount(0);
}

test("two months without cost, stock, category, order and customer say what is missing and what adds it", async ({
  lucid,
}) => {
  const names = ["Rice", "Tea", "Soap"];
  const lines = Array.from({ length: 61 }, (_, at) => [dayAfter(at), names[at % 3] ?? "", 1 + (at % 4), "3.50"]);
  await lucid.open();
  await lucid.pickFiles(csvFile("bare-shop.csv", [["Date", "Product", "Quantity", "Unit price"], ...lines]));
  await lucid.waitForCells();
  await addEveryAnalysis(lucid);
  await expect(lucid.notes("Profitability")).toContainText("Add a unit cost column");
  await expect(lucid.notes("Inventory velocity")).toContainText("an inventory file would add days of cover");
  await expect(lucid.notes("Dead stock")).toContainText("The sales cover only 61 days");
  await expect(lucid.notes("Seasonality")).toContainText(
    "at least 6 complete months to tell a season, and the data has 2",
  );
  await expect(lucid.notes("Category mix")).toContainText("Add a category column");
  await expect(lucid.notes("Bought together")).toContainText("Add one to see pairs");
  await expect(lucid.notes("Customer segments")).toContainText("Add one to see segments");
  await expect(lucid.cell("Seasonality")).not.toContainText("Nothing to show");
  await expectPlainWords(lucid);
  await expectAccessible(lucid.page);
  await lucid.page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(lucid.page);
});

test("names of 200 letters, from right to left, of signs and of markup stay text and stay inside the page", async ({
  lucid,
}) => {
  const long = "Colour size weight origin supplier season shelf ".repeat(5).slice(0, 200);
  const names = [
    long,
    "Unbroken".repeat(25),
    "زيت زيتون بكر ممتاز",
    "שמן זית",
    "🥖 चावल ५ किलो",
    "<b onclick=x>Bold</b> **x**",
    "-",
  ];
  const lines = Array.from({ length: 210 }, (_, at) => [dayAfter(at), names[at % 7] ?? "", 9 - (at % 7), "3.50"]);
  await lucid.open();
  await lucid.pickFiles(csvFile("names.csv", [["Date", "Product", "Quantity", "Unit price"], ...lines]));
  await lucid.waitForCells();
  await addEveryAnalysis(lucid);
  const rows = await lucid.rows("Best sellers");
  expect(rows.map((row) => row.product_name)).toEqual(names.map((name) => name.trim()));
  await expect(lucid.answer("Best sellers")).toContainText(/^Colour size .*….* leads with/);
  await expectPlainWords(lucid);
  await lucid.page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(lucid.page);
  await lucid.page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(lucid.page);
});
