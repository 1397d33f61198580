import type { KnownExport } from "./known-export";

/**
 * eBay Seller Hub, Payments, Transaction report. A few lines about the period before the header; "--" means none. Only
 * "Order" and "Refund" are about selling; labels, fees and payouts are no sale.
 * Header as in public importers of the file.
 */
export const EBAY_TRANSACTIONS: KnownExport = {
  name: "eBay transaction report",
  kind: "sales",
  needs: [
    "Transaction creation date",
    "Type",
    "Order number",
    "Item title",
    "Quantity",
    ["Item subtotal", "Item subtotal price"],
  ],
  mapping: {
    date: ["Transaction creation date"],
    product_name: ["Item title"],
    product_id: ["Custom label", "Item ID"],
    quantity: ["Quantity"],
    amount: ["Item subtotal", "Item subtotal price"],
    currency: ["Transaction currency", "Payout currency"],
    customer: ["Buyer username", "Buyer name"],
    transaction: ["Order number"],
  },
  dateOrder: "month-first",
  lineTypes: { column: ["Type"], sold: ["order"], returned: ["refund"], excluded: [] },
};

/**
 * eBay Seller Hub, Orders, Download report. "Sold For" is the price of one unit. An order of several items begins with a
 * line that has the buyer, the day and the order's totals but no item; that line is no sale.
 * https://github.com/randomecho/shifted-sales-report
 */
export const EBAY_ORDERS: KnownExport = {
  name: "eBay orders report",
  kind: "sales",
  needs: ["Sales Record Number", "Item Title", "Quantity", ["Sold For", "Sale Price"], "Sale Date"],
  mapping: {
    date: ["Sale Date"],
    product_name: ["Item Title"],
    product_id: ["Custom Label", "Item Number", "Item ID"],
    quantity: ["Quantity"],
    unit_price: ["Sold For", "Sale Price"],
    customer: ["Buyer Username", "User Id", "Buyer Name", "Buyer Fullname"],
    transaction: ["Order Number", "Order ID", "Sales Record Number"],
  },
  dateOrder: "month-first",
  lineTypes: { column: ["Item Title"], sold: null, returned: [], excluded: [""] },
  carryDown: {
    key: ["Sales Record Number"],
    columns: ["Sale Date", "Order Number", "Order ID", "Buyer Username", "User Id", "Buyer Name", "Buyer Fullname"],
  },
};
