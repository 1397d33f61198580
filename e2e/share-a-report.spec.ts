import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import type { Page, TestInfo } from "@playwright/test";
import { cornerShop } from "./fixtures/corner-shop";
import { blockEngine, unblockEngine } from "./fixtures/engine-files";
import { csvFile } from "./fixtures/files";
import { expect, test } from "./fixtures/lucid";
import { lucidOn } from "./fixtures/lucid-page";
import { compareFigures, shownFigures } from "./fixtures/shown-figures";

const share = (page: Page) => page.getByRole("banner").getByRole("button", { name: "Share", exact: true });
const size = (page: Page) => page.locator("[data-slot=link-size]");
const report = (page: Page) => page.locator("[data-slot=report]");

/** Opens the dialog and gives the link once it is made. */
async function linkOf(page: Page): Promise<string> {
  await share(page).click();
  await expect(size(page)).toBeVisible();
  return page.getByRole("textbox", { name: "Share link" }).inputValue();
}

/** The link once it is made anew; links are compared without being told, they are long. */
async function anotherLink(page: Page, before: string): Promise<string> {
  const field = page.getByRole("textbox", { name: "Share link" });
  await expect.poll(async () => ["", before].includes(await field.inputValue())).toBe(false);
  return field.inputValue();
}

/** Saves the report as a page; gives its path. */
async function savedPage(page: Page, info: TestInfo): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("dialog", { name: "Share" }).getByRole("button", { name: "Save as a page" }).click();
  const path = info.outputPath("report.html");
  await (await download).saveAs(path);
  return path;
}

async function chartsDrawn(page: Page): Promise<void> {
  const charts = await page.locator("[data-slot=chart]").count();
  await expect(page.locator("[data-slot=chart]").filter({ has: page.locator("svg") })).toHaveCount(charts);
}

test("a link shows the notebook's figures where no engine can start, and can be used on other data", async ({
  lucid,
  browser,
  guard,
  context,
}, info) => {
  const { page } = lucid;
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await lucid.open();
  await page.getByRole("button", { name: "Try the sample shop" }).click();
  await lucid.waitForCells();
  for (const name of [/^Price, volume/, /^Returns/, /^Category mix/]) {
    await page.getByRole("button", { name: "Add a cell" }).click();
    await page.getByRole("dialog", { name: "Add a cell" }).getByRole("button", { name }).click();
  }
  await lucid.waitForCells(12);
  const shown = await shownFigures(page);

  const url = await linkOf(page);
  expect(url.length, "twelve cells").toBeLessThanOrEqual(8000);
  await expect(size(page)).toContainText("fits everywhere");
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByText("The link is copied.")).toBeVisible();
  expect((await page.evaluate(() => navigator.clipboard.readText())) === url, "the link is in the clipboard").toBe(
    true,
  );
  await page.getByRole("textbox", { name: "Pass phrase" }).fill("monsoon 2026");
  const locked = await anotherLink(page, url);
  await page.getByRole("textbox", { name: "Pass phrase" }).fill("");
  await anotherLink(page, locked);
  const file = await savedPage(page, info);

  const elsewhere = await browser.newContext({ locale: "de-DE", colorScheme: "dark" });
  await guard.watch(elsewhere);
  const viewer = await elsewhere.newPage();
  await blockEngine(viewer);
  const asked: string[] = [];
  viewer.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await viewer.goto(url);
  await expect(report(viewer).locator("[data-cell]")).toHaveCount(12);
  await chartsDrawn(viewer);
  const read = await shownFigures(viewer);
  const compared = compareFigures(shown, read);
  expect(compared.different).toEqual([]);
  expect(compared.common).toBeGreaterThan(600);
  const cut = await viewer
    .locator('[data-cell]:has([data-slot="rows-kept"])')
    .evaluateAll((cells) => cells.map((cell) => cell.getAttribute("data-cell")));
  expect(compared.shorter.filter((cell) => cell !== "insights" && !cut.includes(cell ?? ""))).toEqual([]);
  expect(asked.filter((path) => !/^\/(report|_next\/.*|icon\.svg)$/.test(path))).toEqual([]);

  await expect(viewer).toHaveTitle("Lakeside Grocers, Lucid");

  await viewer.getByRole("button", { name: "Present" }).click();
  await viewer.keyboard.press("ArrowRight");
  const screen = viewer.getByRole("dialog", { name: /^Presenting/ });
  await expect(screen.getByRole("region", { name: "Overview" })).toBeVisible();
  await viewer.keyboard.press("End");
  await expect(screen).toContainText("12 of 12");
  await viewer.keyboard.press("Escape");
  const paper = (await viewer.pdf({ preferCSSPageSize: true })).toString("latin1");
  expect(paper.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeGreaterThan(8);

  // The address changes while the page is open: cut off, then locked.
  await viewer.evaluate((hash) => window.location.assign(hash), new URL(url).hash.slice(0, 500));
  await expect(viewer.locator("[data-report-error]")).toContainText("This link was cut off");
  await viewer.evaluate((hash) => window.location.assign(hash), new URL(locked).hash);
  await viewer.getByLabel("Pass phrase").fill("monsoon 2025");
  await viewer.getByRole("button", { name: "Open the report" }).click();
  await expect(viewer.locator("[data-report-error]")).toContainText("does not open the report");
  await viewer.getByLabel("Pass phrase").fill("monsoon 2026");
  await viewer.getByRole("button", { name: "Open the report" }).click();
  await expect(report(viewer).locator("[data-cell]")).toHaveCount(12);

  await unblockEngine(viewer);
  await viewer.getByRole("button", { name: "Use this analysis on my data" }).click();
  const used = lucidOn(viewer);
  await expect(used.cells).toHaveCount(12);
  await used.engineReady();
  await used.pickFiles(cornerShop);
  await expect(used.ledger("corner-shop.csv")).toBeVisible();
  await used.savedToDevice();
  await expect(viewer.locator('[data-cell][data-status="ok"]')).toHaveCount(0);
  await viewer
    .getByRole("banner")
    .getByRole("button", { name: /^Run all/ })
    .click();
  await expect(used.cell("Overview")).toHaveAttribute("data-status", "ok");
  expect(await used.metric("net_revenue")).toBe("177");
  await elsewhere.close();

  // From a disk, without a script: as many rows as may leave, so all that the notebook draws.
  const offline = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const paged = await offline.newPage();
  const loaded: string[] = [];
  paged.on("request", (request) => loaded.push(request.url().slice(0, 5)));
  await paged.goto(pathToFileURL(file).href);
  const whole = compareFigures(shown, await shownFigures(paged));
  expect(whole.different).toEqual([]);
  expect(whole.shorter).toEqual([]);
  await expect(paged.locator("[data-slot=chart]")).toHaveCount(await page.locator("[data-slot=chart]").count());
  await chartsDrawn(paged);
  expect(loaded.filter((scheme) => scheme !== "file:" && scheme !== "data:")).toEqual([]);
  const text = await readFile(file, "utf8");
  expect(text).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/i);
  expect(text.length, "twelve cells with their typefaces").toBeLessThan(800_000);
  await offline.close();
});

const CRUEL = '<img src=x onerror="hacked=1"></text><script>hacked=1</script>';

test("what a file calls its products runs nowhere a report goes", async ({ lucid, browser, guard }, info) => {
  const { page } = lucid;
  await lucid.open();
  const day = (at: number) => `2026-0${1 + (at % 3)}-${String(1 + (at % 27)).padStart(2, "0")}`;
  await lucid.pickFiles(
    csvFile("<b onload=hacked=1>.csv", [
      ["Date", "Product", "Category", "Quantity", "Amount"],
      ...Array.from({ length: 60 }, (_, at) => [
        day(at),
        `${CRUEL} ${at % 5}`,
        `"><svg onload=hacked=1> ${at % 2}`,
        1 + (at % 4),
        `${at + 1}.50`,
      ]),
    ]),
  );
  await lucid.waitForCells();
  const url = await linkOf(page);
  const file = await savedPage(page, info);

  const elsewhere = await browser.newContext();
  await guard.watch(elsewhere);
  const viewer = await elsewhere.newPage();
  await viewer.goto(url);
  await expect(report(viewer).locator("[data-cell]")).toHaveCount(9);
  await chartsDrawn(viewer);
  await expect(viewer.locator("[data-slot=chart] text").filter({ hasText: "<img src=x" }).first()).toBeAttached();
  const inert = (on: Page) =>
    on.evaluate(() => [Reflect.get(window, "hacked"), document.querySelectorAll("img, [onerror], [onload]").length]);
  expect(await inert(viewer)).toEqual([undefined, 0]);
  await elsewhere.close();

  const disk = await browser.newContext();
  const paged = await disk.newPage();
  await paged.goto(pathToFileURL(file).href);
  await expect(paged.locator("[data-slot=chart] text").filter({ hasText: "<img src=x" }).first()).toBeAttached();
  expect(await inert(paged)).toEqual([undefined, 0]);
  await disk.close();
});
