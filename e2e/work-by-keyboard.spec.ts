import type { Page } from "@playwright/test";
import { csvFile } from "./fixtures/files";
import { expect, test } from "./fixtures/lucid";

/** Days one cannot tell: the first or the second number may be the month. */
const till = csvFile("till.csv", [
  ["When", "Item", "Qty", "Total"],
  ["01/02/2026", "Tea", 3, "7.50"],
  ["02/02/2026", "Cake", 1, "4.00"],
  ["03/02/2026", "Tea", 2, "5.00"],
  ["04/03/2026", "Soup", 2, "9.00"],
]);

/** Goes on with Tab until something holds; the mouse is never used. */
async function tabTo(page: Page, name: RegExp, role?: string): Promise<void> {
  await expect(async () => {
    const here = await page.evaluate(() => {
      const { activeElement: at } = document;
      const labelled = at?.getAttribute("aria-label") ?? at?.textContent ?? "";
      const label =
        at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels?.[0]?.textContent : "";
      return { text: `${labelled} ${label ?? ""}`.trim(), role: at?.getAttribute("role") ?? at?.tagName ?? "" };
    });
    if (name.test(here.text) && (role === undefined || here.role.toLowerCase() === role)) return;
    await page.keyboard.press("Tab");
    throw new Error(`The focus is at ${here.role} ${here.text.slice(0, 60)}.`);
  }).toPass({ intervals: [0], timeout: 60_000 });
}

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("dialog").getByRole("combobox")).toBeFocused();
}

const cellNamed = (page: Page, name: string) => page.locator(`[data-cell="${name}"]`);

test("from a file to a saved version without a mouse", async ({ lucid }) => {
  const { page } = lucid;
  await lucid.open();
  await lucid.pickFiles(till);

  await test.step("the question is answered", async () => {
    const dialog = page.getByRole("dialog", { name: "Import till.csv" });
    await expect(dialog).toBeVisible();
    await tabTo(page, /Date order/);
    await page.keyboard.type("Day");
    await expect(dialog.getByRole("combobox", { name: "Date order", exact: true })).toHaveValue("day-first");
    await tabTo(page, /^Import$/, "button");
    await page.keyboard.press("Enter");
    await lucid.waitForCells();
    expect(await lucid.metric("net_revenue")).toBe("25.5");
  });

  await test.step("a parameter is changed", async () => {
    await cellNamed(page, "best_sellers").focus();
    await page.keyboard.press("Enter");
    await expect(lucid.param("Best sellers", "Limit")).toBeFocused();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("2");
    await page.keyboard.press("Enter");
    await expect.poll(async () => (await lucid.rows("Best sellers")).length).toBe(2);
    await page.keyboard.press("Escape");
    await expect(cellNamed(page, "best_sellers")).toBeFocused();
  });

  await test.step("a query reads the cell above it", async () => {
    await page.keyboard.press("b");
    await expect(cellNamed(page, "query").locator(".cm-content")).toBeFocused();
    await page.keyboard.insertText("select product_name, revenue from best_sellers");
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(cellNamed(page, "query")).toHaveAttribute("data-status", "ok");
    expect(await lucid.columns("Query", "product_name", "revenue")).toEqual([
      { product_name: "Tea", revenue: "12.5" },
      { product_name: "Soup", revenue: "9" },
    ]);
    await page.keyboard.press("Escape");
    await expect(cellNamed(page, "query")).toBeFocused();
  });

  await test.step("it is charted", async () => {
    await openPalette(page);
    await page.keyboard.type("chart this");
    await expect(page.getByRole("option", { selected: true })).toContainText("Chart");
    await page.keyboard.press("Enter");
    await expect(cellNamed(page, "chart")).toHaveAttribute("data-status", "ok");
    await expect(cellNamed(page, "chart").locator('[data-slot="chart"]')).toBeVisible();
    await expect(page.locator("[data-cell]:focus-within")).toHaveCount(1);
  });

  await test.step("it is moved, undone and done again", async () => {
    const order = () =>
      lucid.cells.evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.cell ?? ""));
    await cellNamed(page, "chart").focus();
    const before = await order();
    await page.keyboard.press("Control+Shift+ArrowUp");
    await expect.poll(order).not.toEqual(before);
    await expect(cellNamed(page, "chart")).toBeFocused();
    await page.keyboard.press("z");
    await expect.poll(order).toEqual(before);
    await expect(cellNamed(page, "chart")).toBeFocused();
  });

  await test.step("a version is saved, and restored after a change", async () => {
    await page.keyboard.press("ControlOrMeta+s");
    await expect(page.getByText(/version/i).first()).toBeVisible();
    await page.keyboard.press("d");
    await page.keyboard.press("d");
    await expect(cellNamed(page, "chart")).toHaveCount(0);
    await openPalette(page);
    await page.keyboard.type("versions");
    await expect(page.getByRole("option", { selected: true })).toContainText("Versions");
    await page.keyboard.press("Enter");
    await tabTo(page, /^Restore/, "button");
    await page.keyboard.press("Enter");
    await expect(cellNamed(page, "chart")).toHaveAttribute("data-status", "ok");
    expect(await lucid.columns("Query", "product_name", "revenue")).toHaveLength(2);
  });
});
