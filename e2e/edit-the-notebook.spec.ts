import { cornerShop, cornerShopFigures } from "./fixtures/corner-shop";
import { expect, test } from "./fixtures/lucid";
import type { LucidPage } from "./fixtures/lucid-page";
import { NEW_NOTEBOOK } from "./fixtures/new-notebook";

function order(lucid: LucidPage): Promise<string[]> {
  return lucid.cells.evaluateAll((cells) => cells.map((cell) => (cell as HTMLElement).dataset.cell ?? ""));
}

function moved(name: string, to: number): string[] {
  const rest = NEW_NOTEBOOK.filter((other) => other !== name);
  return [...rest.slice(0, to), name, ...rest.slice(to)];
}

async function reloaded(lucid: LucidPage, cells = 9): Promise<void> {
  await lucid.savedToDevice();
  await lucid.page.reload();
  await lucid.waitForCells(cells);
}

test.beforeEach(async ({ lucid }) => {
  await lucid.open();
  await lucid.pickFiles(cornerShop);
  await lucid.waitForCells();
});

test("cells move and collapse by their menu, all is renamed where it stands, and all of it stays so", async ({
  lucid,
}) => {
  const { page } = lucid;
  expect(await order(lucid)).toEqual(NEW_NOTEBOOK);
  await lucid.act("Best sellers", "Move down");
  await expect.poll(() => order(lucid)).toEqual(moved("best_sellers", 3));
  await lucid.act("Best sellers", "Move down");
  await lucid.act("Profitability", "Move up");
  const both = moved("best_sellers", 4);
  both.splice(7, 2, "profitability", "dead_stock");
  await expect.poll(() => order(lucid)).toEqual(both);

  const answer = (await lucid.answer("Best sellers").textContent()) ?? "";
  expect(answer).toContain("Green tea");
  await lucid.act("Best sellers", "Collapse");
  await expect(lucid.cell("Best sellers").getByRole("table")).toHaveCount(0);
  await expect(lucid.answer("Best sellers")).toHaveText(answer);

  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toContainText("Corner shop");
  await title.getByRole("button").click();
  await page.getByRole("textbox", { name: "Title of the notebook" }).fill("Spring at the corner");
  await page.keyboard.press("Enter");
  await expect(title).toHaveText("Spring at the corner");
  await lucid.act("Best sellers", "Rename");
  await page.getByRole("textbox", { name: "Title of the cell" }).fill("Runners");
  await page.keyboard.press("Enter");
  await expect(lucid.cell("Runners")).toHaveAttribute("data-cell", "best_sellers");
  await expect(lucid.cell("Best sellers")).toHaveCount(0);
  await lucid.act("Trends", "Rename");
  await page.getByRole("textbox", { name: "Title of the cell" }).fill("Not this");
  await page.keyboard.press("Escape");
  await expect(lucid.cell("Trends")).toBeVisible();

  await reloaded(lucid);
  expect(await order(lucid)).toEqual(both);
  await expect(title).toHaveText("Spring at the corner");
  const runners = lucid.cell("Runners");
  await expect(runners).toHaveAttribute("data-cell", "best_sellers");
  await expect(runners.getByRole("table")).toHaveCount(0);
  await expect(lucid.answer("Runners")).toHaveText(answer);
  await runners.getByRole("button", { name: "Show", exact: true }).click();
  await expect(runners.getByRole("table")).toBeVisible();
  await lucid.act("Runners", "Move up");
  await lucid.act("Runners", "Move up");
  await lucid.act("Dead stock", "Move up");
  await expect.poll(() => order(lucid)).toEqual(NEW_NOTEBOOK);
  await lucid.goHome();
  await expect(page.getByRole("navigation", { name: "Recent notebooks" })).toContainText("Spring at the corner");
});

test("a removed data set takes its figures along, and comes back as a deleted cell does, where it was", async ({
  lucid,
}) => {
  const { page } = lucid;
  await lucid.savedToDevice();
  await page.getByRole("button", { name: `Remove ${cornerShop.name}` }).click();
  await expect(lucid.ledger(cornerShop.name)).toHaveCount(0);
  await expect(lucid.cell("Overview")).toContainText("There are no sales yet");
  await expect(page.locator('[data-cell][data-status="ok"]')).toHaveCount(9);
  await lucid.undo().click();
  await lucid.waitForCells();
  await expect.poll(() => lucid.metric("net_revenue")).toBe(cornerShopFigures.metrics.net_revenue);

  const toast = page.getByRole("listitem").filter({ hasText: "was deleted" });
  await lucid.act("Trends", "Delete");
  await expect(lucid.cell("Trends")).toHaveCount(0);
  await expect(toast).toContainText("Trends was deleted");
  await toast.getByRole("button", { name: "Undo" }).click();
  await lucid.waitForCells();
  expect(await order(lucid)).toEqual(NEW_NOTEBOOK);

  await lucid.act("Best sellers", "Delete");
  await lucid.act("Dead stock", "Delete");
  await expect(lucid.cells).toHaveCount(7);
  await lucid.undo().click();
  await lucid.undo().click();
  await lucid.waitForCells();
  expect(await order(lucid)).toEqual(NEW_NOTEBOOK);
  expect(await lucid.columns("Best sellers", "product_name", "quantity", "revenue")).toEqual(
    cornerShopFigures.byQuantity,
  );
  await lucid.redo().click();
  await expect(lucid.cell("Best sellers")).toHaveCount(0);
  await reloaded(lucid, 8);
  expect(await order(lucid)).toEqual(NEW_NOTEBOOK.filter((name) => name !== "best_sellers"));
  expect(await lucid.ledgerNumbers(cornerShop.name)).toEqual(cornerShopFigures.ledger);
});
