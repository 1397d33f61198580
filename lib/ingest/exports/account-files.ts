import { made, type NamedExport } from "./export-file";

/** Examples of what accounting programs export, by the name of the export. For tests. */
export const ACCOUNT_FILES: readonly NamedExport[] = [
  [
    "QuickBooks sales by product",
    made(
      {
        above: ['"Muster Co",,,,,,,,,', "Sales by Product/Service Detail,,,,,,,,,", "January 2026,,,,,,,,,", ""],
        header:
          ",Transaction date,Transaction type,Num,Customer full name,Description,Quantity,Sales price,Amount,Balance",
        body: [
          "Linen Shirt,,,,,,,,,",
          ",01/14/2026,Invoice,5001,Corner Shop,Shirts,2.00,10.00,20.00,20.00",
          ",01/15/2026,Invoice,5002,High Street,Shirts,1.00,10.00,10.00,30.00",
          "Total for Linen Shirt,,,,,,3.00,,$30.00,",
          "Wool Socks,,,,,,,,,",
          ",01/16/2026,Invoice,5003,Corner Shop,Socks,1.00,10.00,10.00,10.00",
          "Total for Wool Socks,,,,,,1.00,,$10.00,",
          "TOTAL,,,,,,4.00,,$40.00,",
        ],
      },
      {
        date: "Transaction date",
        product_name: "column_1",
        quantity: "Quantity",
        unit_price: "Sales price",
        amount: "Amount",
        customer: "Customer full name",
        transaction: "Num",
      },
    ),
  ],
  [
    "Tally sales register",
    made(
      {
        above: ["Muster Traders,,,,,,,", "Sales Register,,,,,,,", "1-Apr-26 to 30-Apr-26,,,,,,,"],
        header: "Date,Particulars,Voucher Type,Voucher No.,Item Name,Quantity,Rate,Value",
        body: [
          "3-Apr-26,Corner Shop,Sales,1,Linen Shirt,2,10.00,20.00",
          "14-Apr-26,Corner Shop,Credit Note,2,Linen Shirt,1,10.00,10.00",
          "Grand Total,,,,,,,30.00",
        ],
      },
      {
        date: "Date",
        product_name: "Item Name",
        quantity: "Quantity",
        unit_price: "Rate",
        amount: "Value",
        customer: "Particulars",
        transaction: "Voucher No.",
      },
    ),
  ],
  [
    "Tally vouchers",
    made(
      {
        above: ["Muster Traders,,,,,,", "Sales Register,,,,,,", "1-Apr-26 to 30-Apr-26,,,,,,"],
        header: "Date,Particulars,Vch Type,Vch No.,Taxable Value,CGST,Invoice Amount",
        body: [
          '1-Apr-26,Corner Shop,Sales,1,"10,000.00","900.00","10,900.00"',
          '2-Apr-26,High Street,Sales,2,"5,000.00","450.00","5,450.00"',
        ],
      },
      { transaction: "Vch No.", date: "Date", customer: "Particulars" },
    ),
  ],
  [
    "Vyapar item details",
    made(
      {
        above: ['"Generated on Apr 30, 2026 at 5:56 pm",,,,,,,,,,,,', "All Firms,,,,,,,,,,,,"],
        header:
          "Date,Invoice No./Txn No.,Party Name,Item Name,Item Code,HSN/SAC,Category,Quantity,Unit,UnitPrice,Discount,Transaction Type,Amount",
        body: [
          "03/04/2026,1,Corner Shop,Linen Shirt,LS-1,6109,Shirts,2,Nos,10,0,Sale,20",
          "05/04/2026,2,Corner Shop,Linen Shirt,LS-1,6109,Shirts,1,Nos,10,0,Credit Note,10",
          "Total,,,,,,,3,,,0,,30",
        ],
      },
      {
        date: "Date",
        product_name: "Item Name",
        product_id: "Item Code",
        category: "Category",
        quantity: "Quantity",
        unit_price: "UnitPrice",
        amount: "Amount",
        customer: "Party Name",
        transaction: "Invoice No./Txn No.",
      },
    ),
  ],
];
