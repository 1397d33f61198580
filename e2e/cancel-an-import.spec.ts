import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { cornerShop, cornerShopApril, cornerShopFigures } from "./fixtures/corner-shop";
import { expect, test } from "./fixtures/lucid";

const LARGE = "a-large-year.csv";

/** 64 MB of sales; large enough to be caught on its way. */
async function writeLargeFile(path: string): Promise<void> {
  const file = createWriteStream(path);
  file.write("Date,Invoice,Product ID,Product,Category,Quantity,Unit price,Amount\n");
  for (let part = 0; part < 64; part += 1) {
    const lines = Array.from({ length: 16_000 }, (_, at) => {
      const day = `2026-${String((part % 12) + 1).padStart(2, "0")}-${String((at % 28) + 1).padStart(2, "0")}`;
      const i = at % 500;
      return `${day},N${part}-${at},P${i},Product number ${i},Part ${part % 9},${(at % 7) + 1},2.50,${((at % 7) + 1) * 2.5}\n`;
    });
    if (!file.write(lines.join(""))) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
}

test("a cancelled import leaves no trace, and the open notebook is undisturbed", async ({ lucid }, testInfo) => {
  const path = testInfo.outputPath(LARGE);
  await writeLargeFile(path);
  const { page } = lucid;
  const onItsWay = page.getByRole("list", { name: "Files on their way in" });
  await lucid.open();
  await lucid.pickFiles(cornerShop);
  await lucid.waitForCells();
  await lucid.savedToDevice();

  const expectUndisturbed = async () => {
    await expect(onItsWay).toHaveCount(0);
    await expect(page.getByText(LARGE)).toHaveCount(0);
    await expect(page.locator('[data-cell][data-status="ok"]')).toHaveCount(9);
    await expect(page.getByRole("region", { name: /^Import ledger/ })).toHaveCount(1);
    await expect(lucid.undo()).toBeDisabled();
    expect(await lucid.metric("net_revenue")).toBe(cornerShopFigures.metrics.net_revenue);
    await lucid.engineReady();
  };

  await test.step("cancelled as soon as it begins", async () => {
    await lucid.pickFiles(path);
    await page.getByRole("button", { name: `Cancel ${LARGE}` }).click();
    await expectUndisturbed();
  });

  await test.step("cancelled while its lines are read", async () => {
    await lucid.pickFiles(path);
    await expect(onItsWay.locator('[data-step="reading"]')).toContainText("Reading");
    await expect(onItsWay.getByRole("progressbar")).toHaveAttribute("aria-valuenow", /[1-9]/);
    await page.getByRole("button", { name: `Cancel ${LARGE}` }).click();
    await expectUndisturbed();
  });

  await test.step("and everything goes on as before", async () => {
    await lucid.pickFiles(cornerShopApril);
    await expect(lucid.ledger(cornerShopApril.name)).toBeVisible();
    await lucid.waitForCells();
    expect(await lucid.metric("net_revenue")).toBe("199");
    await lucid.savedToDevice();
    await page.reload();
    await lucid.waitForCells();
    expect(await lucid.metric("net_revenue")).toBe("199");
    await expect(page.getByText(LARGE)).toHaveCount(0);
  });
});
