import { expectGoodInEveryWindow } from "./fixtures/accessible";
import { cornerShop } from "./fixtures/corner-shop";
import { holdBack } from "./fixtures/engine-files";
import { expect, test } from "./fixtures/lucid";

test("the first page says what to do, asks for nothing, is accessible and fits every window", async ({ lucid }) => {
  await lucid.open();
  const { page } = lucid;
  await expect(page).toHaveTitle(/Lucid/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText("Drop one or several files anywhere on this page")).toBeVisible();
  await expect(page.getByLabel("Add data files")).toHaveAttribute("multiple", "");
  await expect(page.getByRole("button", { name: "Try the sample shop" })).toBeEnabled();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByText("Recent notebooks")).toHaveCount(0);
  await lucid.engineReady();
  await expectGoodInEveryWindow(page);
});

test("the page takes a file while the engine is still on its way", async ({ lucid }) => {
  const wasm = await holdBack(lucid.page, "**/engine/*.wasm");
  await lucid.page.goto("/");
  const onItsWay = lucid.page.getByRole("list", { name: "Files on their way in" });
  await expect(lucid.page.locator("html")).toHaveAttribute("data-engine", "starting");
  await expect(async () => {
    await lucid.pickFiles(cornerShop);
    await expect(onItsWay).toContainText(cornerShop.name, { timeout: 2000 });
  }).toPass();
  await expect(lucid.page.locator("html")).toHaveAttribute("data-engine", "starting");
  await expect(onItsWay.getByRole("button", { name: `Cancel ${cornerShop.name}` })).toBeVisible();
  await wasm.release();
  await lucid.waitForCells();
});

test("the theme button turns the page dark, and it stays dark", async ({ lucid }) => {
  await lucid.page.emulateMedia({ colorScheme: "light" });
  await lucid.open();
  await lucid.page.getByRole("button", { name: "Switch between light and dark" }).click();
  await expect(lucid.page.locator("html")).toHaveAttribute("data-theme", "dark");
  await lucid.page.reload();
  await expect(lucid.page.locator("html")).toHaveAttribute("data-theme", "dark");
  await lucid.engineReady();
});
