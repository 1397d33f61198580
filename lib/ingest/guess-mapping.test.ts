import { describe, expect, it } from "vitest";
import { columnProfile } from "./column-profile";
import { guessMapping } from "./guess-mapping";
import type { Role } from "./plan";
import { mappingQuestions } from "./questions";

/** What the values of a column look like, by the kind of thing its name announces. */
const VALUES: Record<string, (line: number) => string> = {
  date: (line) => `2024-01-${String(10 + line)}`,
  text: (line) => ["Tea", "Coffee", "Cake"][line % 3] ?? "",
  code: (line) => `A-${line % 5}`,
  whole: (line) => String((line % 4) + 1),
  money: (line) => `${(line % 6) + 2}.50`,
  empty: () => "",
};

/** A header written as "Name:kind, Name:kind". */
function guessed(header: string) {
  const columns = header.split(", ").map((part) => part.split(":") as [string, string]);
  const lines = Array.from({ length: 12 }, (_, line) => line);
  const profiles = columns.map(([name, kind]) =>
    columnProfile(
      name,
      lines.map((line) => VALUES[kind]?.(line) ?? ""),
      "point",
    ),
  );
  const guess = guessMapping(profiles, "point");
  return { ...guess, questions: mappingQuestions(guess) };
}

type Case = [what: string, header: string, kind: "sales" | "inventory", mapping: Partial<Record<Role, string>>];

const CERTAIN: readonly Case[] = [
  [
    "a wholesaler's invoices",
    "InvoiceNo:code, StockCode:code, Description:text, Quantity:whole, InvoiceDate:date, UnitPrice:money, CustomerID:code, Country:text",
    "sales",
    {
      date: "InvoiceDate",
      product_name: "Description",
      product_id: "StockCode",
      quantity: "Quantity",
      unit_price: "UnitPrice",
      customer: "CustomerID",
      transaction: "InvoiceNo",
    },
  ],
  [
    "order lines in snake case",
    "transaction_id:code, date:date, product:text, category:text, customer:text, quantity:whole, unit_price:money, discount:money, total:money",
    "sales",
    {
      transaction: "transaction_id",
      date: "date",
      product_name: "product",
      category: "category",
      customer: "customer",
      quantity: "quantity",
      unit_price: "unit_price",
      amount: "total",
    },
  ],
  [
    "a report with ship date, profit and discount",
    "Row ID:whole, Order ID:code, Order Date:date, Ship Date:date, Customer ID:code, Customer Name:text, City:text, Region:text, Product ID:code, Category:text, Sub-Category:text, Product Name:text, Sales:money, Quantity:whole, Discount:money, Profit:money",
    "sales",
    {
      transaction: "Order ID",
      date: "Order Date",
      customer: "Customer ID",
      product_id: "Product ID",
      category: "Category",
      product_name: "Product Name",
      amount: "Sales",
      quantity: "Quantity",
    },
  ],
  [
    "monthly files with an address",
    "Order ID:code, Product:text, Quantity Ordered:whole, Price Each:money, Order Date:date, Purchase Address:text",
    "sales",
    {
      transaction: "Order ID",
      product_name: "Product",
      quantity: "Quantity Ordered",
      unit_price: "Price Each",
      date: "Order Date",
    },
  ],
  [
    "a file whose products are categories",
    "transaction_id:code, date:date, customer_id:code, gender:text, age:whole, p_category:text, quantity:whole, price_per_unit:money, total_amount:money",
    "sales",
    {
      transaction: "transaction_id",
      date: "date",
      customer: "customer_id",
      product_name: "p_category",
      quantity: "quantity",
      unit_price: "price_per_unit",
      amount: "total_amount",
    },
  ],
  [
    "a supermarket with tax and cost of goods",
    "Invoice ID:code, Branch:code, City:text, Customer type:text, Product line:text, Unit price:money, Quantity:whole, Tax 5%:money, Total:money, Date:date, Payment:text, Cost of goods sold:money, Gross income:money",
    "sales",
    {
      transaction: "Invoice ID",
      store: "Branch",
      product_name: "Product line",
      unit_price: "Unit price",
      quantity: "Quantity",
      amount: "Total",
      date: "Date",
    },
  ],
  [
    "a till's items",
    "Bill No:code, Bill Date:date, Item Name:text, Item Code:code, Qty:whole, Rate:money, Amount:money, Party Name:text",
    "sales",
    {
      transaction: "Bill No",
      date: "Bill Date",
      product_name: "Item Name",
      product_id: "Item Code",
      quantity: "Qty",
      unit_price: "Rate",
      amount: "Amount",
      customer: "Party Name",
    },
  ],
  [
    "receipts with gross and net sales",
    "Receipt:code, sold_at:date, Article:text, Units sold:whole, MRP:money, Gross Sales:money, Net sales:money, Outlet:text",
    "sales",
    {
      transaction: "Receipt",
      date: "sold_at",
      product_name: "Article",
      quantity: "Units sold",
      unit_price: "MRP",
      amount: "Net sales",
      store: "Outlet",
    },
  ],
  [
    "a Spanish shop",
    "Fecha de venta:date, Producto:text, Categoría del Producto:text, Cantidad:whole, Precio unitario:money, Importe:money, Costo de envío:money, Cliente:text, Tienda:text, Cantidad de cuotas:whole",
    "sales",
    {
      date: "Fecha de venta",
      product_name: "Producto",
      category: "Categoría del Producto",
      quantity: "Cantidad",
      unit_price: "Precio unitario",
      amount: "Importe",
      customer: "Cliente",
      store: "Tienda",
    },
  ],
  [
    "a Portuguese shop",
    "Data da venda:date, Produto:text, Quantidade:whole, Preço unitário:money, Valor total:money, Loja:text, Pedido:code",
    "sales",
    {
      date: "Data da venda",
      product_name: "Produto",
      quantity: "Quantidade",
      unit_price: "Preço unitário",
      amount: "Valor total",
      store: "Loja",
      transaction: "Pedido",
    },
  ],
  [
    "a French shop",
    "Date de vente:date, Désignation:text, Code article:code, Quantité:whole, Prix unitaire:money, Montant TTC:money, N° facture:code, Magasin:text",
    "sales",
    {
      date: "Date de vente",
      product_name: "Désignation",
      product_id: "Code article",
      quantity: "Quantité",
      unit_price: "Prix unitaire",
      amount: "Montant TTC",
      transaction: "N° facture",
      store: "Magasin",
    },
  ],
  [
    "a German shop",
    "Rechnungsdatum:date, Artikelbezeichnung:text, Artikelnummer:code, Menge:whole, Einzelpreis:money, Gesamtpreis:money, Rechnungsnummer:code, Kunde:text, Filiale:text",
    "sales",
    {
      date: "Rechnungsdatum",
      product_name: "Artikelbezeichnung",
      product_id: "Artikelnummer",
      quantity: "Menge",
      unit_price: "Einzelpreis",
      amount: "Gesamtpreis",
      transaction: "Rechnungsnummer",
      customer: "Kunde",
      store: "Filiale",
    },
  ],
  [
    "an Italian shop",
    "Data vendita:date, Prodotto:text, Quantità:whole, Prezzo unitario:money, Totale:money, Scontrino:code, Negozio:text",
    "sales",
    {
      date: "Data vendita",
      product_name: "Prodotto",
      quantity: "Quantità",
      unit_price: "Prezzo unitario",
      amount: "Totale",
      transaction: "Scontrino",
      store: "Negozio",
    },
  ],
  [
    "a shop that writes Hindi in Latin letters",
    "Tarikh:date, Saman:text, Matra:whole, Dar:money, Kul rashi:money, Grahak:text",
    "sales",
    {
      date: "Tarikh",
      product_name: "Saman",
      quantity: "Matra",
      unit_price: "Dar",
      amount: "Kul rashi",
      customer: "Grahak",
    },
  ],
  [
    "a stock list without cost",
    "product:text, category:text, current_stock:whole, on_order:whole, reorder_level:whole, list_price:money, discontinued:whole",
    "inventory",
    { product_name: "product", category: "category", current_stock: "current_stock" },
  ],
  [
    "a stock list with cost and list price",
    "Product:text, SKU:code, Category:text, Subcategory:text, Current Stock:whole, Reorder Point:whole, Unit Cost:money, List Price:money, Last Updated:date",
    "inventory",
    {
      product_name: "Product",
      product_id: "SKU",
      category: "Category",
      current_stock: "Current Stock",
      unit_cost: "Unit Cost",
      last_updated: "Last Updated",
    },
  ],
  [
    "a catalogue with stock in camel case",
    "productCode:code, productName:text, productLine:text, productScale:text, productVendor:text, productDescription:text, quantityInStock:whole, buyPrice:money, MSRP:money",
    "inventory",
    {
      product_id: "productCode",
      product_name: "productName",
      category: "productLine",
      current_stock: "quantityInStock",
      unit_cost: "buyPrice",
    },
  ],
  [
    "stock per shop",
    "Store_ID:code, Product_ID:code, Stock_On_Hand:whole",
    "inventory",
    { store: "Store_ID", product_id: "Product_ID", current_stock: "Stock_On_Hand" },
  ],
  [
    "units in stock and on order",
    "ProductID:code, ProductName:text, SupplierID:code, QuantityPerUnit:text, UnitPrice:money, UnitsInStock:whole, UnitsOnOrder:whole, ReorderLevel:whole",
    "inventory",
    { product_id: "ProductID", product_name: "ProductName", current_stock: "UnitsInStock" },
  ],
];

describe("the roles of columns", () => {
  it.each(CERTAIN)("are known without a question for %s", (_, header, kind, mapping) => {
    const guess = guessed(header);
    expect(guess.kind).toBe(kind);
    expect(guess.mapping).toEqual(mapping);
    expect(guess.questions).toEqual([]);
  });

  it("are played by one column each, and a column plays one at most", () => {
    for (const [, header] of CERTAIN) {
      const used = Object.values(guessed(header).mapping);
      expect(new Set(used).size).toBe(used.length);
    }
  });

  it.each([
    ["List Price:money", "unit_cost"],
    ["MSRP:money", "unit_cost"],
    ["reorder_level:whole", "quantity"],
    ["on_order:whole", "quantity"],
    ["Discount:money", "amount"],
    ["Shipping Cost:money", "unit_cost"],
    ["Cost of goods sold:money", "unit_cost"],
    ["Ship Date:date", "date"],
    ["Delivery date:date", "date"],
    ["Fecha de envío:date", "date"],
    ["Cantidad de cuotas:whole", "quantity"],
    ["Customer Name:text", "product_name"],
  ] as const)("do not take %s for %s", (column, role) => {
    expect(guessed(`Product code:code, ${column}`).mapping[role]).toBeUndefined();
  });

  it("need values that fit: a quantity of words is none", () => {
    expect(guessed("Date:date, Product:text, Quantity:text, Total:money").mapping.quantity).toBeUndefined();
    expect(guessed("Date:text, Product:text, Total:money").mapping.date).toBeUndefined();
  });
});

describe("the questions", () => {
  it.each([
    ["orderNumber:code, productCode:code, quantityOrdered:whole, priceEach:money", ["No date column was found."]],
    ["Date:date, Quantity:whole, Total:money", ["No product column was found."]],
    ["Sale_ID:code, Date:date, Store_ID:code, Product_ID:code, Units:whole", ["No price or total column was found."]],
    ["Fecha:date, Producto:text, Precio:money", ["No quantity column was found."]],
    [
      "Order Date:date, Invoice Date:date, Product:text, Total:money",
      ["Order Date and Invoice Date could each be the date."],
    ],
    ["Created at:date, Product:text, Total:money", ["Created at may be the date."]],
    [
      "Product:text, Stock Code:code, Remaining:whole, Stock Value:money, Stock Date:date, Warehouse:text",
      ["No date column"],
    ],
  ])("of %s say what must be chosen", (header, starts) => {
    const { questions } = guessed(header);
    expect(questions).not.toHaveLength(0);
    for (const [index, start] of starts.entries()) expect(questions[index]).toContain(start);
  });

  it("let arithmetic decide between two columns of money", () => {
    const lines = Array.from({ length: 10 }, (_, line) => line + 1);
    const profile = (name: string, value: (line: number) => number) =>
      columnProfile(
        name,
        lines.map((line) => String(value(line))),
        "point",
      );
    const guess = guessMapping(
      [
        columnProfile(
          "Date",
          lines.map(() => "2024-05-17"),
          "point",
        ),
        columnProfile(
          "Product",
          lines.map((line) => `P${line}`),
          "point",
        ),
        profile("Qty", (line) => line),
        profile("Price", (line) => line * 2.5),
        profile("Amount", () => 2.5),
      ],
      "point",
    );
    expect(guess.mapping).toMatchObject({ unit_price: "Amount", amount: "Price" });
    expect(guess.evidence).toEqual(["Price holds the totals, because Qty times Amount gives it."]);
  });
});
