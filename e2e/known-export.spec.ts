import { csvFile } from "./fixtures/files";
import { expect, test } from "./fixtures/lucid";

const HEADER =
  "Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem discount".split(
    ",",
  );

/** The order's own fields stand on its first line only, as the shop's program writes them. */
const orders = csvFile("orders_export.csv", [
  HEADER,
  [
    "#1001",
    "a@shop.test",
    "paid",
    "2026-01-05 10:00:00 +0000",
    "USD",
    "25.00",
    "5.00",
    "0.00",
    "30.00",
    "2026-01-05 09:58:00 +0000",
    2,
    "Mug",
    "10.00",
    "MUG",
    "0.00",
  ],
  ["#1001", "", "", "", "", "", "", "", "", "", 1, "Card", "5.00", "CRD", "0.00"],
  [
    "#1002",
    "b@shop.test",
    "voided",
    "",
    "USD",
    "10.00",
    "0.00",
    "0.00",
    "10.00",
    "2026-01-20 12:00:00 +0000",
    1,
    "Mug",
    "10.00",
    "MUG",
    "0.00",
  ],
  [
    "#1003",
    "c@shop.test",
    "paid",
    "2026-02-01 08:00:00 +0000",
    "USD",
    "18.00",
    "0.00",
    "0.00",
    "18.00",
    "2026-02-01 07:59:00 +0000",
    2,
    "Mug",
    "10.00",
    "MUG",
    "2.00",
  ],
]);

test("a shop program's export is recognised and read without a question", async ({ lucid }) => {
  await lucid.open();
  await lucid.pickFiles(orders);
  await lucid.waitForCells();
  await expect(lucid.page.getByRole("dialog")).toHaveCount(0);
  const ledger = lucid.ledger(orders.name);
  await expect(ledger.locator('[data-slot="read-as"]')).toContainText("Shopify orders");
  expect(await lucid.ledgerNumbers(orders.name)).toEqual({ lines: 4, kept: 3, rejected: 0, excluded: 1 });
  await expect(ledger).toContainText("voided");
  expect(await lucid.metric("net_revenue")).toBe("43");
  expect(await lucid.metric("orders")).toBe("2");
  expect(await lucid.columns("Best sellers", "product_name", "quantity", "revenue")).toEqual([
    { product_name: "Mug", quantity: "4", revenue: "38" },
    { product_name: "Card", quantity: "1", revenue: "5" },
  ]);
  await ledger.getByRole("button", { name: "Count them" }).click();
  await expect.poll(() => lucid.metric("net_revenue")).toBe("53");
});
