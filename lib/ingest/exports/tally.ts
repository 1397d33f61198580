import type { KnownExport } from "./known-export";

const TYPES = {
  column: ["Voucher Type", "Vch Type"],
  sold: null,
  returned: ["credit note", "sales return"],
  excluded: [
    "purchase",
    "debit note",
    "payment",
    "receipt",
    "contra",
    "journal",
    "stock journal",
    "delivery note",
    "sales order",
  ],
};

/**
 * TallyPrime, Display More Reports, Day Book or Sales Register with item details, exported to Excel. Dates are day first,
 * company and period stand above the header, "Grand Total" below. https://help.tallysolutions.com/sales-register-tally/
 */
export const TALLY_ITEMS: KnownExport = {
  name: "Tally sales register",
  kind: "sales",
  needs: [
    ["Date", "Voucher Date"],
    ["Voucher Type", "Vch Type"],
    ["Voucher No.", "Voucher Number", "Vch No."],
    ["Item Name", "Stock Item", "Name of Item", "Item", "Particulars Item"],
    ["Quantity", "Billed Quantity", "Qty"],
    ["Rate", "Item Rate", "Value", "Amount", "Item Amount"],
  ],
  mapping: {
    date: ["Date", "Voucher Date"],
    product_name: ["Item Name", "Stock Item", "Name of Item", "Item", "Particulars Item"],
    product_id: ["Item Code", "Part No.", "Alias"],
    category: ["Stock Group", "Item Group", "Stock Category"],
    quantity: ["Quantity", "Billed Quantity", "Qty"],
    unit_price: ["Rate", "Item Rate"],
    amount: ["Value", "Amount", "Item Amount"],
    customer: ["Party Name", "Buyer", "Particulars", "Buyer/Supplier"],
    transaction: ["Voucher No.", "Voucher Number", "Vch No."],
    store: ["Godown", "Godown Name"],
  },
  dateOrder: "day-first",
  lineTypes: TYPES,
  carryDown: {
    key: ["Voucher No.", "Voucher Number", "Vch No."],
    columns: ["Date", "Voucher Date", "Voucher Type", "Vch Type", "Party Name", "Particulars", "Voucher No.", "Buyer"],
  },
};
