import type { KnownExport } from "./known-export";

/**
 * QuickBooks Online, Reports, "Sales by Product/Service Detail", exported. Company, title and period stand above the header;
 * a product's name stands alone in the first, nameless column above its lines, and "Total for ..." below them; both have no type of transaction.
 * Header as in public importers of the file.
 */
export const QUICKBOOKS_SALES: KnownExport = {
  name: "QuickBooks sales by product",
  kind: "sales",
  needs: [
    ["Date", "Transaction date"],
    "Transaction Type",
    "Num",
    ["Qty", "Quantity"],
    ["Sales Price", "Rate"],
    "Amount",
    ["column_1", "Product/Service", "Product/Service full name", "Item"],
  ],
  mapping: {
    date: ["Date", "Transaction date"],
    product_name: ["Product/Service", "Product/Service full name", "Item", "column_1"],
    product_id: ["SKU"],
    quantity: ["Qty", "Quantity"],
    unit_price: ["Sales Price", "Rate"],
    amount: ["Amount"],
    currency: ["Currency"],
    customer: ["Customer", "Customer full name", "Name"],
    transaction: ["Num"],
  },
  lineTypes: { column: ["Transaction Type"], sold: null, returned: [], excluded: [""] },
  carryDown: { key: ["column_1"], columns: ["column_1"] },
};
