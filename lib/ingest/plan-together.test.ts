import { describe, expect, it } from "vitest";
import { inspectFile } from "./inspect-file";
import type { Guess } from "./plan";
import { planTogether } from "./plan-together";

/** Looks at files, given as name and text, as one drop. */
async function dropped(files: Readonly<Record<string, string>>, present: Parameters<typeof planTogether>[1] = []) {
  const guesses = await Promise.all(
    Object.entries(files).map(async ([name, text]) => ({
      guess: await inspectFile(Object.assign(new Blob([text]), { name })),
    })),
  );
  const together = planTogether(guesses, present);
  return Object.fromEntries(together.map((guess) => [guess.fileName, guess])) as Record<string, Guess>;
}

const LINES = "orderNumber,productCode,quantityOrdered,priceEach\n10,A1,2,3.50\n10,A2,1,4.00\n11,A1,1,3.50\n";
const ORDERS = "orderNumber,orderDate,customerNumber\n10,2024-01-05,7\n11,2024-01-06,8\n";
const UNITS = "Sale_ID,Date,Store_ID,Product_ID,Units\n1,2024-01-05,1,4,1\n2,2024-01-06,2,5,2\n";
const PRODUCTS = "Product_ID,Product_Name,Product_Price\n4,Kite,$9.99\n5,Ball,$4.99\n";
const STORES = "Store_ID,Store_Name\n1,North\n2,South\n";

describe("sales without a date", () => {
  it("take it from a list of orders of the same drop", async () => {
    const { "lines.csv": lines, "orders.csv": orders } = await dropped({ "lines.csv": LINES, "orders.csv": ORDERS });
    expect(orders?.plan.kind).toBe("orders");
    expect(lines?.questions).toEqual([]);
    expect(lines?.evidence).toContain("Dates come from orders.csv through orderNumber.");
  });

  it("take it from a list the notebook has", async () => {
    const { "orders.csv": orders } = await dropped({ "orders.csv": ORDERS });
    const { "lines.csv": lines } = await dropped(
      { "lines.csv": LINES },
      orders ? [{ plan: orders.plan, fileName: "orders.csv" }] : [],
    );
    expect(lines?.questions).toEqual([]);
  });

  it("are asked for it alone", async () => {
    const { "lines.csv": lines } = await dropped({ "lines.csv": LINES });
    expect(lines?.questions).toEqual(["No date column was found. Choose the column with the date of the sale."]);
  });

  it("take it from orders with totals of their own, which are not sales then", async () => {
    const totals = "Order ID,Order Date,Customer,Order Total\n10,2024-01-05,Ann,11.00\n11,2024-01-06,Bo,3.50\n";
    const lines = LINES.replace("orderNumber", "OrderID");
    const found = await dropped({ "totals.csv": totals, "lines.csv": lines });
    expect(found["totals.csv"]?.plan).toMatchObject({
      kind: "orders",
      mapping: { transaction: "Order ID", date: "Order Date", customer: "Customer" },
    });
    expect(Object.values(found).flatMap(({ questions }) => questions)).toEqual([]);
  });
});

describe("sales without a price", () => {
  it("take it from a product list, and names of products and stores from where they stand", async () => {
    const found = await dropped({ "sales.csv": UNITS, "products.csv": PRODUCTS, "stores.csv": STORES });
    expect(found["sales.csv"]?.questions).toEqual([]);
    expect(found["sales.csv"]?.evidence.slice(-3)).toEqual([
      "Prices come from products.csv through Product_ID.",
      "Names of products come from products.csv through Product_ID.",
      "Names of stores come from stores.csv through Store_ID.",
    ]);
    expect(found["products.csv"]?.plan.kind).toBe("products");
    expect(found["stores.csv"]?.plan.kind).toBe("stores");
  });

  it("are asked for it when the list has no prices", async () => {
    const found = await dropped({
      "sales.csv": UNITS,
      "products.csv": "Product_ID,Product_Name,Category\n4,Kite,Toys\n5,Ball,Toys\n",
    });
    expect(found["sales.csv"]?.questions[0]).toContain("No price or total column was found.");
  });

  it("are joined by the id they use, where the list has several", async () => {
    const found = await dropped({
      "sales.csv": UNITS.replace("Product_ID", "ProductKey"),
      "products.csv": "ProductSKU,ProductKey,ProductName,ProductPrice\nK-1,4,Kite,9.99\nB-1,5,Ball,4.99\n",
    });
    expect(found["products.csv"]?.plan.mapping.product_id).toBe("ProductKey");
    expect(Object.values(found).flatMap(({ questions }) => questions)).toEqual([]);
  });
});

describe("a file that is of no use to the sales beside it", () => {
  it("is an ordinary table and asks nothing", async () => {
    const payments = "customerNumber,checkNumber,paymentDate,amount\n7,HQ1,2024-02-01,11.00\n8,HQ2,2024-02-02,3.50\n";
    const alone = await dropped({ "payments.csv": payments });
    expect(alone["payments.csv"]?.questions).not.toEqual([]);
    const found = await dropped({ "payments.csv": payments, "lines.csv": LINES, "orders.csv": ORDERS });
    expect(found["payments.csv"]?.plan).toMatchObject({ kind: "table", mapping: {} });
    expect(found["payments.csv"]?.questions).toEqual([]);
  });
});

describe("files of one export", () => {
  const month = (dates: string[]) =>
    `Date,Product,Qty,Total\n${dates.map((date) => `${date},Tea,2,7.00`).join("\n")}\n`;

  it("have dates in one order: one that says it speaks for the others", async () => {
    const found = await dropped({
      "may.csv": month(["01/05/2024", "02/05/2024"]),
      "june.csv": month(["13/06/2024", "14/06/2024"]),
    });
    expect(found["may.csv"]).toMatchObject({ questions: [], plan: { dateOrder: "day-first" } });
    expect(found["may.csv"]?.evidence).toContain("Day first as in june.csv, which has the same columns.");
  });

  it("are each asked when none of them says it", async () => {
    const found = await dropped({ "may.csv": month(["01/05/2024"]), "june.csv": month(["02/06/2024"]) });
    for (const guess of Object.values(found)) expect(guess.questions).toHaveLength(1);
  });

  it("are left as they are when nothing is missing", async () => {
    const text = month(["2024-05-01"]);
    const alone = await inspectFile(Object.assign(new Blob([text]), { name: "may.csv" }));
    expect(planTogether([{ guess: alone }], [])).toEqual([alone]);
  });
});
