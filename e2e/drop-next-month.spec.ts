import { cornerShop, cornerShopFigures } from "./fixtures/corner-shop";
import { csvFile } from "./fixtures/files";
import { expect, test } from "./fixtures/lucid";

const header = ["Date", "Invoice", "Product ID", "Product", "Category", "Quantity", "Unit price", "Amount"];
/** Days without a year that tells day from month: nobody can know which they are. */
const eitherWay = (name: string, ...days: string[]) =>
  csvFile(name, [
    ["Date", "Invoice", "Product", "Quantity", "Amount"],
    ...days.map((day, at) => [day, `${name}-${at}`, "Green tea", 1, "2.50"]),
  ]);
/** The end of March once more, with one line that was forgotten, and April. */
const correction = csvFile("corner-shop-corrected.csv", [
  header,
  ["2026-03-31", "A9", "BRD", "Oat bread", "Bakery", 1, "3.20", "3.20"],
  ["2026-03-31", "A10", "TEA", "Green tea", "Drinks", 4, "2.50", "10.00"],
  ["2026-04-02", "B1", "TEA", "Green tea", "Drinks", 2, "2.50", "5.00"],
]);

test("the next file with the same header is read as the first one was answered", async ({ lucid }) => {
  await lucid.open();
  await lucid.pickFiles(eitherWay("january.csv", "03/01/2026", "04/01/2026"));
  const dialog = lucid.page.getByRole("dialog", { name: "Import january.csv" });
  await dialog.getByRole("combobox", { name: "Date order", exact: true }).selectOption("day-first");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await lucid.waitForCells();
  await lucid.dropFiles(eitherWay("february.csv", "03/02/2026", "04/02/2026"));
  await expect(lucid.ledger("february.csv")).toBeVisible();
  await expect(lucid.page.getByRole("dialog")).toHaveCount(0);
  await lucid.waitForCells();
  expect((await lucid.columns("Trends", "value")).map(({ value }) => value)).toEqual(["5", "5"]);

  await lucid.savedToDevice();
  await lucid.page.reload();
  await lucid.waitForCells();
  await lucid.dropFiles(eitherWay("march.csv", "03/03/2026", "04/03/2026"));
  await expect(lucid.ledger("march.csv")).toBeVisible();
  await expect(lucid.page.getByRole("dialog")).toHaveCount(0);
});

test("lines that are here already stay as they are, count twice or are replaced, as it is answered", async ({
  lucid,
}) => {
  await lucid.open();
  await lucid.pickFiles(cornerShop);
  await lucid.waitForCells();
  async function answered(answer: string) {
    await lucid.dropFiles(correction);
    const dialog = lucid.page.getByRole("dialog", { name: `${correction.name} overlaps` });
    await expect(dialog).toContainText("31 March 2026");
    await expect(dialog).toContainText(cornerShop.name);
    await dialog.getByRole("button", { name: answer, exact: true }).click();
    await expect(dialog).toHaveCount(0);
  }
  async function expectWithout() {
    await expect(lucid.ledger(correction.name)).toHaveCount(0);
    await expect.poll(() => lucid.metric("net_revenue")).toBe("177");
    await expect.poll(() => lucid.ledgerNumbers(cornerShop.name)).toEqual(cornerShopFigures.ledger);
    await expect(lucid.undo()).toBeDisabled();
  }

  await answered("Cancel");
  await expect(lucid.page.getByText(correction.name)).toHaveCount(0);
  await expectWithout();

  await answered("Keep both");
  await expect(lucid.ledger(correction.name)).toBeVisible();
  await lucid.waitForCells();
  await expect.poll(() => lucid.metric("net_revenue")).toBe("195.2");
  expect(await lucid.ledgerNumbers(cornerShop.name)).toEqual(cornerShopFigures.ledger);
  await lucid.undo().click();
  await expectWithout();

  await answered("Replace");
  await expect(lucid.ledger(correction.name)).toBeVisible();
  await lucid.waitForCells();
  await expect.poll(() => lucid.metric("net_revenue")).toBe("192");
  await expect
    .poll(() => lucid.ledgerNumbers(cornerShop.name))
    .toEqual({ ...cornerShopFigures.ledger, kept: 9, excluded: 2 });
  await expect(lucid.ledger(cornerShop.name)).toContainText(`replaced by ${correction.name}`);
  await lucid.undo().click();
  await expectWithout();
});
