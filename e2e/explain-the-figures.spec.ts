import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./fixtures/accessible";
import { test as aiTest, KEY } from "./fixtures/ai-server";
import { cornerShop, cornerStock } from "./fixtures/corner-shop";
import { textFile } from "./fixtures/files";
import { expect, test } from "./fixtures/lucid";
import { hasSharedData, sharedData } from "./fixtures/shared-data";
import type { Manner } from "./provider/manner";
import type { Provider } from "./provider/provider";

const explanationOf = (page: Page, of: string): Locator =>
  page.getByRole("region", { name: `Explanation of ${of}`, exact: true });

/** The words an explanation says; its buttons and who wrote it are left out. */
const said = (region: Locator) => region.locator("[data-sentence]").allInnerTexts();

/** What the AI was shown with its last request. */
function shownToAi({ asked }: Provider): string {
  const { messages } = JSON.parse(asked.at(-1)?.body ?? "") as { messages: { role: string; content: unknown }[] };
  const content = messages.find(({ role }) => role === "user")?.content;
  return typeof content === "string" ? content : (content as { text: string }[]).map(({ text }) => text).join("");
}

async function explainCell(page: Page, title: string): Promise<Locator> {
  const cell = page.getByRole("region", { name: title, exact: true });
  await cell.hover();
  await cell.getByRole("button", { name: "Explain", exact: true }).click();
  return explanationOf(page, title);
}

test("without any environment rules explain at once, and every number leads to its row", async ({ lucid, request }) => {
  const { page } = lucid;
  const asked: string[] = [];
  page.on("request", (each) => asked.push(new URL(each.url()).pathname));
  await lucid.open();
  await lucid.pickFiles(cornerShop, cornerStock);
  await lucid.waitForCells();
  expect(await (await request.get("/api/health")).json()).toMatchObject({ status: "ok", ai: null, signIn: [] });

  await page.getByRole("button", { name: "Explain this notebook" }).click();
  const whole = explanationOf(page, "the notebook");
  await expect(whole).toHaveAttribute("data-by", "rules");
  await expect(whole).toContainText("Written from rules, on this device.");
  await expect(whole.locator('[data-slot="set-up"] span')).toHaveCount(2);
  await expect(whole.getByText("What to do")).toBeVisible();

  const best = await explainCell(page, "Best sellers");
  const units = best.getByRole("button", { name: "22", exact: true });
  await units.hover();
  await expect(page.getByRole("tooltip")).toContainText("Green tea, all of the data · best_sellers");
  await units.click();
  await expect(lucid.cell("Best sellers").locator("tr[data-found]")).toContainText("Green tea");
  await expect(lucid.cell("Best sellers").locator("tr[data-found]")).toBeFocused();

  const [insight] = await lucid.cell("Insights").getByRole("article").all();
  await insight?.getByRole("button", { name: /^Explain/ }).click();
  await insight?.locator("[data-number]").first().click();
  await expect(page.locator("[data-found]")).toBeFocused();
  await expectAccessible(page);

  await lucid.savedToDevice();
  const before = await said(whole);
  await page.reload();
  await lucid.waitForCells();
  expect(await said(whole)).toEqual(before);
  await expect(best).not.toHaveAttribute("data-old");
  await lucid.setNumber("Best sellers", "Limit", 2);
  await expect(best).toContainText("Based on older results.");
  await best.getByRole("button", { name: "Explain again" }).click();
  await expect(best).not.toHaveAttribute("data-old");
  await lucid.undo().click();
  await expect(best).toContainText("Based on older results.");
  await lucid.undo().click();
  await expect(best).not.toHaveAttribute("data-old");
  await whole.getByRole("button", { name: /^Remove/ }).click();
  await expect(whole).toHaveCount(0);
  await lucid.undo().click();
  expect(await said(whole)).toEqual(before);
  expect(asked.filter((path) => path.startsWith("/api/ai"))).toEqual([]);
});

/** Everything explanations have shown since, at every change of the page. */
async function watchExplanations(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    const look = () => {
      for (const each of document.querySelectorAll('[data-slot="explanation"]')) seen.add(each.textContent ?? "");
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, characterData: true });
    Object.assign(window, { seenExplanations: seen });
  });
  return () => page.evaluate(() => [...(window as unknown as { seenExplanations: Set<string> }).seenExplanations]);
}

const FAILURES: readonly (readonly [Manner, string])[] = [
  ["garbage", "gave no whole explanation"],
  ["half", "broke off"],
  ["busy", "too much to do"],
  ["broken", "error (500)"],
  ["strict", "does not accept the key"],
  ["elsewhere", "sends its callers elsewhere"],
  ["endless", "far too long"],
  ["obedient", "no sentence in the answer"],
];

const hostile: { name: string; obeyed: string }[] = JSON.parse(readFileSync("e2e/fixtures/hostile-names.json", "utf8"));

/** A shop whose products have hostile names, each sold in three months. */
function hostileShop() {
  const lines = ["2026-01-10", "2026-02-10", "2026-03-10"].flatMap((day, month) =>
    hostile.map(({ name }, at) => {
      const quoted = `"${name.replaceAll('"', '""')}"`;
      return `${day},B${month}-${at},H${at},${quoted},${1 + at},2.50,${(2.5 * (1 + at)).toFixed(2)}`;
    }),
  );
  return textFile(
    "hostile-shop.csv",
    `Date,Invoice,Product ID,Product,Quantity,Unit price,Amount\n${lines.join("\n")}\n`,
  );
}

aiTest(
  "an AI explains what it was shown, invents nothing on the page, and fails into the rules",
  async ({ lucid, provider, server, guard }) => {
    const { page } = lucid;
    guard.allow(/Failed to load resource: the server responded with a status of 50[0-9]/);
    const answers: Promise<string>[] = [];
    page.on("response", (each) => {
      if (each.url().includes("/api/")) answers.push(each.text().catch(() => ""));
    });
    await lucid.open();
    await lucid.pickFiles(cornerShop, cornerStock);
    await lucid.waitForCells();
    const dialog = page.getByRole("dialog", { name: "What would be sent" });
    const explainWhole = page.getByRole("button", { name: "Explain this notebook" });

    await aiTest.step("nothing is sent before it was looked at; what is sent is what was shown", async () => {
      await explainWhole.click();
      const preview = dialog.locator("[data-preview]");
      await expect(dialog.getByRole("checkbox", { name: "Hide names" })).toBeChecked();
      await expectAccessible(page);
      expect(await preview.textContent()).not.toContain("Green tea");
      await dialog.getByRole("checkbox", { name: "Hide names" }).uncheck();
      await expect(preview).toContainText("Green tea");
      await dialog.getByRole("button", { name: "Cancel" }).click();
      await expect(explainWhole).toBeFocused();
      expect(provider.asked).toEqual([]);

      await explainWhole.click();
      const shown = await preview.textContent();
      const sent = page.waitForRequest("**/api/ai/explain");
      await dialog.getByRole("button", { name: "Send" }).click();
      expect((await sent).postData()).toBe(shown);
      const whole = explanationOf(page, "the notebook");
      await expect(whole).toHaveAttribute("data-by", "ai");
      await expect(whole).toContainText("Written by test-model");
      expect(shownToAi(provider)).toBe(shown);
      await whole.locator('[data-from="overview.net_revenue"]').first().click();
      await expect(page.locator('[data-metric="net_revenue"]:not([data-period])')).toBeFocused();
    });

    await aiTest.step("names are put back; what was written is kept and not asked for again", async () => {
      const best = await explainCell(page, "Best sellers");
      await expect(best).toHaveAttribute("data-by", "ai");
      expect((await said(best))[0]).toContain("For Green tea the figure is 22.");
      expect(provider.asked).toHaveLength(2);
      expect(provider.asked.map(({ body }) => body).join()).not.toContain("Green tea");
      await lucid.savedToDevice();
      await page.reload();
      await lucid.waitForCells();
      await expect(best).toContainText("For Green tea the figure is 22.");
      const health = page.waitForResponse("**/api/health");
      await explainCell(page, "Best sellers");
      await health;
      await expect(best).toContainText("Written by test-model");
      expect(provider.asked).toHaveLength(2);
    });

    const seen = await watchExplanations(page);
    await aiTest.step("no invented number is ever in the page", async () => {
      provider.tell("inventive");
      const overview = await explainCell(page, "Overview");
      await expect(overview).toContainText("4 sentences could not be verified and are not shown.");
      await expect(overview.locator("[data-sentence]")).toHaveCount(1);
      expect(provider.asked).toHaveLength(2);
      const texts = await seen();
      expect(texts.length).toBeGreaterThan(2);
      expect(texts.join("\n")).not.toMatch(/987|654|41\.7|thirds|m999|left over/);
    });

    await aiTest.step("it can be stopped, and the AI hears of it", async () => {
      provider.tell("halting");
      const heard = provider.givenUp();
      const money = await explainCell(page, "Profitability");
      await expect(money.locator("[data-sentence]").first()).toBeVisible();
      await expect(money).toHaveAttribute("aria-busy", "true");
      await money.getByRole("button", { name: "Stop" }).click();
      await expect(money).toContainText("You stopped it here.");
      await heard;
    });

    await aiTest.step("each failure ends in the text written from rules, and says why in a line", async () => {
      for (const [manner, why] of FAILURES) {
        provider.tell(manner);
        const stock = await explainCell(page, "Dead stock");
        await expect(stock, manner).toContainText(why);
        await expect(stock, manner).toContainText("Written from rules, on this device.");
        await expect(stock, manner).toHaveAttribute("data-by", "rules");
        expect((await said(stock)).length, manner).toBeGreaterThan(0);
      }
      await expect(lucid.cell("Dead stock")).toHaveAttribute("data-status", "ok");
    });

    await aiTest.step("names that give orders change no figure and are not obeyed", async () => {
      await lucid.goHome();
      await lucid.pickFiles(hostileShop());
      await lucid.waitForCells();
      const values = await lucid.everyValue();
      provider.tell("obedient");
      const shown = await watchExplanations(page);
      for (const title of ["Best sellers", "Revenue contribution"]) {
        const region = await explainCell(page, title);
        if (title === "Best sellers") {
          await dialog.getByRole("checkbox", { name: "Hide names" }).uncheck();
          await dialog.getByRole("button", { name: "Send" }).click();
        }
        await expect(region).toHaveAttribute("data-by", "rules");
        await expect(region).toContainText("could be verified");
        await expect(region.locator("a, img, script, iframe")).toHaveCount(0);
      }
      const names = JSON.parse(shownToAi(provider)).names as { name: string | null }[];
      expect(names.filter(({ name }) => name !== null).length).toBeGreaterThan(5);
      const texts = (await shown()).join("\n");
      expect(
        hostile.filter(({ name, obeyed }) => !name.includes(obeyed.replace(/\.$/, "")) && texts.includes(obeyed)),
      ).toEqual([]);
      expect(await lucid.everyValue()).toEqual(values);
    });

    const told = [...(await Promise.all(answers)), await page.content(), server.log()];
    expect(told.filter((text) => text.includes(KEY))).toEqual([]);
  },
);

aiTest("of half a million real lines nothing leaves but figures", async ({ lucid, provider }) => {
  const file = "uci-online-retail/online-retail.csv";
  aiTest.skip(!hasSharedData(file), "../shared/data/uci-online-retail is not here");
  const { page } = lucid;
  await lucid.open();
  await lucid.pickFiles(sharedData(file));
  await lucid.waitForCells(9, 90_000);
  await page.getByRole("button", { name: "Explain this notebook" }).click();
  const dialog = page.getByRole("dialog", { name: "What would be sent" });
  const preview = await dialog.locator("[data-preview]").textContent();
  const sent = page.waitForRequest("**/api/ai/explain");
  await dialog.getByRole("button", { name: "Send" }).click();
  const body = (await sent).postData() ?? "";
  await expect(explanationOf(page, "the notebook")).toHaveAttribute("data-by", "ai");
  expect(body).toBe(preview);
  expect(shownToAi(provider)).toBe(preview);
  expect(Buffer.byteLength(body)).toBeLessThan(48 * 1024);

  const lines = readFileSync(sharedData(file), "utf8").split("\n").slice(1);
  const ids = new Set<string>();
  const names = new Set<string>();
  for (const line of lines) {
    const [, invoice = "", code = "", name = ""] = /^([^,]*),([^,]*),("(?:[^"]|"")*"|[^,]*),/.exec(line) ?? [];
    const customer = line.split(",").at(-2) ?? "";
    for (const id of [invoice, code, customer, customer.replace(/\.0$/, "")]) ids.add(id);
    names.add(name.replace(/^"|"$/g, "").replaceAll('""', '"').trim());
  }
  expect([ids.size, names.size].every((size) => size > 4_000)).toBe(true);
  const texts: string[] = [];
  JSON.parse(body, (_, value: unknown) => {
    if (typeof value === "string") texts.push(value);
    return value;
  });
  expect(texts.length).toBeGreaterThan(50);
  expect(texts.filter((text) => ids.has(text) && text !== "")).toEqual([]);
  // Words of the stock room, such as "missing", are written small there; names of products are not.
  const products = [...names].filter((name) => name.length > 3 && name === name.toUpperCase());
  expect(products.length).toBeGreaterThan(3_000);
  expect(products.filter((name) => body.includes(name))).toEqual([]);
  expect(provider.asked.map((asked) => asked.body).join()).not.toMatch(/online-retail|\.csv/);
});
