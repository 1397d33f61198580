import { expectAccessible, expectNoSidewaysScroll } from "./fixtures/accessible";
import { expect, test } from "./fixtures/lucid";
import type { LucidPage } from "./fixtures/lucid-page";
import { spoilResults } from "./fixtures/spoil-results";
import { noteStatuses, seenStatuses } from "./fixtures/statuses";

/** Sums of doubles differ in the last digit with the order of the lines; money and quantities are compared to the digit. */
async function values(lucid: LucidPage): Promise<string[]> {
  const shown = await lucid.everyValue();
  return shown.map((value) =>
    value.replace(/\D/g, "").length < 14 ? value : String(Number(Number(value).toPrecision(12))),
  );
}

test("damaged and deleted results on the device change nothing but time", async ({ lucid }) => {
  const { page } = lucid;
  await lucid.open();
  await page.getByRole("button", { name: "Try the sample shop" }).click();
  await lucid.waitForCells();
  await lucid.savedToDevice();
  const before = await values(lucid);
  expect(before.length).toBeGreaterThan(60);
  await noteStatuses(page);

  for (const damage of [["flip"], ["cut", "empty", "delete"]] as const) {
    await test.step(damage.join(", "), async () => {
      expect(await spoilResults(page, ...damage)).toBeGreaterThanOrEqual(10);
      await page.reload();
      await lucid.waitForCells();
      expect(await values(lucid)).toEqual(before);
      expect(await seenStatuses(page)).toContain("running");
      await expect(page.getByRole("alert").filter({ hasText: /\S/ })).toHaveCount(0);
      await lucid.savedToDevice();
    });
  }
  await page.reload();
  await lucid.waitForCells();
  expect(await seenStatuses(page)).toEqual(["ok"]);
  expect(await values(lucid)).toEqual(before);
});

test("settings tell what is stored and clear results, and Activity lists what was done", async ({ lucid }) => {
  const { page } = lucid;
  await lucid.open();
  await page.getByRole("button", { name: "Try the sample shop" }).click();
  await lucid.waitForCells();
  await lucid.savedToDevice();

  await page.getByRole("button", { name: "Activity" }).click();
  const activity = page.getByRole("region", { name: "Activity" });
  await expect(activity.locator('[data-job][data-state="done"]')).toHaveCount(13);
  await expect(activity.locator("[data-job]").filter({ hasText: "Compute Trends" })).toContainText(/done · \d+\.\d s/);

  await page.getByRole("button", { name: "Settings" }).focus();
  await page.keyboard.press("Enter");
  const settings = page.getByRole("dialog", { name: "Settings" });
  const size = (label: string) => settings.locator("dt", { hasText: label }).locator("+ dd");
  await expect(size("Data from your files")).toHaveText(/\d (kB|MB)$/);
  await expect(size("Computed results")).toHaveText(/\d kB$/);
  await expect(settings.locator("[data-persisted]")).toBeVisible();
  const data = await size("Data from your files").getAttribute("data-value");
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoSidewaysScroll(page);

  await settings.getByRole("button", { name: "Clear computed results" }).press("Enter");
  await expect(settings.getByText("Cleared. Your data and notebooks are untouched")).toBeVisible();
  await expect(size("Computed results")).toHaveAttribute("data-value", "0");
  expect(await size("Data from your files").getAttribute("data-value")).toBe(data);
  await settings.getByRole("radio", { name: "Dark" }).press("Space");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Settings" })).toBeFocused();

  const before = await values(lucid);
  await noteStatuses(page);
  await page.reload();
  await lucid.waitForCells();
  expect(await seenStatuses(page)).toContain("running");
  expect(await values(lucid)).toEqual(before);
});
