import { cornerShop, cornerShopApril, cornerShopFigures, cornerStock, unclearFile } from "./fixtures/corner-shop";
import { expect, test } from "./fixtures/lucid";

const names = ["net_revenue", "gross_revenue", "returned_amount", "units", "orders", "products"] as const;

test.describe("a sales file", () => {
  for (const way of ["dropFiles", "pickFiles"] as const) {
    test(`${way} reads it without a question, and every figure is right`, async ({ lucid }) => {
      await lucid.open();
      await lucid[way](cornerShop);
      await lucid.waitForCells();

      await expect(lucid.page.getByRole("dialog")).toHaveCount(0);
      await expect(lucid.page.getByRole("alert").filter({ hasText: /\w/ })).toHaveCount(0);
      expect(await lucid.ledgerNumbers(cornerShop.name)).toEqual(cornerShopFigures.ledger);
      for (const name of names) expect(await lucid.metric(name), name).toBe(cornerShopFigures.metrics[name]);
      expect(await lucid.columns("Best sellers", "product_name", "quantity", "revenue")).toEqual(
        cornerShopFigures.byQuantity,
      );
      expect((await lucid.columns("Trends", "value")).map(({ value }) => value)).toEqual(cornerShopFigures.months);
      for (const title of ["Overview", "Best sellers", "Revenue contribution", "Trends"]) {
        await expect(lucid.answer(title), `the answer of ${title}`).toContainText(/\w.*\./);
      }
      await lucid.savedToDevice();

      await test.step("the lines set aside have number, reason and text, and can be taken along", async () => {
        const ledger = lucid.ledger(cornerShop.name);
        const aside = ledger.getByRole("row");
        await expect(aside.filter({ hasText: "2026-02-30" })).toContainText("8");
        await expect(aside.filter({ hasText: "TOTAL" })).toContainText("13");
        const download = lucid.page.waitForEvent("download");
        await ledger.getByRole("button", { name: "Download as CSV" }).click();
        const stream = await (await download).createReadStream();
        const text = (await stream.toArray()).join("");
        expect(text).toContain("2026-02-30");
        expect(text.trim().split("\n")).toHaveLength(3);
      });
    });
  }

  test("dropped with its stock list fills the cells that need one", async ({ lucid }) => {
    await lucid.open();
    await lucid.dropFiles(cornerShop, cornerStock);
    await lucid.waitForCells();
    await expect(lucid.page.getByRole("dialog")).toHaveCount(0);
    expect(await lucid.ledgerNumbers(cornerStock.name)).toEqual({ lines: 5, kept: 5, rejected: 0, excluded: 0 });
    expect(await lucid.metric("net_revenue")).toBe("177");
    expect(await lucid.columns("Dead stock", "product", "current_stock", "stock_value", "age_band")).toEqual([
      { product: "Soap", current_stock: "12", stock_value: "15", age_band: "never sold" },
    ]);
    const profits = await lucid.columns("Profitability", "product", "cost", "profit");
    expect(profits).toEqual([
      { product: "Green tea", cost: "22", profit: "33" },
      { product: "Olive oil", cost: "35", profit: "25" },
      { product: "Candle", cost: "10", profit: "20" },
      { product: "Oat bread", cost: "15", profit: "17" },
    ]);
    const stock = await lucid.columns("Inventory velocity", "product", "current_stock");
    expect(stock).toContainEqual({ product: "Olive oil", current_stock: "40" });
    for (const title of ["Inventory velocity", "Dead stock", "Profitability"]) {
      await expect(lucid.answer(title), `the answer of ${title}`).toContainText(/\w.*\./);
    }
  });

  test("added to an open notebook counts with what is there", async ({ lucid }) => {
    await lucid.open();
    await lucid.pickFiles(cornerShop);
    await lucid.waitForCells();
    await lucid.dropFiles(cornerShopApril);
    await expect(lucid.ledger(cornerShopApril.name)).toBeVisible();
    await lucid.waitForCells();
    expect(await lucid.metric("net_revenue")).toBe("199");
    expect(await lucid.metric("units")).toBe("47");
    await lucid.undo().click();
    await expect(lucid.ledger(cornerShopApril.name)).toHaveCount(0);
    await lucid.waitForCells();
    expect(await lucid.metric("net_revenue")).toBe("177");
  });

  test("added a second time is told to be here already and changes nothing", async ({ lucid }) => {
    await lucid.open();
    await lucid.pickFiles(cornerShop);
    await lucid.waitForCells();
    await lucid.pickFiles({ ...cornerShop, name: "the-same-again.csv" });
    const alert = lucid.page.getByRole("alert").filter({ hasText: "the-same-again.csv" });
    await expect(alert).toContainText("already here");
    expect(await lucid.metric("net_revenue")).toBe("177");
    await expect(lucid.ledger("the-same-again.csv")).toHaveCount(0);
    await expect(lucid.page.getByRole("region", { name: /^Import ledger/ })).toHaveCount(1);
    await lucid.page.getByRole("button", { name: "Dismiss the-same-again.csv" }).click();
    await expect(alert).toHaveCount(0);
  });
});

test.describe("a file whose columns are unclear", () => {
  test("is asked about, and read as answered", async ({ lucid }) => {
    await lucid.open();
    await lucid.pickFiles(unclearFile);
    const dialog = lucid.page.getByRole("dialog", { name: `Import ${unclearFile.name}` });
    const box = (name: string) => dialog.getByRole("combobox", { name, exact: true });
    await box("Kind of data").selectOption({ label: "Sales: one line for each thing sold" });
    await box("Date").selectOption("Date");
    await box("Product name").selectOption("Product");
    await box("Product ID").selectOption("");
    await box("Category").selectOption("");
    await box("Quantity").selectOption("f3");
    await box("Unit price").selectOption("");
    await box("Total amount").selectOption("f4");
    for (const name of ["Unit cost", "Customer", "Transaction", "Store", "Date order", "Decimal mark", "Currency"]) {
      await expect(box(name)).toBeVisible();
    }
    await dialog.getByRole("button", { name: "Import", exact: true }).click();
    await lucid.waitForCells();
    await expect(dialog).toHaveCount(0);
    expect(await lucid.ledgerNumbers(unclearFile.name)).toEqual({ lines: 3, kept: 3, rejected: 0, excluded: 0 });
    expect(await lucid.metric("net_revenue")).toBe("15.7");
    expect(await lucid.metric("units")).toBe("6");
  });

  test("leaves nothing behind when the questions are cancelled", async ({ lucid }) => {
    await lucid.open();
    await lucid.pickFiles(unclearFile);
    const dialog = lucid.page.getByRole("dialog", { name: `Import ${unclearFile.name}` });
    await dialog.getByRole("button", { name: "Cancel", exact: true }).click();
    await expect(dialog).toHaveCount(0);
    await expect(lucid.cells).toHaveCount(0);
    await expect(lucid.page.getByText(unclearFile.name)).toHaveCount(0);
    await lucid.page.reload();
    await lucid.engineReady();
    await expect(lucid.page.getByRole("button", { name: "Try the sample shop" })).toBeEnabled();
    await expect(lucid.page.getByText("Recent notebooks")).toHaveCount(0);
  });
});
