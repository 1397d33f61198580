import { exact } from "./fixtures/exact";
import { expect, test } from "./fixtures/lucid";
import { hasSharedData, sharedData, type Truth, truthOf } from "./fixtures/shared-data";

const FILE = "uci-online-retail/online-retail.csv";
const BY_CODE = "uci-online-retail/truth_by_stockcode.json";
const BY_NAME = "uci-online-retail/truth.json";

type Top = Truth["top10_by_quantity"];

const figures = (rows: Top) => rows.map(({ product, quantity, revenue }) => [product, exact(quantity), exact(revenue)]);

test("half a million real lines agree with the figures computed without Lucid", async ({ lucid }) => {
  test.skip(!hasSharedData(FILE, BY_CODE, BY_NAME), "../shared/data/uci-online-retail is not here");
  test.setTimeout(150_000);
  const shown = async (product: "product_id" | "product_name") =>
    (await lucid.rows("Best sellers")).map((row) => [row[product], row.quantity, row.revenue]);

  /** Totals, both top tens and all months equal the truth; the product is the id or the name. */
  const expectTruth = async (truth: Truth, product: "product_id" | "product_name") => {
    expect(await lucid.ledgerNumbers("online-retail.csv")).toMatchObject({ lines: 541_909, kept: truth.valid_rows });
    expect(await lucid.metric("net_revenue")).toBe(exact(truth.total_revenue));
    expect(await lucid.metric("units")).toBe(exact(truth.total_quantity));
    await lucid.param("Best sellers", "Sort by").selectOption("quantity");
    await expect.poll(() => shown(product)).toEqual(figures(truth.top10_by_quantity));
    await lucid.param("Best sellers", "Sort by").selectOption("revenue");
    await expect.poll(() => shown(product)).toEqual(figures(truth.top10_by_revenue));
    await lucid.setNumber("Trends", "Periods", 13);
    await expect
      .poll(async () => (await lucid.rows("Trends")).map((row) => row.value))
      .toEqual(truth.monthly.map(({ revenue }) => exact(revenue)));
  };

  await lucid.open();
  await lucid.pickFiles(sharedData(FILE));
  await lucid.waitForCells(9, 90_000);
  await expect(lucid.page.getByRole("dialog")).toHaveCount(0);
  const ledger = await lucid.ledgerNumbers("online-retail.csv");
  expect(ledger.kept + ledger.rejected + ledger.excluded).toBe(ledger.lines);
  await test.step("by stock code, as it was read", () => expectTruth(truthOf(BY_CODE), "product_id"));

  await test.step("by name, after Change", async () => {
    const region = lucid.ledger("online-retail.csv");
    await region.getByRole("button", { name: "Change" }).click();
    const dialog = lucid.page.getByRole("dialog", { name: "Import online-retail.csv" });
    await dialog.getByRole("combobox", { name: "Product ID", exact: true }).selectOption({ label: "(none)" });
    await dialog.getByRole("button", { name: "Import", exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(lucid.page.getByRole("list", { name: "Files on their way in" })).toHaveCount(0, { timeout: 60_000 });
    await lucid.waitForCells(9, 90_000);
    await expectTruth(truthOf(BY_NAME), "product_name");
  });
});
