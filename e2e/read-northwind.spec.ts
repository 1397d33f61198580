import { exact } from "./fixtures/exact";
import { expect, test } from "./fixtures/lucid";
import { hasSharedData, sharedData, truthOf } from "./fixtures/shared-data";

const SALES = "northwind-mssql/derived_flat_sales.csv";
const STOCK = "northwind-mssql/derived_flat_inventory.csv";
const TRUTH = "northwind-mssql/truth.json";

test("a whole small shop agrees with the figures computed without Lucid", async ({ lucid }) => {
  test.skip(!hasSharedData(SALES, STOCK, TRUTH), "../shared/data/northwind-mssql is not here");
  const truth = truthOf(TRUTH);
  await lucid.open();
  await lucid.pickFiles(sharedData(SALES), sharedData(STOCK));
  await lucid.waitForCells();
  await expect(lucid.page.getByRole("dialog")).toHaveCount(0);

  await test.step("totals", async () => {
    expect(await lucid.ledgerNumbers("derived_flat_sales.csv")).toEqual({
      lines: truth.row_count,
      kept: truth.row_count,
      rejected: 0,
      excluded: 0,
    });
    expect(await lucid.ledgerNumbers("derived_flat_inventory.csv")).toMatchObject({ lines: 77, kept: 77 });
    expect(await lucid.metric("net_revenue")).toBe(exact(truth.total_revenue));
    expect(await lucid.metric("units")).toBe(exact(truth.total_quantity));
    expect(await lucid.metric("orders")).toBe(String(truth.distinct_transactions));
    expect(await lucid.metric("products")).toBe(String(truth.distinct_products));
  });

  await test.step("best sellers by units and by revenue", async () => {
    const top = (rows: typeof truth.top10_by_quantity) =>
      rows.map(({ product, quantity, revenue }) => ({
        product_name: product,
        quantity: exact(quantity),
        revenue: exact(revenue),
      }));
    const shown = () => lucid.columns("Best sellers", "product_name", "quantity", "revenue");
    expect(await shown()).toEqual(top(truth.top10_by_quantity));
    await lucid.param("Best sellers", "Sort by").selectOption("revenue");
    await expect.poll(shown).toEqual(top(truth.top10_by_revenue));
  });

  await test.step("every month", async () => {
    await lucid.setNumber("Trends", "Periods", 23);
    const shown = async () => (await lucid.columns("Trends", "period_start", "value")).map((row) => row.value ?? "");
    await expect.poll(shown).toEqual(truth.monthly.map(({ revenue }) => exact(revenue)));
  });

  await test.step("dead stock, whose value nobody can know", async () => {
    const dead = await lucid.columns("Dead stock", "product", "unit_cost", "stock_value");
    expect(dead.map(({ product }) => product).sort()).toEqual([...(truth.inventory?.dead_stock ?? [])].sort());
    for (const row of dead) expect(row).toMatchObject({ unit_cost: "", stock_value: "" });
    for (const title of ["Dead stock", "Inventory velocity", "Profitability"]) {
      await expect(lucid.notes(title), `the notes of ${title}`).toContainText("unknown");
    }
    for (const row of await lucid.columns("Profitability", "cost", "profit", "margin_percent")) {
      expect(row).toEqual({ cost: "", profit: "", margin_percent: "" });
    }
  });

  await test.step("every cell says something or says what is missing", async () => {
    for (const title of ["Overview", "Best sellers", "Revenue contribution", "Trends", "Dead stock"]) {
      await expect(lucid.answer(title), `the answer of ${title}`).toContainText(/\w.*\./);
    }
    for (const title of ["Seasonality", "Inventory velocity"]) {
      expect((await lucid.rows(title)).length, `rows of ${title}`).toBeGreaterThan(0);
    }
  });
});
