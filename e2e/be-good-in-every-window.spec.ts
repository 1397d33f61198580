import { expectGoodInEveryWindow } from "./fixtures/accessible";
import { expect, test } from "./fixtures/lucid";

// The longest test of all: by its name it begins among the first, so that nothing waits for it at the end.
test("the sample shop can be used by everyone, light and dark, wide and narrow", async ({ lucid }) => {
  await lucid.open();
  await lucid.page.getByRole("button", { name: "Try the sample shop" }).click();
  await lucid.waitForCells();
  await expect(lucid.page.getByRole("dialog")).toHaveCount(0);
  await expectGoodInEveryWindow(lucid.page);
});
