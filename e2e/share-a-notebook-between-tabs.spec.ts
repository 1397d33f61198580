import type { Page } from "@playwright/test";
import { cornerShop } from "./fixtures/corner-shop";
import { expect, test } from "./fixtures/lucid";
import { lucidOn } from "./fixtures/lucid-page";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const banner = (page: Page) =>
  page.getByRole("status").filter({ hasText: "Another tab is editing; this one follows." });
const takeOver = (page: Page) => banner(page).getByRole("button", { name: "Take over here" }).click();

/** Types a title into the field and leaves it there. */
async function typeTitle(page: Page, title: string): Promise<void> {
  await heading(page).getByRole("button").click();
  await page.getByRole("textbox", { name: "Title of the notebook" }).fill(title);
}

async function retitle(page: Page, title: string): Promise<void> {
  await typeTitle(page, title);
  await page.keyboard.press("Enter");
}

test("one tab writes and the others follow; taking over loses nothing, from a tab that types, sleeps or is gone", async ({
  lucid,
  context,
}) => {
  const first = lucid.page;
  await lucid.open();
  await lucid.pickFiles(cornerShop);
  await lucid.waitForCells();
  await lucid.savedToDevice();
  const other = lucidOn(await context.newPage());
  const second = other.page;
  await second.goto("/");
  await other.waitForCells();
  await expect(banner(second)).toBeVisible();
  await expect(banner(first)).toHaveCount(0);

  await test.step("an edit appears in the tab that follows, which edits nothing itself", async () => {
    await retitle(first, "Spring");
    await expect(heading(second)).toHaveText("Spring");
    await lucid.setNumber("Best sellers", "Limit", 2);
    await expect(other.param("Best sellers", "Limit")).toHaveValue("2");
    await expect(other.cell("Best sellers")).toHaveAttribute("data-status", "ok");
    expect((await other.rows("Best sellers")).length).toBe(2);
    await retitle(second, "Not here");
    await expect(second.getByText("Another tab is editing, so nothing was changed here.")).toBeVisible();
    await expect(heading(second)).toHaveText("Spring");
  });

  await test.step("what is being typed is saved before the other tab takes over", async () => {
    await typeTitle(first, "Typed, not sent");
    await takeOver(second);
    await expect(heading(second)).toHaveText("Typed, not sent");
    await expect(banner(second)).toHaveCount(0);
    await expect(banner(first)).toBeVisible();
    await retitle(second, "Summer");
    await expect(heading(first)).toHaveText("Summer");
    await expect(banner(second)).toHaveCount(0);
  });

  await test.step("a tab that sleeps is taken over from; what it had not saved is a notebook of its own", async () => {
    await typeTitle(second, "Typed before sleep");
    // A page that is visible cannot be frozen, and in this browser every page is: its next step is held up instead.
    const sleeper = await context.newCDPSession(second);
    await sleeper.send("Debugger.enable");
    await sleeper.send("Debugger.pause");
    await takeOver(first);
    await expect(banner(first)).toHaveCount(0);
    await retitle(first, "Autumn");
    await lucid.savedToDevice();
    await sleeper.send("Debugger.disable");
    await expect(banner(second)).toBeVisible();
    await expect(heading(second)).toHaveText("Autumn");
    await expect(second.getByText("Another tab took over before your last change was saved.")).toBeVisible();
  });

  await test.step("a tab that follows writes by itself once the writer has crashed", async () => {
    const crashed = first.waitForEvent("crash");
    const session = await context.newCDPSession(first);
    session.send("Page.crash").catch((error: Error) => expect(error.message).toMatch(/closed|crashed/i));
    await crashed;
    await expect(banner(second)).toHaveCount(0);
    await retitle(second, "Winter");
    await other.savedToDevice();
    await other.goHome();
    const titles = second.locator("[data-notebook]");
    await expect(titles).toHaveCount(2);
    await expect(titles.filter({ hasText: "Winter" })).toHaveCount(1);
    await expect(titles.filter({ hasText: "Typed before sleep (copy of an unsaved change)" })).toHaveCount(1);
  });
});
