import type { KnownExport } from "./known-export";

/**
 * Shopify admin, Orders, Export. One line an item; order-level fields stand on an order's first line only, so the order's
 * totals are never read.
 * https://docs.xbp.app/docs/development/integrations/shopify/order-format describes the file.
 */
export const SHOPIFY_ORDERS: KnownExport = {
  name: "Shopify orders",
  kind: "sales",
  needs: ["Name", "Created at", "Lineitem quantity", "Lineitem name", "Lineitem price"],
  mapping: {
    date: ["Created at"],
    product_name: ["Lineitem name"],
    product_id: ["Lineitem sku"],
    quantity: ["Lineitem quantity"],
    unit_price: ["Lineitem price"],
    discount: ["Lineitem discount"],
    currency: ["Currency"],
    customer: ["Email", "Billing Name", "Shipping Name"],
    transaction: ["Name"],
    store: ["Location"],
  },
  dateOrder: "year-first",
  lineTypes: { column: ["Financial Status"], sold: null, returned: [], excluded: ["voided"] },
  carryDown: {
    key: ["Name"],
    columns: [
      "Created at",
      "Currency",
      "Email",
      "Billing Name",
      "Shipping Name",
      "Financial Status",
      "Cancelled at",
      "Location",
    ],
  },
  discountAs: "amount",
};
