import type { KnownExport } from "./known-export";

/**
 * Vyapar, Reports, Sale Report, sheet "Item Details". Lines before the header, dates day first, a "Total" row at the end;
 * a credit note is a return whatever its sign, everything that is no sale is left out.
 * Header as in public importers of the workbook.
 */
export const VYAPAR_ITEMS: KnownExport = {
  name: "Vyapar item details",
  kind: "sales",
  needs: [
    "Date",
    ["Invoice No./Txn No.", "Invoice No.", "Txn No."],
    "Item Name",
    "Quantity",
    ["UnitPrice", "Unit Price", "Price/Unit"],
    "Transaction Type",
    "Amount",
  ],
  mapping: {
    date: ["Date"],
    product_name: ["Item Name"],
    product_id: ["Item Code"],
    category: ["Category"],
    quantity: ["Quantity"],
    unit_price: ["UnitPrice", "Unit Price", "Price/Unit"],
    amount: ["Amount"],
    customer: ["Party Name"],
    transaction: ["Invoice No./Txn No.", "Invoice No.", "Txn No."],
  },
  dateOrder: "day-first",
  lineTypes: {
    column: ["Transaction Type"],
    sold: ["sale", "pos sale", "sale invoice", "cash sale"],
    returned: ["credit note", "sale return"],
    excluded: [],
  },
};
