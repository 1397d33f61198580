import { truths } from "../scripts/sample-shop/truths.mjs";
import { expect, test } from "./fixtures/lucid";

const { unreadableDate, unreadableQuantity, blank, repeatedHeader, total } = truths.setAside;

test("the sample shop opens with one click, foots, shows what was planted in it, and is there after a reload without being fetched again", async ({
  lucid,
}) => {
  await lucid.open();
  await lucid.page.getByRole("button", { name: "Try the sample shop" }).click();
  await lucid.waitForCells();

  await expect(lucid.page.getByRole("dialog")).toHaveCount(0);
  expect(await lucid.ledgerNumbers(truths.salesFile)).toEqual({
    lines: truths.lines,
    kept: truths.kept,
    rejected: unreadableDate + unreadableQuantity,
    excluded: blank + repeatedHeader + total,
  });
  expect(await lucid.ledgerNumbers(truths.stockFile)).toEqual({
    lines: truths.products,
    kept: truths.products,
    rejected: 0,
    excluded: 0,
  });
  await expect(lucid.page.getByRole("heading", { name: truths.title }).first()).toBeVisible();
  await expect(lucid.answer("Overview")).toContainText("₹");
  const revenue = lucid.page.locator('[data-metric="net_revenue"]:not([data-period])');
  await expect(revenue).toHaveText(/^₹\d{1,2}(,\d{2})+,\d{3}(\.\d+)?$/);
  expect(await lucid.metric("products")).toBe(String(truths.products));

  const [best] = await lucid.columns("Best sellers", "product_name");
  expect(best).toEqual({ product_name: truths.bestSeller });
  await expect(lucid.answer("Best sellers")).toContainText(truths.bestSeller);

  const dead = await lucid.columns("Dead stock", "product", "days_since_sale", "current_stock", "stock_value");
  const planted = truths.deadStock
    .map(({ product, days, stock, unitCost }) => ({
      product,
      days_since_sale: String(days),
      current_stock: String(stock),
      stock_value: String(stock * Number(unitCost)),
    }))
    .sort((a, b) => Number(b.stock_value) - Number(a.stock_value));
  expect(dead).toEqual(planted);
  await lucid.savedToDevice();

  const sum = await lucid.metric("net_revenue");

  const fetched: string[] = [];
  lucid.page.on("request", (request) => fetched.push(new URL(request.url()).pathname));
  await lucid.page.reload();
  await lucid.waitForCells();
  expect(await lucid.metric("net_revenue")).toBe(sum);
  expect(fetched.filter((path) => path.startsWith("/sample/"))).toEqual([]);
});
