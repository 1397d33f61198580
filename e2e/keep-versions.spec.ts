import { readFile } from "node:fs/promises";
import { expectAccessible } from "./fixtures/accessible";
import { cornerShop, cornerShopFigures } from "./fixtures/corner-shop";
import { textFile } from "./fixtures/files";
import { expect, test } from "./fixtures/lucid";

test("notebooks keep versions, are renamed, duplicated, deleted and put back, and travel as a file", async ({
  lucid,
}) => {
  const { page } = lucid;
  const heading = page.getByRole("heading", { level: 1 });
  const listed = page.locator("[data-notebook]");
  const menu = async (item: string) => {
    await page.getByRole("button", { name: "Notebook menu" }).click();
    await page.getByRole("menuitem", { name: item, exact: true }).click();
  };
  const actions = async (title: string, item: string) => {
    await page.getByRole("button", { name: `Actions of ${title}`, exact: true }).click();
    await page.getByRole("menuitem", { name: item, exact: true }).click();
  };
  await lucid.open();
  await lucid.pickFiles(cornerShop);
  await lucid.waitForCells();

  await test.step("a version is kept, compared and restored; that is one step of undo", async () => {
    await menu("Rename");
    await page.getByRole("textbox", { name: "Title of the notebook" }).fill("Corner");
    await page.keyboard.press("Enter");
    await expect(heading).toHaveText("Corner");
    await menu("Versions");
    const panel = page.getByRole("dialog", { name: "Versions" });
    await panel.getByRole("textbox", { name: "Name of this version" }).fill("Before the sale");
    await page.keyboard.press("Enter");
    await expect(panel.getByText("Before the sale", { exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press("Escape");

    await lucid.setNumber("Best sellers", "Limit", 2);
    await lucid.cell("Trends").hover();
    await lucid.cell("Trends").getByRole("button", { name: "Cell actions" }).click();
    await page.getByRole("menuitem", { name: /^Delete/ }).click();
    await menu("Versions");
    await panel.getByRole("button", { name: /^Compare Before the sale/ }).click();
    const changes = panel.getByRole("region", { name: "What changed since" }).getByRole("listitem");
    await expect(changes).toHaveText(['Cell "Trends" removed', "Best sellers: Limit 10 → 2"]);
    await expectAccessible(page);
    await panel.getByRole("button", { name: /^Restore Before the sale/ }).click();
    await expect(panel).toHaveCount(0);
    await lucid.waitForCells();
    await expect(lucid.param("Best sellers", "Limit")).toHaveValue("10");
    await lucid.undo().click();
    await expect(lucid.cell("Trends")).toHaveCount(0);
    await lucid.redo().click();
    await lucid.waitForCells();
  });

  let saved = "";
  await test.step("a file of it holds what was made and what was computed", async () => {
    const download = page.waitForEvent("download");
    await menu("Save as file");
    expect((await download).suggestedFilename()).toBe("Corner.lucid.json");
    saved = await readFile(await (await download).path(), "utf8");
    expect(saved).not.toContain("2026-02-30");
    expect(JSON.parse(saved)).toMatchObject({ format: "lucid-notebook", version: 1, notebook: { title: "Corner" } });
  });

  await test.step("on the first page it is duplicated, renamed, deleted and put back", async () => {
    await lucid.goHome();
    await actions("Corner", "Duplicate");
    await expect(listed).toHaveCount(2);
    await actions("Corner (copy)", "Rename");
    await page.getByRole("textbox", { name: "Title of the notebook" }).fill("Another");
    await page.keyboard.press("Enter");
    await actions("Corner", "Delete");
    await expect(listed).toHaveCount(1);
    const told = page.getByRole("listitem").filter({ hasText: /Corner.*deleted|deleted.*Corner/ });
    await told.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(listed).toHaveCount(2);
    await actions("Another", "Delete");
    await expect(listed).toHaveCount(1);
    await expectAccessible(page);
    await page.reload();
    await lucid.engineReady();
    await expect(listed).toHaveCount(1);
    await actions("Corner", "Delete");
    await expect(listed).toHaveCount(0);
  });

  await test.step("a file that is no notebook is refused in a sentence", async () => {
    await lucid.pickFiles(
      textFile("deep.lucid.json", "[".repeat(100_000)),
      textFile("proto.lucid.json", saved.replace('"autoRun":true', '"autoRun":true,"__proto__":{"polluted":true}')),
    );
    await expect(page.getByText("it is nested deeper than any notebook is")).toBeVisible();
    await expect(page.getByText("it holds a name that no notebook has (__proto__)")).toBeVisible();
    expect(await page.evaluate(() => "polluted" in {})).toBe(false);
    await expect(listed).toHaveCount(0);
  });

  await test.step("the good one is opened with its results, and takes its lines from the file they came from", async () => {
    const noted = JSON.parse(saved);
    const script = '<img src="x" onerror="document.title = 1"><script>document.title = 1</script>';
    noted.notebook.cells.push({ id: "n", kind: "note", name: "n", title: "Note", text: script, collapsed: false });
    // As on another device.
    noted.notebook.dataSets[0].parts = ["a".repeat(64)];
    await lucid.pickFiles(textFile("Corner.lucid.json", JSON.stringify(noted)));
    await expect(heading).toHaveText("Corner");
    await expect(page.locator('[data-cell][data-status="ok"]')).toHaveCount(9);
    expect(await lucid.metric("net_revenue")).toBe(cornerShopFigures.metrics.net_revenue);
    expect(await page.title()).not.toBe("1");
    await expect(page.getByText(`The lines of ${cornerShop.name} are not on this device.`)).toBeVisible();
    await lucid.pickFiles(cornerShop);
    await expect(lucid.cell("Best sellers")).toHaveAttribute("data-status", "stale");
    await page.getByRole("button", { name: "Run all" }).click();
    await expect(page.locator('[data-cell][data-status="ok"]')).toHaveCount(9);
    expect(await lucid.metric("net_revenue")).toBe(cornerShopFigures.metrics.net_revenue);
    expect(await lucid.ledgerNumbers(cornerShop.name)).toEqual(cornerShopFigures.ledger);
    await lucid.savedToDevice();
  });
});
