import type { KnownExport } from "./known-export";

/**
 * Etsy Shop Manager, Settings, Options, Download Data, "Order Items". Dates are mm/dd/yy; Item Total is price times
 * quantity, a coupon on the order comes in Discount Amount and may cover several items.
 * Header as in public importers of the file.
 */
export const ETSY_ITEMS: KnownExport = {
  name: "Etsy sold order items",
  kind: "sales",
  needs: ["Sale Date", "Item Name", "Quantity", "Price", "Item Total", "Listing ID"],
  mapping: {
    date: ["Sale Date"],
    product_name: ["Item Name"],
    product_id: ["SKU", "Listing ID"],
    quantity: ["Quantity"],
    unit_price: ["Price"],
    amount: ["Item Total"],
    currency: ["Currency"],
    customer: ["Buyer"],
    transaction: ["Order ID"],
  },
  dateOrder: "month-first",
};

/** The same place, "Orders": one line an order. Header as in public importers of the file. */
export const ETSY_ORDERS: KnownExport = {
  name: "Etsy sold orders",
  kind: "orders",
  needs: ["Sale Date", "Order ID", "Number of Items", "Order Value"],
  mapping: { transaction: ["Order ID"], date: ["Sale Date"], customer: ["Buyer User ID", "Buyer", "Full Name"] },
  dateOrder: "month-first",
};
