import { truths } from "../scripts/sample-shop/truths.mjs";
import { expect, test } from "./fixtures/lucid";

test.describe("the insights of the sample shop", () => {
  test.beforeEach(async ({ lucid }) => {
    await lucid.open();
    await lucid.page.getByRole("button", { name: "Try the sample shop" }).click();
    await lucid.waitForCells();
  });

  test("name what was planted, by money at stake, with their reasons one click away, and move with their thresholds", async ({
    lucid,
  }) => {
    const cell = lucid.cell("Insights");
    await expect(lucid.answer("Insights")).toContainText(`${truths.concentrated} alone brings 31% of the revenue`);
    const dead = cell.locator('article[data-insight^="dead_stock_"]');
    await expect(dead).toHaveCount(truths.deadStock.length);
    const overstocked = cell.locator('article[data-insight^="overstock_"]');
    await expect(overstocked).toHaveCount(truths.overstocked.length);
    await cell.getByRole("button", { name: "Thresholds" }).click();
    const days = cell.getByRole("textbox", { name: "Days of cover, more than" });
    await days.fill("300");
    await days.press("Enter");
    await expect(overstocked).toHaveCount(0);
    await cell.getByRole("button", { name: "Reset Days of cover, more than" }).click();
    await expect(overstocked).toHaveCount(truths.overstocked.length);

    await lucid.setNumber("Insights", "Dead after days", 130);
    await expect(dead).toHaveCount(truths.deadStock.filter((each) => each.days > 130).length);
    await lucid.undo().click();
    await expect(dead).toHaveCount(truths.deadStock.length);

    const listed = await cell.getByRole("article").evaluateAll((articles) =>
      articles.map((article) => ({
        id: (article as HTMLElement).dataset.insight ?? "",
        stake: Number(article.querySelector<HTMLElement>("[data-stake]")?.dataset.value ?? Number.NEGATIVE_INFINITY),
      })),
    );
    const namedBy = (id: string) => listed.filter((other) => other.id.startsWith(`${id}_`));
    const stakes = listed.filter(({ id }) => namedBy(id).length === 0).map(({ stake }) => stake);
    expect(stakes.length).toBeGreaterThan(truths.deadStock.length);
    expect(stakes).toEqual(stakes.toSorted((a, b) => b - a));
    for (const [place, { id }] of listed.entries()) {
      for (const named of namedBy(id)) expect(listed.indexOf(named)).toBeLessThan(place);
    }

    const bottle = cell.getByRole("article", { name: "Copper water bottle has not sold for 212 days" });
    await expect(bottle).toHaveAttribute("data-category", "risk");
    await expect(bottle).toHaveAttribute("data-confidence", "high");
    await bottle.getByRole("button", { name: /^Why/ }).click();
    await expect(bottle.locator('[data-evidence="stock_value"]')).toContainText("₹41,500.00");
    await expect(bottle.locator('[data-part="significance"]')).toContainText("(limits)");
    await bottle.getByRole("button", { name: "See Dead stock" }).click();
    await expect(lucid.cell("Dead stock")).toBeFocused();

    await cell.getByRole("combobox", { name: "Kind of insight" }).selectOption("growth");
    await cell.getByRole("combobox", { name: "Confidence" }).selectOption("high");
    const shown = cell.getByRole("article");
    await expect(shown).toHaveCount(truths.runningOut.length + 1);
    await expect(shown.filter({ hasText: truths.risingStar })).toHaveCount(1);
  });

  test("are done, snoozed and dismissed, come back by undo, and stay so after a reload", async ({ lucid }) => {
    const { page } = lucid;
    const cell = lucid.cell("Insights");
    const about = (name: string) => cell.getByRole("article", { name });
    await about("Copper water bottle").getByRole("button", { name: "Done" }).click();
    await expect(about("Copper water bottle")).toHaveCount(0);
    await page
      .getByRole("listitem")
      .filter({ hasText: "212 days: done" })
      .getByRole("button", { name: "Undo" })
      .click();
    await expect(about("Copper water bottle")).toHaveCount(1);

    await about("Copper water bottle").getByRole("button", { name: "Dismiss" }).click();
    await about("Brass puja lamp has not sold").getByRole("button", { name: "Snooze" }).click();
    await page.getByRole("menuitem", { name: "For 30 days" }).click();
    await expect(about("Brass puja lamp has not sold")).toHaveCount(0);
    await lucid.savedToDevice();
    await page.reload();
    await lucid.waitForCells();
    await expect(about("Copper water bottle")).toHaveCount(0);
    await cell.getByRole("button", { name: "Show 2 put away" }).click();
    await expect(about("Copper water bottle")).toContainText("Dismissed");
    await expect(about("Brass puja lamp has not sold")).toContainText("Snoozed until");
    await about("Copper water bottle").getByRole("button", { name: "Open again" }).click();
    await expect(about("Copper water bottle")).toHaveAttribute("data-state", "open");
  });
});
