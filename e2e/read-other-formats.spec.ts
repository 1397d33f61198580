import { expect, test } from "./fixtures/lucid";
import { encoded, json, parquet, workbook, zipped } from "./fixtures/other-formats";

const LINES = [
  ["Date", "Bill", "Product", "Quantity", "Amount"],
  ["2026-01-05", "A1", "Crème brûlée", 2, 9.5],
  ["2026-02-06", "A2", "Café crème", 1, 3.25],
  ["2026-03-07", "A3", "Crème brûlée", 3, 14.25],
] as const;

const TEXT = `${LINES.map((line) => line.join(";")).join("\n")}\n`;

const FILES = [
  workbook("sales.xlsx", { Notes: [["Written by the till"]], Sales: LINES }),
  zipped("sales.csv.gz", TEXT),
  parquet("sales.parquet", LINES),
  json("sales.json", LINES),
  encoded("windows-1252.csv", TEXT, "latin1"),
  encoded("utf-16.csv", TEXT, "utf16le"),
];

for (const file of FILES) {
  test(`${file.name} gives the same figures as its CSV`, async ({ lucid }) => {
    await lucid.open();
    await lucid.pickFiles(file);
    await lucid.waitForCells();
    await expect(lucid.page.getByRole("dialog")).toHaveCount(0);
    expect(await lucid.ledgerNumbers(file.name)).toEqual({ lines: 3, kept: 3, rejected: 0, excluded: 0 });
    expect(await lucid.metric("net_revenue")).toBe("27");
    expect(await lucid.columns("Best sellers", "product_name", "quantity", "revenue")).toEqual([
      { product_name: "Crème brûlée", quantity: "5", revenue: "23.75" },
      { product_name: "Café crème", quantity: "1", revenue: "3.25" },
    ]);
    await lucid.savedToDevice();
  });
}

test("another sheet of a workbook is read when it is chosen", async ({ lucid }) => {
  const months = workbook("two-sheets.xlsx", {
    January: [LINES[0], ["2026-01-05", "A1", "Tea", 2, 5]],
    February: [LINES[0], ["2026-02-05", "B1", "Tea", 4, 10], ["2026-02-06", "B2", "Salt", 1, 1]],
  });
  await lucid.open();
  await lucid.pickFiles(months);
  await lucid.waitForCells();
  expect(await lucid.metric("net_revenue")).toBe("5");
  await lucid.ledger(months.name).getByRole("button", { name: "Change" }).click();
  const dialog = lucid.page.getByRole("dialog", { name: `Import ${months.name}` });
  await dialog.getByRole("combobox", { name: "Sheet", exact: true }).selectOption("February");
  await expect(dialog.locator('[data-slot="sample-preview"]')).toContainText("2026-02-06");
  await dialog.getByRole("button", { name: "Import", exact: true }).click();
  await expect.poll(() => lucid.metric("net_revenue")).toBe("11");
});

test("a table pasted on the page is read like a file", async ({ lucid }) => {
  await lucid.open();
  await lucid.page.evaluate(
    (text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", text);
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    TEXT.replaceAll(";", "\t"),
  );
  await lucid.waitForCells();
  expect(await lucid.ledgerNumbers("Pasted table")).toEqual({ lines: 3, kept: 3, rejected: 0, excluded: 0 });
  expect(await lucid.metric("net_revenue")).toBe("27");
});
