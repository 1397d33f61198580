import type { KnownExport } from "./known-export";

/**
 * Amazon Seller Central, Payments, Date Range Report. Three lines of notes before the header. Only "Order" and "Refund"
 * are about selling (a refund's product sales are negative, its quantity is not); fees and transfers are no sale.
 * https://sellercentral.amazon.com/gp/help/external/200989190
 */
export const AMAZON_DATE_RANGE: KnownExport = {
  name: "Amazon date range report",
  kind: "sales",
  needs: ["date/time", "settlement id", "type", "order id", "sku", "quantity", "product sales"],
  mapping: {
    date: ["date/time"],
    product_name: ["description"],
    product_id: ["sku"],
    quantity: ["quantity"],
    amount: ["product sales"],
    transaction: ["order id"],
    store: ["marketplace"],
  },
  dateOrder: "month-first",
  lineTypes: {
    column: ["type"],
    sold: ["order"],
    returned: ["refund"],
    excluded: [],
  },
};

/**
 * Amazon Seller Central, Reports, "All Orders" (flat file, tab separated). item-price is the line's total, not one unit's.
 * https://developer-docs.amazon.com/sp-api/docs/order-tracking-reports-attributes
 */
export const AMAZON_ALL_ORDERS: KnownExport = {
  name: "Amazon all orders",
  kind: "sales",
  needs: ["amazon-order-id", "purchase-date", "sku", "quantity", "item-price"],
  mapping: {
    date: ["purchase-date"],
    product_name: ["product-name"],
    product_id: ["sku", "asin"],
    quantity: ["quantity"],
    amount: ["item-price"],
    currency: ["currency"],
    transaction: ["amazon-order-id"],
    store: ["sales-channel"],
  },
  dateOrder: "year-first",
  lineTypes: { column: ["order-status"], sold: null, returned: [], excluded: ["cancelled", "canceled"] },
};
