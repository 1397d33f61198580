import { cornerShop } from "./fixtures/corner-shop";
import { csvFile } from "./fixtures/files";
import { expect, test } from "./fixtures/lucid";

const rivers = csvFile("rivers.csv", [
  ["River", "Continent", "Length km", "Measured"],
  ["Nile", "Africa", 6650, "2009-05-01"],
  ["Amazon", "South America", 6400, "2007-06-15"],
  ["Yangtze", "Asia", 6300, ""],
  ["Danube", "Europe", 2850, "2011-01-20"],
]);

test("a file that is no shop shows what its columns hold, and is asked a first question", async ({ lucid }) => {
  await lucid.open();
  await lucid.pickFiles(rivers);
  const asked = lucid.page.getByRole("dialog", { name: `Import ${rivers.name}` });
  const cell = lucid.page.locator('[data-cell="profile"]');
  await expect(cell.or(asked).first()).toBeVisible();
  await expect(asked).toHaveCount(0);
  await lucid.waitForCells(3);
  expect(await lucid.ledgerNumbers(rivers.name)).toEqual({ lines: 4, kept: 4, rejected: 0, excluded: 0 });
  const columns = await lucid.columns("Profile of Rivers", "column_name", "filled", "empty");
  expect(columns).toEqual([
    { column_name: "River", filled: "4", empty: "0" },
    { column_name: "Continent", filled: "4", empty: "0" },
    { column_name: "Length km", filled: "4", empty: "0" },
    { column_name: "Measured", filled: "3", empty: "1" },
  ]);
  await expect(lucid.answer("Profile of Rivers")).toContainText("4 columns, 4 lines");
  const lengths = ["Nile", "Amazon", "Yangtze", "Danube"];
  expect((await lucid.columns("Largest Length km", "River")).map(({ River }) => River)).toEqual(lengths);
  const picture = lucid.cell("Chart of largest Length km").getByRole("application");
  await expect(picture).toHaveAccessibleName(/Nile/);
  await lucid.savedToDevice();
  await lucid.page.reload();
  await lucid.waitForCells(3);
  await expect(lucid.answer("Profile of Rivers")).toContainText("4 columns, 4 lines");
  expect((await lucid.columns("Largest Length km", "River")).map(({ River }) => River)).toEqual(lengths);

  await test.step("a shop that comes later has its own cells", async () => {
    await lucid.engineReady();
    await lucid.dropFiles(cornerShop);
    await lucid.waitForCells(12);
    expect(await lucid.metric("net_revenue")).toBe("177");
  });
});

test("a table without names of columns is made a sales file by its answers, and back", async ({ lucid }) => {
  const bare = csvFile("bare.csv", [
    ["2026-01-05", "Green tea", 2, "5.00"],
    ["2026-02-07", "Oat bread", 1, "3.20"],
    ["2026-03-09", "Green tea", 3, "7.50"],
  ]);
  await lucid.open();
  await lucid.pickFiles(bare);
  await lucid.waitForCells(3);
  await lucid.ledger(bare.name).getByRole("button", { name: "Change" }).click();
  const dialog = lucid.page.getByRole("dialog", { name: `Import ${bare.name}` });
  const box = (name: string) => dialog.getByRole("combobox", { name, exact: true });
  await expect(box("Names of columns in row")).toHaveValue("");
  await box("Kind of data").selectOption("sales");
  await box("Date").selectOption("column_1");
  await box("Product name").selectOption("column_2");
  await box("Quantity").selectOption("column_3");
  await box("Total amount").selectOption("column_4");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await lucid.waitForCells();
  expect(await lucid.metric("net_revenue")).toBe("15.7");
  await lucid.undo().click();
  await lucid.waitForCells(3);
});
