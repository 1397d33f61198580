import { cornerShop, cornerShopFigures, cornerStock } from "./fixtures/corner-shop";
import { blockEngine, unblockEngine } from "./fixtures/engine-files";
import { expect, test } from "./fixtures/lucid";
import type { LucidPage } from "./fixtures/lucid-page";
import { noteStatuses, seenStatuses } from "./fixtures/statuses";

async function importShop(lucid: LucidPage): Promise<string[]> {
  await lucid.open();
  await lucid.pickFiles(cornerShop, cornerStock);
  await lucid.waitForCells();
  await lucid.savedToDevice();
  const values = await lucid.everyValue();
  expect(values.length).toBeGreaterThan(60);
  return values;
}

/** The same numbers stand there although no engine can be reached, and no cell was run for it. */
async function expectShownWithoutEngine(lucid: LucidPage, values: readonly string[]): Promise<void> {
  await lucid.waitForCells();
  await expect(lucid.page.locator("html")).toHaveAttribute("data-engine", /starting|failed/);
  expect(await lucid.everyValue()).toEqual(values);
  for (const name of Object.keys(cornerShopFigures.metrics) as (keyof typeof cornerShopFigures.metrics)[]) {
    expect(await lucid.metric(name), name).toBe(cornerShopFigures.metrics[name]);
  }
  expect(await lucid.ledgerNumbers(cornerShop.name)).toEqual(cornerShopFigures.ledger);
  await expect(lucid.page.locator("html")).toHaveAttribute("data-engine", "failed");
  await expect(lucid.page.getByRole("button", { name: "Retry" }).first()).toBeVisible();
  await expect(lucid.page.locator('[data-cell]:not([data-status="ok"])')).toHaveCount(0);
  expect(await seenStatuses(lucid.page)).toEqual(["ok"]);
}

async function expectRunsAgain(lucid: LucidPage): Promise<void> {
  await lucid.engineReady();
  const ran = lucid.page.locator('[data-cell][data-status="running"], [data-cell][data-status="queued"]');
  await lucid.page.getByRole("button", { name: "Run all" }).click();
  await expect(ran).toHaveCount(0);
  await lucid.waitForCells();
  expect(await lucid.metric("net_revenue")).toBe(cornerShopFigures.metrics.net_revenue);
  expect(await lucid.columns("Best sellers", "product_name", "quantity", "revenue")).toEqual(
    cornerShopFigures.byQuantity,
  );
  expect(await seenStatuses(lucid.page)).toContain("running");
}

test("a reload shows every result at once, without the engine", async ({ lucid, guard }) => {
  guard.allow(/Failed to load resource/);
  const values = await importShop(lucid);
  await noteStatuses(lucid.page);
  await blockEngine(lucid.page);
  await lucid.page.reload();
  await expectShownWithoutEngine(lucid, values);

  await unblockEngine(lucid.page);
  await lucid.page.getByRole("button", { name: "Retry" }).first().click();
  await expectRunsAgain(lucid);
});

test("a killed browser comes back with every result, and its lines can be computed again", async ({
  device,
  guard,
}) => {
  guard.allow(/Failed to load resource/);
  const before = await device.start();
  const values = await importShop(before);
  await device.kill();

  const after = await device.start();
  await noteStatuses(after.page);
  await blockEngine(after.page);
  await after.page.goto("/");
  await expectShownWithoutEngine(after, values);

  await unblockEngine(after.page);
  await after.page.reload();
  await expectRunsAgain(after);
  expect(await after.everyValue()).toEqual(values);
});

test("an edit made a moment before the browser is killed is there again", async ({ device }) => {
  const before = await device.start();
  await importShop(before);
  await before.setNumber("Best sellers", "Limit", 2);
  await before.savedToDevice();
  await device.kill();

  const after = await device.start();
  await after.page.goto("/");
  await after.waitForCells();
  await expect(after.param("Best sellers", "Limit")).toHaveValue("2");
  expect(await after.rows("Best sellers")).toHaveLength(2);
});

test("the list of notebooks leads back to each of them", async ({ lucid }) => {
  const values = await importShop(lucid);
  await lucid.goHome();
  const recents = lucid.page.getByRole("navigation", { name: "Recent notebooks" });
  const listed = recents.locator("[data-notebook]");
  await expect(listed).toHaveCount(1);
  await lucid.page.reload();
  await expect(listed).toHaveCount(1);
  await expect(recents).toContainText("177");
  await listed.click();
  await lucid.waitForCells();
  expect(await lucid.everyValue()).toEqual(values);
});

test("what a second notebook holds does not enter the first", async ({ lucid }) => {
  await lucid.open();
  await lucid.pickFiles(cornerShop);
  await lucid.waitForCells();
  await lucid.savedToDevice();
  await lucid.goHome();
  await lucid.pickFiles(cornerStock);
  await lucid.waitForCells();
  await lucid.savedToDevice();
  await expect(lucid.cell("Overview")).toContainText("There are no sales yet");
  await lucid.goHome();
  const listed = lucid.page.getByRole("navigation", { name: "Recent notebooks" }).locator("[data-notebook]");
  await expect(listed).toHaveCount(2);
  await listed.filter({ hasText: "Corner shop" }).click();
  await lucid.waitForCells();
  await lucid.page.getByRole("button", { name: "Run all" }).click();
  await lucid.waitForCells();
  expect(await lucid.metric("net_revenue")).toBe("177");
  expect(await lucid.columns("Profitability", "product", "cost")).toContainEqual({ product: "Candle", cost: "" });
});
