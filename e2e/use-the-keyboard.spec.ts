import type { Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessible";
import { cornerShop } from "./fixtures/corner-shop";
import { expect, test } from "./fixtures/lucid";
import type { LucidPage } from "./fixtures/lucid-page";
import { NEW_NOTEBOOK } from "./fixtures/new-notebook";

const cellNamed = (page: Page, name: string) => page.locator(`[data-cell="${name}"]`);

function order({ cells }: LucidPage): Promise<string[]> {
  return cells.evaluateAll((all) => all.map((cell) => (cell as HTMLElement).dataset.cell ?? ""));
}

async function expectOrder(lucid: LucidPage, ...names: string[]): Promise<void> {
  await expect.poll(() => order(lucid)).toEqual(names);
}

/** The cell that is selected: the focus is on itself, not on something in it. */
async function expectSelected(page: Page, name: string): Promise<void> {
  await expect(cellNamed(page, name)).toBeFocused();
}

/** The cell's editor has the focus. */
async function expectWriting(page: Page, name: string): Promise<void> {
  await expect(cellNamed(page, name).locator(".cm-content, textarea")).toBeFocused();
}

const without = (...gone: string[]) => NEW_NOTEBOOK.filter((name) => !gone.includes(name));

/** Presses keys one after the other. */
async function pressOn(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test("cells are selected, entered, run, changed and moved by keys, and the focus is never lost", async ({ lucid }) => {
  const { page } = lucid;
  const press = (...keys: string[]) => pressOn(page, keys);
  await lucid.open();
  await page.getByRole("button", { name: "Try the sample shop" }).click();
  await lucid.waitForCells();

  await test.step("J, K and arrows select; Enter enters a cell, Esc leaves it", async () => {
    await cellNamed(page, "overview").focus();
    await press("j", "j");
    await expectSelected(page, "best_sellers");
    await press("ArrowDown", "ArrowUp", "k");
    await expectSelected(page, "insights");
    await press("j", "Enter");
    await expect(lucid.param("Best sellers", "Limit")).toBeFocused();
    await page.keyboard.type("4");
    await press("Shift+Enter");
    await expectSelected(page, "revenue_contribution");
    await expect.poll(async () => (await lucid.rows("Best sellers")).length).toBe(4);
    await press("k", "Enter", "Escape");
    await expectSelected(page, "best_sellers");
  });

  await test.step("D D deletes, and undo brings back text, result and place", async () => {
    const values = await lucid.everyValue();
    await press("d", "d");
    await expectOrder(lucid, ...without("best_sellers"));
    await expectSelected(page, "revenue_contribution");
    await press("z");
    await expectSelected(page, "best_sellers");
    await expectOrder(lucid, ...NEW_NOTEBOOK);
    await expect(cellNamed(page, "best_sellers")).toHaveAttribute("data-status", "ok");
    await expect.poll(() => lucid.everyValue()).toEqual(values);
    await press("Shift+Z");
    await expectOrder(lucid, ...without("best_sellers"));
    await press("Control+z");
    await expectOrder(lucid, ...NEW_NOTEBOOK);
    await expectSelected(page, "best_sellers");
  });

  await test.step("X, C and V cut, copy and paste", async () => {
    await press("x");
    await expectSelected(page, "revenue_contribution");
    await press("v");
    const [first, second, , fourth, ...rest] = NEW_NOTEBOOK as [string, string, string, string, ...string[]];
    await expectOrder(lucid, first, second, fourth, "best_sellers", ...rest);
    await expectSelected(page, "best_sellers");
    await press("c", "v");
    await expectSelected(page, "best_sellers_2");
    await expect(lucid.cell("Best sellers 2")).toHaveAttribute("data-status", "ok");
    await press("z", "z", "z");
    await expectOrder(lucid, ...NEW_NOTEBOOK);
  });

  await test.step("Ctrl+Shift+Up and Down move", async () => {
    await cellNamed(page, "trends").focus();
    await press("Control+Shift+ArrowUp", "Control+Shift+ArrowUp");
    await expectOrder(lucid, ...NEW_NOTEBOOK.slice(0, 2), "trends", ...without("overview", "insights", "trends"));
    await expectSelected(page, "trends");
    await press("Control+Shift+ArrowDown", "Control+Shift+ArrowDown");
    await expectOrder(lucid, ...NEW_NOTEBOOK);
  });

  await test.step("A and B insert; a query of another cell's result runs with Mod+Enter, Shift+Enter and Alt+Enter", async () => {
    await cellNamed(page, "best_sellers").focus();
    await press("b");
    await expectWriting(page, "query");
    await page.keyboard.type("select product_name, revenue from best_sellers limit 2");
    await press("Control+Enter");
    await expect(cellNamed(page, "query")).toHaveAttribute("data-status", "ok");
    await expect.poll(async () => (await lucid.rows("Query")).length).toBe(2);
    await expectWriting(page, "query");
    await press("Alt+Enter");
    await expectWriting(page, "query_2");
    await page.keyboard.type("select 42 as answer");
    await press("Shift+Enter");
    await expectSelected(page, "revenue_contribution");
    await expect(cellNamed(page, "query_2").locator('[data-column="answer"]')).toBeVisible();
    await press("k", "a");
    await expectWriting(page, "query_3");
    await page.keyboard.type("select    1");
    await press("Alt+f");
    await expect(cellNamed(page, "query_3").locator(".cm-line").first()).toHaveText("select");
    await press("Escape");
    await expectSelected(page, "query_3");
    await press("d", "d");
    await expectSelected(page, "query_2");
  });

  await test.step("M makes a note of a query, Y a query of it again", async () => {
    await press("m");
    await expectSelected(page, "query_2");
    await expect(cellNamed(page, "query_2")).not.toHaveAttribute("data-status", /./);
    await press("y");
    await expect(cellNamed(page, "query_2").locator(".cm-content")).toContainText("select 42 as answer");
    await expectSelected(page, "query_2");
    await press("d", "d");
    await expectSelected(page, "revenue_contribution");
  });

  await test.step("Mod+Shift+R runs what is stale, I I stops what runs", async () => {
    await page.getByRole("switch", { name: "Auto-run" }).click();
    await lucid.setNumber("Best sellers", "Limit", 7);
    await expect(cellNamed(page, "query")).toHaveAttribute("data-status", "stale");
    await cellNamed(page, "query").focus();
    await press("Control+Shift+R");
    await expect(cellNamed(page, "query")).toHaveAttribute("data-status", "ok");
    await expect.poll(async () => (await lucid.rows("Best sellers")).length).toBe(7);
    await press("b");
    await expectWriting(page, "query_2");
    await page.keyboard.type("select sum(random()) from range(100000000000)");
    await press("Control+Enter", "Escape");
    await expect(cellNamed(page, "query_2")).toHaveAttribute("data-status", "running");
    await expectSelected(page, "query_2");
    await press("i", "i");
    await expect(cellNamed(page, "query_2")).toHaveAttribute("data-status", "cancelled");
    await press("d", "d");
  });
});

test("the palette, the list of keys, versions and handles are there for the fingers alone", async ({ lucid }) => {
  const { page } = lucid;
  const press = (...keys: string[]) => pressOn(page, keys);
  await lucid.open();
  await lucid.pickFiles(cornerShop);
  await lucid.waitForCells();

  await test.step("Mod+S saves a version", async () => {
    await press("Control+s");
    await expect(page.getByRole("listitem").filter({ hasText: "This version is kept" })).toBeVisible();
  });

  await test.step("Mod+K finds commands, cells, files and cells to add", async () => {
    await cellNamed(page, "overview").focus();
    await press("Control+k");
    const palette = page.getByRole("dialog", { name: "Command palette" });
    await expect(palette.getByRole("combobox")).toBeFocused();
    await expectAccessible(page);
    await page.keyboard.type("dead");
    await press("Enter");
    await expect(palette).toHaveCount(0);
    await expectSelected(page, "dead_stock");
    await press("Control+k");
    await page.keyboard.type("ledger");
    await press("Enter");
    await expect(page.getByRole("region", { name: /^Import ledger/ }).first()).toBeFocused();
    await page.getByRole("button", { name: "Command palette" }).click();
    await page.keyboard.type("add: note");
    await press("Enter");
    await expectWriting(page, "note");
    await page.keyboard.type("Dead stock in **June**");
    await press("Shift+Enter");
    await expectSelected(page, "profitability");
    await expect(cellNamed(page, "note").locator("strong")).toHaveText("June");
  });

  await test.step("F fills the window with a cell until Esc", async () => {
    await press("f");
    await expect(page.getByRole("button", { name: "Back to the notebook" })).toBeVisible();
    await expectSelected(page, "profitability");
    await press("Escape");
    await expect(page.getByRole("button", { name: "Back to the notebook" })).toHaveCount(0);
    await expectSelected(page, "profitability");
  });

  await test.step("handles move cells by keys", async () => {
    await page.getByRole("button", { name: "Move Profitability", exact: true }).focus();
    await press("Space");
    await expect(page.getByText("Profitability is picked up")).toBeAttached();
    await press("ArrowUp");
    await expect(page.getByText(/Profitability is over place/)).toBeAttached();
    await press("Space");
    await expect.poll(async () => (await order(lucid)).slice(-2)).toEqual(["profitability", "note"]);
  });

  await test.step("? lists every key; another one is taken, kept and given back", async () => {
    await cellNamed(page, "trends").focus();
    await press("?");
    const help = page.getByRole("dialog", { name: "Keys" });
    await expectAccessible(page);
    await help.getByRole("button", { name: "Change the keys of Delete the cell" }).click();
    await press("j");
    await expect(help.getByText("J is taken by “Next cell”")).toBeVisible();
    await press("q");
    await help.getByRole("button", { name: "Use", exact: true }).click();
    await press("Escape");
    await expect(help).toHaveCount(0);
    await expectSelected(page, "trends");
    await press("d", "d");
    await expect(cellNamed(page, "trends")).toHaveCount(1);
    await lucid.savedToDevice();
    // The moment the cell is there again it is gone to, and the key is pressed.
    await page.addInitScript(() => {
      new MutationObserver((_, watching) => {
        const cell = document.querySelector<HTMLElement>('[data-cell="trends"]');
        if (!cell) return;
        watching.disconnect();
        cell.focus();
        cell.dispatchEvent(new KeyboardEvent("keydown", { key: "q", code: "KeyQ", bubbles: true, cancelable: true }));
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    await expect(page.getByText("Trends was deleted.")).toBeVisible();
    await expect(cellNamed(page, "trends")).toHaveCount(0);
    await press("?");
    await help.getByRole("button", { name: "Back to the defaults" }).click();
    await press("Escape");
    await press("z");
    await expectSelected(page, "trends");
  });
});
