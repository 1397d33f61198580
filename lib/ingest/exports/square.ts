import type { KnownExport } from "./known-export";

/**
 * Square Dashboard, Transactions, Export, "Items Detail CSV". Money as "$15.00" or "($3.00)"; a refund has its own line
 * with negative figures. Header as in public importers of the file; the terms: https://squareup.com/help/us/en/article/5530
 */
export const SQUARE_ITEMS: KnownExport = {
  name: "Square items",
  kind: "sales",
  needs: ["Date", "Item", "Qty", "Net Sales", ["Transaction ID", "Payment ID"], ["Event Type", "Gross Sales"]],
  mapping: {
    date: ["Date"],
    time: ["Time"],
    product_name: ["Item"],
    product_id: ["SKU"],
    category: ["Category"],
    quantity: ["Qty"],
    amount: ["Net Sales"],
    currency: ["Currency"],
    customer: ["Customer ID", "Customer Name"],
    transaction: ["Transaction ID", "Payment ID"],
    store: ["Location"],
  },
};

/**
 * The same place, "Transactions CSV": one line a payment, no products. It gives the day and the customer of item lines.
 * Header as in public importers of the file.
 */
export const SQUARE_TRANSACTIONS: KnownExport = {
  name: "Square transactions",
  kind: "orders",
  needs: ["Date", "Time", "Gross Sales", "Net Sales", "Total Collected", "Net Total", "Transaction ID"],
  mapping: {
    transaction: ["Transaction ID"],
    date: ["Date"],
    time: ["Time"],
    customer: ["Customer ID", "Customer Name"],
    store: ["Location"],
  },
};
