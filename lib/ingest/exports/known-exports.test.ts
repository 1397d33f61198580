import { existsSync, openAsBlob, readdirSync } from "node:fs";
import { basename, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { tell } from "@/lib/std/testing/tell";
import { inspectFile } from "../inspect-file";
import { ACCOUNT_FILES } from "./account-files";
import { KNOWN_EXPORTS, recogniseExport } from "./known-exports";
import { MARKET_FILES } from "./market-files";
import { SHOP_FILES } from "./shop-files";

const EXPORT_FILES = [...SHOP_FILES, ...MARKET_FILES, ...ACCOUNT_FILES];

const file = (text: string, name = "export.csv") => Object.assign(new Blob([text]), { name });

const ROOT = resolve(process.cwd(), "../shared/data");
const present = existsSync(ROOT);
if (!present) tell("Real data is not here: exports of real systems are not looked at.");

describe("a known export", () => {
  it.each(EXPORT_FILES)("is recognised and mapped without a question: %s", async (name, { text, mapping }) => {
    const guess = await inspectFile(file(text));
    expect(guess.plan.recipe).toBe(name);
    expect(guess.plan.mapping).toEqual(mapping);
    expect(guess.evidence).toContain(`Recognised as ${name}.`);
    expect(guess.questions).toEqual([]);
  });

  it("has an example here, every one", () => {
    expect(EXPORT_FILES.map(([name]) => name).sort()).toEqual(KNOWN_EXPORTS.map(({ name }) => name).sort());
  });

  it.each(EXPORT_FILES)("survives other cases, another order, further columns: %s", (name, { columns }) => {
    const spelled = [...columns].reverse().map((column, index) => (index % 2 ? column.toUpperCase() : ` ${column} `));
    expect(recogniseExport(["Further column", ...spelled, "Notes 2"])?.recipe).toBe(name);
  });

  it.each(EXPORT_FILES)("is not recognised when what it needs is missing: %s", (name, { columns }) => {
    const needed = KNOWN_EXPORTS.find((known) => known.name === name)?.needs ?? [];
    const names = needed.map((need) => (typeof need === "string" ? [need] : need));
    for (const gone of names) {
      const left = columns.filter((column) => !gone.some((one) => one.toLowerCase() === column.toLowerCase()));
      expect(recogniseExport(left)?.recipe).not.toBe(name);
    }
  });

  it("never gives an order's totals to the lines of its items", async () => {
    for (const [name, { text }] of EXPORT_FILES) {
      const { plan } = await inspectFile(file(text));
      const money = [plan.mapping.amount, plan.mapping.unit_price, plan.mapping.discount];
      for (const total of [
        "Subtotal",
        "Total",
        "Discount Amount",
        "Order Total",
        "Order Total Amount",
        "Gross transaction amount",
      ]) {
        expect([name, money]).not.toContain(total);
        expect(money).not.toContain(total);
      }
    }
  });

  it("takes the id that is filled, and no role for columns that are empty", () => {
    const columns = ["Sale Date", "Item Name", "Quantity", "Price", "Item Total", "Listing ID", "SKU", "Buyer"];
    const all = recogniseExport(columns);
    const few = recogniseExport(columns, (column) => column !== "SKU" && column !== "Buyer");
    expect(all?.mapping).toMatchObject({ product_id: "SKU", customer: "Buyer" });
    expect(few?.mapping.product_id).toBe("Listing ID");
    expect(few?.mapping.customer).toBeUndefined();
  });

  it("knows an order's first line, the orders that are void, and what comes back", () => {
    const shopify = recogniseExport([
      "Name",
      "Email",
      "Created at",
      "Financial Status",
      "Lineitem quantity",
      "Lineitem name",
      "Lineitem price",
    ]);
    expect(shopify?.carryDown).toEqual({ key: "Name", columns: ["Created at", "Email", "Financial Status"] });
    expect(shopify?.lineTypes).toEqual({ column: "Financial Status", sold: null, returned: [], excluded: ["voided"] });
    const amazon = recogniseExport([
      "date/time",
      "settlement id",
      "type",
      "order id",
      "sku",
      "quantity",
      "product sales",
    ]);
    expect(amazon?.lineTypes).toMatchObject({ column: "type", sold: ["order"], returned: ["refund"] });
  });
});

describe("columns of no known export", () => {
  it.each([
    [["Date", "Product", "Quantity", "Total"]],
    [["Order ID", "Order Date", "Product Name", "Quantity", "Item Cost", "Unit Price"]],
    [["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"]],
  ])("are guessed like any other: %s", (columns) => {
    expect(recogniseExport(columns)).toBeNull();
  });
});

describe.skipIf(!present)("exports as systems write them", () => {
  const folders = ["export-layouts", "shopify-products"].map((folder) => resolve(ROOT, folder));
  const paths = present
    ? folders.flatMap((folder) =>
        readdirSync(folder)
          .filter((name) => name.endsWith(".csv"))
          .map((name) => resolve(folder, name)),
      )
    : [];

  it.each(paths.map((path) => [basename(path), path]))("are recognised without a question: %s", async (name, path) => {
    const guess = await inspectFile(Object.assign(await openAsBlob(path), { name }));
    expect(guess.plan.recipe).not.toBeNull();
    expect(guess.questions).toEqual([]);
  });
});
