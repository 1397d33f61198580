import { expectAccessible } from "./fixtures/accessible";
import { cornerShop, cornerShopFigures } from "./fixtures/corner-shop";
import { expect, test } from "./fixtures/lucid";

const sellers = ["product_name", "quantity", "revenue"];

test("one period filters every cell that has one, says what it is compared with, and is kept, left and undone", async ({
  lucid,
}) => {
  const { page } = lucid;
  await lucid.open();
  await lucid.pickFiles(cornerShop);
  await lucid.waitForCells();
  const shown = () => lucid.columns("Best sellers", ...sellers);
  const compared = (title: string) => lucid.cell(title).locator('[data-slot="comparison"]');
  // Of all the data the last complete month stands: 54.20 after 61.00, and no year before.
  await expect(compared("Revenue contribution")).toContainText("Net revenue, March 2026");
  await expect(compared("Revenue contribution").locator("[data-compared]")).toHaveAttribute("data-value", "54.2");
  await expect(compared("Revenue contribution")).toContainText("down 11.1% on February 2026");

  // The menu offers what the data has, and says what would add the rest.
  const filters = page.getByRole("button", { name: "Filter all cells" });
  await filters.focus();
  await page.keyboard.press("Enter");
  const store = page.getByRole("menuitem", { name: /^Store/ });
  await expect(store).toHaveAttribute("aria-disabled", "true");
  await expect(store).toContainText("A store column in the sales or the stock list adds it.");
  await expectAccessible(page);
  await page.getByRole("menuitem", { name: "Period", exact: true }).press("Enter");
  const input = lucid.cell("Period");
  await expect(input).toBeFocused();
  await expect(input).toContainText("Best sellers, Revenue contribution and Profitability follow it.");

  await lucid.param("Period", "Period").selectOption({ label: "February 2026" });
  await expect.poll(shown).toEqual(cornerShopFigures.februaryByRevenue.toSorted((a, b) => +b.quantity - +a.quantity));
  await expect(compared("Revenue contribution").locator("[data-compared]")).toHaveAttribute("data-value", "61");
  await expect(compared("Revenue contribution")).toContainText("down 1.3% on January 2026");
  await lucid.waitForCells(10);
  await expectAccessible(page);

  // The first month has nothing before: that is said, not called 0%.
  await lucid.param("Period", "Period").selectOption({ label: "January 2026" });
  await expect(compared("Revenue contribution")).toContainText("The data begins on 1 January 2026");
  await expect(compared("Revenue contribution")).not.toContainText("%");

  await lucid.savedToDevice();
  await page.reload();
  await lucid.waitForCells(10);
  await expect(lucid.param("Period", "Period")).toHaveValue("2026-01");
  await expect(compared("Revenue contribution")).toContainText("The data begins on 1 January 2026");

  // A cell may leave: it keeps the value and stays as it is when the filter moves on.
  await lucid.cell("Best sellers").getByRole("button", { name: "Period: January 2026, as in Period" }).press("Enter");
  await page.getByRole("menuitem", { name: "Change it here alone" }).press("Enter");
  await expect(lucid.param("Best sellers", "Period")).toHaveValue("2026-01");
  const january = await shown();
  await lucid.param("Period", "Period").selectOption({ label: "March 2026" });
  await expect(compared("Revenue contribution")).toContainText("Net revenue, March 2026");
  expect(await shown()).toEqual(january);
  await expect(input).toContainText("Best sellers has its own.");

  // A cell's own value serves for all of them, and undo takes that back as one step.
  await lucid.act("Best sellers", "Use this period for all cells");
  await expect(lucid.param("Period", "Period")).toHaveValue("2026-01");
  await expect(compared("Revenue contribution")).toContainText("Net revenue, January 2026");
  await lucid.undo().click();
  await expect(lucid.param("Period", "Period")).toHaveValue("2026-03");
  await expect(lucid.param("Best sellers", "Period")).toHaveValue("2026-01");

  // Without the input the cells keep its value, and undo brings it back.
  await lucid.act("Period", "Delete");
  await expect(input).toHaveCount(0);
  await expect(lucid.param("Revenue contribution", "Period")).toHaveValue("2026-03");
  await lucid.undo().click();
  await expect(input).toContainText("Revenue contribution and Profitability follow it.");
});

test("a product is found by typing, and its trend is its own", async ({ lucid }) => {
  const { page } = lucid;
  await lucid.open();
  await lucid.pickFiles(cornerShop);
  await lucid.waitForCells();
  await lucid.param("Trends", "Product").click();
  const search = page.getByRole("combobox", { name: "Search product" });
  await search.fill("oil");
  await expect(page.getByRole("listbox", { name: "Product" }).getByRole("option")).toHaveText(["Olive oil"]);
  await search.press("Enter");
  await expect(lucid.param("Trends", "Product")).toHaveText("Olive oil");
  await expect.poll(() => lucid.columns("Trends", "value")).toEqual([{ value: "24" }, { value: "0" }, { value: "36" }]);
  await lucid.act("Trends", "Use this product for all cells");
  await expect(lucid.cell("Product")).toContainText("Trends follows it.");
  await lucid.savedToDevice();
  await page.reload();
  await lucid.waitForCells(10);
  await expect(lucid.param("Product", "Product")).toHaveText("Olive oil");
});
