import type { Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessible";
import { cornerShop } from "./fixtures/corner-shop";
import { expect, test } from "./fixtures/lucid";
import { noteStatuses, seenStatuses } from "./fixtures/statuses";

const cellNamed = (page: Page, name: string) => page.locator(`[data-cell="${name}"]`);
const status = (page: Page, name: string) => expect(cellNamed(page, name));

/** A new query at the end of the notebook, under the name it is given. */
async function addQuery(page: Page, sql: string): Promise<void> {
  await page.getByRole("button", { name: "Add a cell" }).click();
  await page.getByRole("dialog").getByText("Query", { exact: true }).click();
  await writeInto(page, sql);
}

/** Replaces the text of the editor that has the focus. */
async function writeInto(page: Page, sql: string): Promise<void> {
  await expect(page.locator(".cm-content:focus")).toHaveCount(1);
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(sql);
}

async function rewrite(page: Page, name: string, sql: string): Promise<void> {
  await cellNamed(page, name).locator(".cm-content").click();
  await writeInto(page, sql);
}

const run = (page: Page) => page.keyboard.press("ControlOrMeta+Enter");

test("queries read each other, follow each other, say where they are wrong, and stand in every state there is", async ({
  lucid,
}) => {
  const { page } = lucid;
  await noteStatuses(page);
  await lucid.open();
  await lucid.pickFiles(cornerShop);
  await lucid.waitForCells();

  await test.step("a query waits to be run, then shows its rows under Lucid's own heads", async () => {
    await addQuery(page, "select product_name, revenue from best_sellers order by revenue desc");
    await status(page, "query").toHaveAttribute("data-status", "never-run");
    await expectAccessible(page);
    await run(page);
    await status(page, "query").toHaveAttribute("data-status", "ok");
    expect(await lucid.columns("Query", "product_name", "revenue")).toEqual([
      { product_name: "Olive oil", revenue: "60" },
      { product_name: "Green tea", revenue: "55" },
      { product_name: "Oat bread", revenue: "32" },
      { product_name: "Candle", revenue: "30" },
    ]);
  });

  await test.step("another reads it by its name; editing the first marks the second before anything runs", async () => {
    await addQuery(page, "select sum(revenue) as total from query");
    await run(page);
    await status(page, "query_2").toHaveAttribute("data-status", "ok");
    expect(await lucid.rows("Query 2")).toEqual([{ total: "177" }]);
    await rewrite(page, "query", "select product_name, revenue from best_sellers where revenue > 40");
    await status(page, "query").toHaveAttribute("data-status", "edited");
    await status(page, "query_2").toHaveAttribute("data-status", "stale");
    expect(await lucid.rows("Query 2")).toEqual([{ total: "177" }]);
    await expectAccessible(page);
    await run(page);
    await expect.poll(() => lucid.rows("Query 2")).toEqual([{ total: "115" }]);
  });

  await test.step("a setting of the analysis above reaches both", async () => {
    await lucid.setNumber("Best sellers", "Limit", 1);
    await expect.poll(() => lucid.rows("Query 2")).toEqual([{ total: "55" }]);
    await lucid.undo().click();
    await expect.poll(() => lucid.rows("Query 2")).toEqual([{ total: "115" }]);
  });

  await test.step("a mistake is underlined where it is, with what helps, and blocks what reads it", async () => {
    await rewrite(page, "query", "select product_nam, revenue from best_sellers");
    await run(page);
    await status(page, "query").toHaveAttribute("data-status", "error");
    const alert = cellNamed(page, "query").getByText(/product_nam.*not found/);
    await expect(alert.first()).toBeVisible();
    await expect(cellNamed(page, "query")).toContainText("product_name");
    await expect(cellNamed(page, "query").locator(".cm-problem")).toHaveText("product_nam");
    await status(page, "query_2").toHaveAttribute("data-status", "blocked");
    await expect(cellNamed(page, "query_2")).toContainText("blocked by Query");
    await status(page, "trends").toHaveAttribute("data-status", "ok");
    await expectAccessible(page);
  });

  await test.step("what is no query is refused, and so are two", async () => {
    await rewrite(page, "query", "drop view sales");
    await run(page);
    await expect(cellNamed(page, "query")).toContainText("Only queries run here");
    await rewrite(page, "query", "select 1; select 2");
    await run(page);
    await expect(cellNamed(page, "query")).toContainText("one query");
  });

  await test.step("a circle is refused with the circle", async () => {
    await rewrite(page, "query", "from query_2");
    await run(page);
    await expect(cellNamed(page, "query")).toContainText("query reads query_2, query_2 reads query");
  });

  await test.step("an endless query is cancelled, and the others go on", async () => {
    await rewrite(page, "query", "select count(*) as n from range(10000000) a, range(10000000) b");
    await run(page);
    await status(page, "query").toHaveAttribute("data-status", "running");
    await status(page, "query").toHaveAttribute("aria-busy", "true");
    await expectAccessible(page);
    await cellNamed(page, "query").getByRole("button", { name: "Cancel" }).click();
    await status(page, "query").toHaveAttribute("data-status", "cancelled");
    await expectAccessible(page);
    await rewrite(page, "query", "select product_name, revenue from best_sellers");
    await run(page);
    await expect.poll(() => lucid.rows("Query 2")).toEqual([{ total: "177" }]);
  });

  await test.step("with Auto-run off a change only marks, until the stale cells are run", async () => {
    await page.getByRole("switch", { name: "Auto-run" }).click();
    await lucid.setNumber("Best sellers", "Limit", 2);
    await status(page, "best_sellers").toHaveAttribute("data-status", "stale");
    await status(page, "query").toHaveAttribute("data-status", "stale");
    await status(page, "query_2").toHaveAttribute("data-status", "stale");
    expect(await lucid.rows("Query 2")).toEqual([{ total: "177" }]);
    await page.getByRole("button", { name: /^Run \d+ stale$/ }).click();
    await expect.poll(() => lucid.rows("Query 2")).toEqual([{ total: "87" }]);
    await status(page, "query_2").toHaveAttribute("data-status", "ok");
    await page.getByRole("switch", { name: "Auto-run" }).click();
  });

  await test.step("an analysis becomes a query and goes back to the original", async () => {
    const values = await lucid.columns("Best sellers", "product_name", "quantity");
    await cellNamed(page, "best_sellers").hover();
    await cellNamed(page, "best_sellers").getByRole("button", { name: "SQL", exact: true }).click();
    await cellNamed(page, "best_sellers").getByRole("button", { name: "Edit SQL" }).click();
    await status(page, "best_sellers").toHaveAttribute("data-status", "edited");
    await cellNamed(page, "best_sellers").locator(".cm-content").click();
    await run(page);
    await status(page, "best_sellers").toHaveAttribute("data-status", "ok");
    expect(await lucid.columns("Best sellers", "product_name", "quantity")).toEqual(values);
    await cellNamed(page, "best_sellers").getByRole("button", { name: "Back to the original" }).click();
    await expect(lucid.answer("Best sellers")).toContainText("Green tea");
    await status(page, "query_2").toHaveAttribute("data-status", "ok");
  });

  await test.step("a reload shows every cell as it was and runs nothing", async () => {
    await expect(page.locator('[data-cell]:not([data-status="ok"])')).toHaveCount(0);
    const values = await lucid.everyValue();
    const before = await seenStatuses(page);
    for (const each of ["never-run", "queued", "running", "ok", "edited", "stale", "error", "blocked", "cancelled"]) {
      expect(before).toContain(each);
    }
    await lucid.savedToDevice();
    await page.reload();
    await lucid.waitForCells(11);
    expect(await lucid.everyValue()).toEqual(values);
    await lucid.engineReady();
    expect(await seenStatuses(page)).not.toContain("running");
  });
});
