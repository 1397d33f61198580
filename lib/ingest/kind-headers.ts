import type { HeaderCase } from "./certain-headers";

/** Headers of every kind of file that are read without a question, with the roles they give. For tests. */
export const KIND_HEADERS: readonly HeaderCase[] = [
  [
    "a product list with cost and price",
    "Product_ID:code, Product_Name:text, Product_Category:text, Product_Cost:money, Product_Price:money",
    "products",
    {
      product_id: "Product_ID",
      product_name: "Product_Name",
      category: "Product_Category",
      unit_cost: "Product_Cost",
      unit_price: "Product_Price",
    },
  ],
  [
    "a German price list",
    "Artikelnummer:code, Bezeichnung:text, Warengruppe:text, EK-Preis:money, VK-Preis:money, Lieferant:text",
    "products",
    {
      product_id: "Artikelnummer",
      product_name: "Bezeichnung",
      category: "Warengruppe",
      unit_cost: "EK-Preis",
      unit_price: "VK-Preis",
    },
  ],
  [
    "a Japanese product list",
    "商品コード:code, 商品名:text, カテゴリー:text, 販売価格:money, 原価:money",
    "products",
    {
      product_id: "商品コード",
      product_name: "商品名",
      category: "カテゴリー",
      unit_price: "販売価格",
      unit_cost: "原価",
    },
  ],
  [
    "products and what they belong to",
    "SKU:code, Item name:text, Department:text",
    "products",
    { product_id: "SKU", product_name: "Item name", category: "Department" },
  ],
  [
    "a list of orders",
    "Order ID:unique, Order Date:date, CustomerName:text, State:text, City:text",
    "orders",
    { transaction: "Order ID", date: "Order Date", customer: "CustomerName" },
  ],
  [
    "a French list of orders",
    "N° commande:unique, Date de commande:date, Client:text, Date de livraison:date",
    "orders",
    { transaction: "N° commande", date: "Date de commande", customer: "Client" },
  ],
  [
    "a list of stores",
    "Store_ID:unique, Store_Name:text, Store_City:text, Store_Open_Date:date",
    "stores",
    { store: "Store_ID", store_name: "Store_Name" },
  ],
  [
    "a Spanish list of stores",
    "Nombre sucursal:text, Sucursal:unique, Ciudad:text",
    "stores",
    { store: "Sucursal", store_name: "Nombre sucursal" },
  ],
  [
    "returns by day and product",
    "ReturnDate:date, TerritoryKey:code, ProductKey:code, ReturnQuantity:whole, UnitPrice:money",
    "returns",
    { date: "ReturnDate", product_id: "ProductKey", quantity: "ReturnQuantity", unit_price: "UnitPrice" },
  ],
  [
    "German returns",
    "Rückgabedatum:date, Artikelnummer:code, Artikel:text, Retourenmenge:whole, Erstattungsbetrag:money, Grund:text",
    "returns",
    {
      date: "Rückgabedatum",
      product_id: "Artikelnummer",
      product_name: "Artikel",
      quantity: "Retourenmenge",
      amount: "Erstattungsbetrag",
    },
  ],
  [
    "refunds of orders of another day",
    "Order ID:code, Order Date:date, Refund Date:date, Product:text, Refund Qty:whole, Refund Amount:money",
    "returns",
    {
      transaction: "Order ID",
      date: "Refund Date",
      product_name: "Product",
      quantity: "Refund Qty",
      amount: "Refund Amount",
    },
  ],
  [
    "Chinese returns",
    "退货日期:date, 商品名称:text, 退货数量:whole, 退款金额:money",
    "returns",
    { date: "退货日期", product_name: "商品名称", quantity: "退货数量", amount: "退款金额" },
  ],
  ["people", "CustomerKey:unique, FirstName:text, LastName:text, BirthDate:date, AnnualIncome:money", "table", {}],
  ["a calendar", "Date:date", "table", {}],
  ["categories by number", "CategoryID:unique, CategoryName:text, Description:text", "table", {}],
  ["targets by month", "Month of Order Date:date, Category:text, Target:money", "table", {}],
  ["a list of articles to read", "Title:text, Author:text, Published:date, Pages:whole", "table", {}],
  ["the weather", "Date:date, Temperature:money, Rain:money, Station:text", "table", {}],
];
