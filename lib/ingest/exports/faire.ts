import type { KnownExport } from "./known-export";

/** Faire brand portal, Orders, Export. The brand earns the wholesale price; cancelled orders are no sale. Header as in public fixtures. */
export const FAIRE_ORDERS: KnownExport = {
  name: "Faire orders",
  kind: "sales",
  needs: [
    "Order Number",
    "Order Date",
    "Product Name",
    "Quantity",
    "Wholesale Price",
    ["Retailer Name", "Retail Price"],
  ],
  mapping: {
    date: ["Order Date"],
    product_name: ["Product Name"],
    product_id: ["SKU"],
    quantity: ["Quantity"],
    unit_price: ["Wholesale Price"],
    customer: ["Retailer Name"],
    transaction: ["Order Number"],
  },
  lineTypes: { column: ["Status"], sold: null, returned: [], excluded: ["cancelled", "canceled", "rejected"] },
};
