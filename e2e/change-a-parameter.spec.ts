import { cornerShop, cornerShopFigures, productName, thirtyProducts } from "./fixtures/corner-shop";
import { expect, test } from "./fixtures/lucid";

const sellers = ["product_name", "quantity", "revenue"];

test("best sellers follow their sentence: measure, number of products and month", async ({ lucid }) => {
  await lucid.open();
  await lucid.pickFiles(thirtyProducts);
  await lucid.waitForCells();
  const shown = () => lucid.columns("Best sellers", ...sellers);
  const first = await shown();
  expect(first).toHaveLength(10);
  expect(first[0]).toEqual({ product_name: productName(30), quantity: "31", revenue: "31" });

  await lucid.param("Best sellers", "Sort by").selectOption("revenue");
  await lucid.setNumber("Best sellers", "Limit", 25);
  await lucid.param("Best sellers", "Period").selectOption({ label: "January 2026" });
  // In January 16 + k and 15 - k earn the same, and the one with more units comes first.
  const january = Array.from({ length: 25 }, (_, at) => {
    const k = Math.floor(at / 2);
    const i = at % 2 === 0 ? 16 + k : 15 - k;
    return { product_name: productName(i), quantity: String(i), revenue: String(i * (31 - i)) };
  });
  await expect.poll(shown).toEqual(january);
  await lucid.savedToDevice();

  await lucid.page.reload();
  await lucid.waitForCells();
  await expect(lucid.param("Best sellers", "Limit")).toHaveValue("25");
  await expect(lucid.param("Best sellers", "Sort by")).toHaveValue("revenue");
  await expect(lucid.param("Best sellers", "Period")).toHaveValue("2026-01");
  expect(await shown()).toEqual(january);
});

test("changes are undone and done again, what is out of range changes nothing, and two days make a period", async ({
  lucid,
}) => {
  const { page } = lucid;
  await lucid.open();
  await lucid.pickFiles(cornerShop);
  await lucid.waitForCells();
  const shown = () => lucid.columns("Best sellers", ...sellers);

  await test.step("a change is undone and done again, by button and by key", async () => {
    const sortBy = lucid.param("Best sellers", "Sort by");
    const expectByQuantity = async () => {
      await expect(sortBy).toHaveValue("quantity");
      await expect.poll(shown).toEqual(cornerShopFigures.byQuantity);
    };
    const expectByRevenue = async () => {
      await expect(sortBy).toHaveValue("revenue");
      await expect.poll(shown).toEqual(cornerShopFigures.byRevenue);
    };

    await expect(lucid.undo()).toBeDisabled();
    await sortBy.selectOption("revenue");
    await expectByRevenue();
    await expect(lucid.redo()).toBeDisabled();
    await lucid.undo().click();
    await expectByQuantity();
    await lucid.redo().click();
    await expectByRevenue();

    await page.getByRole("heading", { level: 1 }).getByRole("button").focus();
    await page.keyboard.press("ControlOrMeta+z");
    await expectByQuantity();
    await page.keyboard.press("Shift+ControlOrMeta+z");
    await expectByRevenue();

    const period = lucid.param("Best sellers", "Period");
    await period.selectOption({ label: "February 2026" });
    await expect.poll(shown).toEqual(cornerShopFigures.februaryByRevenue);
    await period.press("ControlOrMeta+z"); // a list is no text field: the key works right after a choice
    await expectByRevenue();
    await lucid.undo().click();
    await expectByQuantity();
    await expect(lucid.undo()).toBeDisabled();
  });

  await test.step("a number out of range is refused in a sentence and changes nothing", async () => {
    const limit = lucid.param("Best sellers", "Limit");
    const problem = lucid.cell("Best sellers").getByRole("alert");
    for (const typed of ["0", "1001", "-3", "2.5", "many"]) {
      await limit.fill(typed);
      await limit.press("Enter");
      await expect(problem, typed).toContainText("Limit takes a whole number from 1 to 1000");
      await expect(limit, typed).toHaveAttribute("aria-invalid", "true");
      await expect(lucid.cell("Best sellers"), typed).toHaveAttribute("data-status", "ok");
      await expect(lucid.undo(), typed).toBeDisabled();
    }
    expect(await shown()).toEqual(cornerShopFigures.byQuantity);
    await lucid.setNumber("Best sellers", "Limit", 2);
    await expect(problem).toHaveCount(0);
    await expect.poll(shown).toEqual(cornerShopFigures.byQuantity.slice(0, 2));
    await lucid.undo().click();
    await expect.poll(shown).toEqual(cornerShopFigures.byQuantity);
  });

  await test.step("a period between two days counts both of them", async () => {
    const between = [
      { product_name: "Green tea", quantity: "6", revenue: "15" },
      { product_name: "Candle", quantity: "5", revenue: "30" },
      { product_name: "Olive oil", quantity: "2", revenue: "24" },
    ];
    const from = lucid.param("Best sellers", "Period from");
    const to = lucid.param("Best sellers", "Period to");
    await lucid.param("Best sellers", "Period").selectOption({ label: "between two days…" });
    await from.fill("2026-01-31");
    await to.fill("2026-02-10");
    await to.press("Enter");
    await expect(to).toBeFocused();
    await expect.poll(shown).toEqual(between);

    await to.fill("2026-01-30");
    await to.press("Enter");
    await expect(lucid.cell("Best sellers").getByRole("alert")).toContainText("two dates");
    expect(await shown()).toEqual(between);

    await lucid.undo().click();
    await expect.poll(shown).toEqual(cornerShopFigures.byQuantity);
    await expect(from).toHaveCount(0);
    await expect(lucid.undo()).toBeDisabled();
  });
});
