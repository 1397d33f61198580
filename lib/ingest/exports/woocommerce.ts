import type { KnownExport } from "./known-export";

/** States of an order that never became a sale, with and without the prefix WooCommerce stores. */
const UNSOLD = ["cancelled", "failed", "pending", "pending payment", "draft", "trash", "checkout-draft"];
const STATES = {
  sold: null,
  returned: [],
  excluded: [...UNSOLD, ...UNSOLD.map((state) => `wc-${state}`)],
};

/**
 * Advanced Order Export For WooCommerce, one line an item ("Order Number, Order Date, Item Name, Quantity, Item Cost").
 * https://wordpress.org/plugins/woo-order-export-lite/
 */
export const WOOCOMMERCE_ITEMS: KnownExport = {
  name: "WooCommerce order items",
  kind: "sales",
  needs: [
    ["Order Number", "Order ID"],
    ["Order Date", "Order Created"],
    ["Item Name", "Product Name", "Name"],
    ["Item Cost", "Order Line Total", "Order Line Subtotal", "Order Line (w/o tax)"],
    ["Quantity", "Quantity (- Refund)", "Item Quantity"],
  ],
  never: ["Unit Price", "Price", "Unit Cost", "Selling Price"],
  mapping: {
    date: ["Order Date", "Order Created"],
    product_name: ["Item Name", "Product Name", "Name"],
    product_id: ["SKU", "Product SKU", "Product Id"],
    category: ["Category", "Product Category", "Product Categories"],
    quantity: ["Quantity", "Quantity (- Refund)", "Item Quantity"],
    unit_price: ["Item Cost", "Item Price"],
    amount: ["Order Line Total", "Order Line Total (- Refund)"],
    currency: ["Order Currency", "Currency"],
    customer: ["Customer User ID", "Customer ID", "Email (Billing)", "Billing Email"],
    transaction: ["Order Number", "Order ID"],
  },
  lineTypes: { column: ["Order Status", "Status"], ...STATES },
};

/**
 * WooCommerce Customer / Order / Coupon Export, "Default CSV format - One row per line item".
 * https://docs.woocommerce.com/document/ordercustomer-csv-export-developer-documentation/
 */
export const WOOCOMMERCE_ONE_ROW: KnownExport = {
  name: "WooCommerce orders, one row per item",
  kind: "sales",
  needs: ["order_id", ["order_date", "date"], "item_name", "item_quantity", ["item_total", "item_subtotal"]],
  mapping: {
    date: ["order_date", "date"],
    product_name: ["item_name"],
    product_id: ["item_sku", "item_product_id"],
    quantity: ["item_quantity"],
    amount: ["item_total", "item_subtotal"],
    currency: ["order_currency", "currency"],
    customer: ["customer_id", "billing_email"],
    transaction: ["order_number", "order_id"],
  },
  lineTypes: { column: ["status", "order_status"], ...STATES },
};

/** WooCommerce Analytics, Orders, Download: one line an order, with the columns the report shows. */
export const WOOCOMMERCE_ORDERS: KnownExport = {
  name: "WooCommerce orders",
  kind: "orders",
  needs: ["Date", "Order #", "Status", "Customer", ["Product(s)", "Products"], ["Items Sold", "Items sold"]],
  mapping: { transaction: ["Order #"], date: ["Date"], customer: ["Customer"] },
};
