import { cornerShop, cornerShopFigures } from "./fixtures/corner-shop";
import { csvFile } from "./fixtures/files";
import { expect, test } from "./fixtures/lucid";

/** A till that writes its total as a line with a day and a product of its own name. */
const till = csvFile("till.csv", [
  ["Date", "Bill", "Product", "Quantity", "Amount"],
  ["2026-01-05", "A1", "Tea", 2, "5.00"],
  ["2026-01-06", "A2", "Bread", 1, "3.20"],
  ["2026-01-06", "", "TOTAL", 3, "8.20"],
]);

/** Totals with a gap that quantity and price can fill. */
const gaps = csvFile("gaps.csv", [
  ["Date", "Bill", "Product", "Quantity", "Unit price", "Total amount"],
  ["2026-01-05", "A1", "Tea", 2, "2.50", "5.00"],
  ["2026-01-06", "A2", "Bread", 2, "3.00", ""],
  ["2026-01-07", "A3", "Tea", 1, "2.50", "2.50"],
]);

const eitherWay = csvFile("either-way.csv", [
  ["Date", "Bill", "Product", "Quantity", "Amount"],
  ["01/02/2026", "A1", "Tea", 1, "2.00"],
  ["03/02/2026", "A2", "Tea", 2, "4.00"],
]);

test("a total line is left out, counted with one press, and left out again; after a reload its file is wanted once more", async ({
  lucid,
}) => {
  await lucid.open();
  await lucid.pickFiles(till);
  await lucid.waitForCells();
  const ledger = lucid.ledger(till.name);
  expect(await lucid.ledgerNumbers(till.name)).toEqual({ lines: 3, kept: 2, rejected: 0, excluded: 1 });
  expect(await lucid.metric("net_revenue")).toBe("8.2");

  await ledger.getByRole("button", { name: "Count them" }).click();
  await expect.poll(() => lucid.metric("net_revenue")).toBe("16.4");
  expect(await lucid.ledgerNumbers(till.name)).toEqual({ lines: 3, kept: 3, rejected: 0, excluded: 0 });
  await expect(ledger).toContainText("Total lines are not left out.");

  await ledger.getByRole("button", { name: "Leave them out again" }).click();
  await expect.poll(() => lucid.metric("net_revenue")).toBe("8.2");

  await ledger.getByRole("button", { name: "Count this line" }).click();
  await expect.poll(() => lucid.metric("net_revenue")).toBe("16.4");
  await expect(ledger).toContainText("Line 4 counts.");

  for (const revenue of ["8.2", "16.4", "8.2"]) {
    await lucid.undo().click();
    await expect.poll(() => lucid.metric("net_revenue")).toBe(revenue);
  }
  await expect(lucid.undo()).toBeDisabled();

  await lucid.savedToDevice();
  await lucid.page.reload();
  await lucid.waitForCells();
  await lucid.engineReady();
  const count = ledger.getByRole("button", { name: "Count them" });
  await expect(count).toHaveAttribute("aria-disabled", "true");
  await count.click({ force: true });
  await expect(ledger.getByRole("status")).toContainText(`Drop ${till.name} again`);
  await lucid.dropFiles(till);
  await expect(lucid.page.getByRole("alert").filter({ hasText: till.name })).toContainText("already here");
  await count.click();
  await expect.poll(() => lucid.metric("net_revenue")).toBe("16.4");
  await expect(lucid.page.getByRole("region", { name: /^Import ledger/ })).toHaveCount(1);
});

test("days read the wrong way round are read the other way where they stand", async ({ lucid }) => {
  await lucid.open();
  await lucid.pickFiles(eitherWay);
  const dialog = lucid.page.getByRole("dialog", { name: `Import ${eitherWay.name}` });
  await dialog.getByRole("combobox", { name: "Date order", exact: true }).selectOption("day-first");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await lucid.waitForCells();
  const months = async () => (await lucid.columns("Trends", "value")).map(({ value }) => value);
  expect(await months()).toEqual(["6"]);
  await lucid.ledger(eitherWay.name).getByRole("button", { name: "These are month first" }).click();
  await expect.poll(months).toEqual(["2", "0", "4"]);
  await lucid.undo().click();
  await expect.poll(months).toEqual(["6"]);
});

test("totals that were rebuilt are left empty when that is not wanted", async ({ lucid }) => {
  await lucid.open();
  await lucid.pickFiles(gaps);
  await lucid.waitForCells();
  expect(await lucid.metric("net_revenue")).toBe("13.5");
  const ledger = lucid.ledger(gaps.name);
  await ledger.locator('[data-slot="ledger-remarks"]').getByRole("button").first().click();
  await expect.poll(() => lucid.metric("net_revenue")).toBe("7.5");
  expect(await lucid.ledgerNumbers(gaps.name)).toEqual({ lines: 3, kept: 2, rejected: 1, excluded: 0 });
  await ledger.getByRole("button", { name: "Rebuild them again" }).click();
  await expect.poll(() => lucid.metric("net_revenue")).toBe("13.5");
});

test("a change of one file leaves the others as they are", async ({ lucid }) => {
  await lucid.open();
  await lucid.pickFiles(cornerShop, till);
  await lucid.waitForCells();
  await lucid.ledger(till.name).getByRole("button", { name: "Count them" }).click();
  await expect.poll(() => lucid.metric("net_revenue")).toBe("193.4");
  expect(await lucid.ledgerNumbers(cornerShop.name)).toEqual(cornerShopFigures.ledger);
});
