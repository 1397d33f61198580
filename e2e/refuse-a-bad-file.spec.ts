import { cornerShop, cornerShopFigures } from "./fixtures/corner-shop";
import { type TestFile, textFile } from "./fixtures/files";
import { expect, test } from "./fixtures/lucid";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const refused: { file: TestFile; says: RegExp; hint: RegExp }[] = [
  { file: textFile("nothing.csv", ""), says: /is empty/, hint: /Export it again/ },
  { file: textFile("blanks.csv", "\n \n\n"), says: /nothing but blanks/, hint: /Export it again/ },
  { file: { name: "photo.csv", mimeType: "text/csv", buffer: png }, says: /a picture/, hint: /CSV/ },
  { file: textFile("invoice.csv", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<< >>\n"), says: /PDF/, hint: /CSV/ },
  { file: textFile("header-only.csv", "Date,Product,Quantity,Amount\n"), says: /no lines/, hint: /period/ },
  { file: textFile("archive.csv", "PK\u0003\u0004\u0014\u0000\u0000\u0000data.txt"), says: /zip/, hint: /Unpack/ },
];

test("a file that is no table is refused in plain words, with a next step", async ({ lucid }) => {
  await lucid.open();
  for (const { file, says, hint } of refused) {
    await test.step(file.name, async () => {
      await lucid.pickFiles(file);
      const alert = lucid.page.getByRole("alert").filter({ hasText: file.name });
      await expect(alert).toContainText(says);
      await expect(alert).toContainText(hint);
      await expect(alert).not.toContainText(/undefined|null|Error|exception|\[object/);
      await expect(lucid.page.getByRole("dialog")).toHaveCount(0);
      await lucid.page.getByRole("button", { name: `Dismiss ${file.name}` }).click();
      await expect(alert).toHaveCount(0);
    });
  }
  await expect(lucid.cells).toHaveCount(0);
});

test("bad files beside a good one and on an open notebook disturb nothing", async ({ lucid }) => {
  await lucid.open();
  await lucid.dropFiles(...refused.slice(0, 3).map(({ file }) => file), cornerShop);
  await lucid.waitForCells();
  const alerts = lucid.page.getByRole("list", { name: "Files on their way in" }).getByRole("alert");
  await expect(alerts).toHaveCount(3);
  expect(await lucid.metric("net_revenue")).toBe(cornerShopFigures.metrics.net_revenue);

  await lucid.savedToDevice();
  await lucid.dropFiles(...refused.slice(3).map(({ file }) => file));
  await expect(alerts).toHaveCount(refused.length);
  await expect(lucid.page.locator('[data-cell][data-status="ok"]')).toHaveCount(9);
  expect(await lucid.metric("net_revenue")).toBe(cornerShopFigures.metrics.net_revenue);
  await expect(lucid.page.getByRole("region", { name: /^Import ledger/ })).toHaveCount(1);
  await expect(lucid.undo()).toBeDisabled();
  for (const { file } of refused) await lucid.page.getByRole("button", { name: `Dismiss ${file.name}` }).click();
  await expect(alerts).toHaveCount(0);

  await lucid.page.reload();
  await lucid.waitForCells();
  expect(await lucid.metric("net_revenue")).toBe(cornerShopFigures.metrics.net_revenue);
  await expect(alerts).toHaveCount(0);
});

test("a file without any line that can be read is told with its reasons", async ({ lucid }) => {
  const file = textFile(
    "no-dates.csv",
    "Date,Product,Quantity,Amount\nsoon,Tea,1,2.50\nlater,Bread,2,6.40\nnever,Candle,1,6.00\n",
  );
  await lucid.open();
  await lucid.pickFiles(file);
  const asked = lucid.page.getByRole("dialog", { name: `Import ${file.name}` });
  const told = lucid.page.getByRole("alert").filter({ hasText: file.name });
  await expect(asked.or(told)).toBeVisible();
  if (await asked.isVisible()) await expect(asked.getByRole("listitem").first()).toContainText(/date/i);
  else await expect(told).toContainText(/date/i);
  await expect(lucid.cells).toHaveCount(0);
});
