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
 * company and period stand above the header, "Grand Total" below.
 * Header as in public importers; https://help.tallysolutions.com/tally-prime/ names the fields.
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

/**
 * The same without item details: one line a voucher, whose "Particulars" is the customer, not a product. It holds no
 * products, so nothing in it counts as sold; it gives days and customers to lines that name the voucher.
 */
export const TALLY_VOUCHERS: KnownExport = {
  name: "Tally vouchers",
  kind: "orders",
  needs: [
    ["Date", "Voucher Date"],
    "Particulars",
    ["Voucher Type", "Vch Type"],
    ["Voucher No.", "Voucher Number", "Vch No."],
  ],
  never: ["Quantity", "Billed Quantity", "Qty", "Item Name", "Stock Item", "Name of Item"],
  mapping: {
    transaction: ["Voucher No.", "Voucher Number", "Vch No."],
    date: ["Date", "Voucher Date"],
    customer: ["Particulars"],
  },
  dateOrder: "day-first",
};
