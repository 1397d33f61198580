import type { Role } from "../plan";

interface ExportFile {
  columns: readonly string[];
  text: string;
  mapping: Partial<Record<Role, string>>;
}

/** A small file as a system writes it; people, shops and products are made up. */
function made(
  lines: { above?: readonly string[]; header: string; body: readonly string[] },
  mapping: ExportFile["mapping"],
): ExportFile {
  const delimiter = lines.header.includes("\t") ? "\t" : ",";
  return {
    columns: lines.header
      .split(delimiter)
      .map((column, index) => (column === "" ? `column_${index + 1}` : column.replaceAll('"', ""))),
    text: [...(lines.above ?? []), lines.header, ...lines.body, ""].join("\n"),
    mapping,
  };
}

/** One example of every known export, by its name. For tests. */
export const EXPORT_FILES: readonly (readonly [name: string, file: ExportFile])[] = [
  [
    "Shopify orders",
    made(
      {
        header:
          "Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Billing Name,Cancelled at,Refunded Amount,Vendor,Lineitem discount",
        body: [
          "#2001,mia@shop.test,paid,2026-01-05 10:00:00 +0100,EUR,30.00,0.00,0.00,28.00,NEW,2.00,2026-01-05 09:59:00 +0100,2,Linen Shirt,10.00,,LS-1,Mia Muster,,0.00,Loom,1.00",
          "#2001,,,,,,,,,,,,1,Wool Socks,10.00,,WS-1,,,,Loom,0.00",
          "#2002,jo@shop.test,voided,,EUR,10.00,0.00,0.00,10.00,,0.00,2026-01-06 08:00:00 +0100,1,Wool Socks,10.00,,WS-1,Jo Muster,2026-01-06 09:00:00 +0100,0.00,Loom,0.00",
        ],
      },
      {
        date: "Created at",
        product_name: "Lineitem name",
        product_id: "Lineitem sku",
        quantity: "Lineitem quantity",
        unit_price: "Lineitem price",
        discount: "Lineitem discount",
        currency: "Currency",
        customer: "Email",
        transaction: "Name",
      },
    ),
  ],
  [
    "Shopify products",
    made(
      {
        header:
          "Handle,Title,Body (HTML),Vendor,Type,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Variant Compare At Price,Cost per item",
        body: [
          "linen-shirt,Linen Shirt,Soft,Loom,Shirts,true,Size,S,LS-1,4,10.00,12.00,4.20",
          "linen-shirt,,,,,,,M,LS-2,7,10.00,12.00,4.20",
        ],
      },
      {
        product_name: "Title",
        product_id: "Variant SKU",
        category: "Type",
        unit_price: "Variant Price",
        unit_cost: "Cost per item",
      },
    ),
  ],
  [
    "Square items",
    made(
      {
        header:
          "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Customer ID",
        body: [
          '2026-03-14,10:02:00,Berlin,Cups,Tall Cup,2,Regular,C-1,,"$1,036.00",$0.00,"$1,036.00",$0.00,T1,P1,Till,,,Payment,Market,K1',
          "2026-03-15,11:02:00,Berlin,Cups,Tall Cup,-1,Regular,C-1,,-$18.00,$0.00,-$18.00,$0.00,T2,P2,Till,,,Refund,Market,K1",
        ],
      },
      {
        date: "Date",
        time: "Time",
        product_name: "Item",
        product_id: "SKU",
        category: "Category",
        quantity: "Qty",
        amount: "Net Sales",
        customer: "Customer ID",
        transaction: "Transaction ID",
        store: "Location",
      },
    ),
  ],
  [
    "Square transactions",
    made(
      {
        header:
          "Date,Time,Time Zone,Gross Sales,Discounts,Service Charges,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Source,Card,Fees,Net Total,Transaction ID,Payment ID,Event Type,Location,Customer ID",
        body: [
          "2026-03-14,10:02:00,Berlin,$36.00,$0.00,$0.00,$36.00,$0.00,$0.00,$0.00,$0.00,$36.00,Register,$36.00,-$1.00,$35.00,T1,P1,Payment,Market,K1",
        ],
      },
      { transaction: "Transaction ID", date: "Date", time: "Time", customer: "Customer ID", store: "Location" },
    ),
  ],
  [
    "WooCommerce order items",
    made(
      {
        header:
          "Order Number,Order Status,Order Date,Customer Note,Payment Method Title,Order Subtotal Amount,Order Total Amount,SKU,Item #,Item Name,Quantity,Item Cost,Coupon Code",
        body: [
          "501,completed,2026-02-03 12:00,,Card,30.00,34.00,LS-1,1,Linen Shirt,2,10.00,",
          "501,completed,2026-02-03 12:00,,Card,30.00,34.00,WS-1,2,Wool Socks,1,10.00,",
        ],
      },
      {
        date: "Order Date",
        product_name: "Item Name",
        product_id: "SKU",
        quantity: "Quantity",
        unit_price: "Item Cost",
        transaction: "Order Number",
      },
    ),
  ],
  [
    "WooCommerce orders, one row per item",
    made(
      {
        header:
          "order_id,order_number,date,status,shipping_total,order_total,order_currency,customer_id,billing_email,item_name,item_product_id,item_sku,item_quantity,item_subtotal,item_total",
        body: [
          "501,501,2026-02-03 12:00,completed,4.00,34.00,EUR,7,mia@shop.test,Linen Shirt,11,LS-1,2,20.00,20.00",
          "502,502,2026-02-04 12:00,cancelled,4.00,14.00,EUR,8,jo@shop.test,Wool Socks,12,WS-1,1,10.00,10.00",
        ],
      },
      {
        date: "date",
        product_name: "item_name",
        product_id: "item_sku",
        quantity: "item_quantity",
        amount: "item_total",
        currency: "order_currency",
        customer: "customer_id",
        transaction: "order_number",
      },
    ),
  ],
  [
    "WooCommerce orders",
    made(
      {
        header:
          "Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue",
        body: ['2026-02-03 12:00:00,501,€34.00,completed,Mia Muster,new,"2× Linen Shirt, 1× Wool Socks",3,,34'],
      },
      { transaction: "Order #", date: "Date", customer: "Customer" },
    ),
  ],
  [
    "Etsy sold order items",
    made(
      {
        header:
          "Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Discount Amount,Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Shipped,Order ID,Variations,SKU",
        body: [
          '03/04/26,"Card, Owl",mia,2,3.50,,0.00,2.90,0.00,7.00,EUR,111,901,03/06/26,5001,,OWL-1',
          "03/05/26,Sticker Fox,jo,1,2.00,,0.00,2.90,0.00,2.00,EUR,112,902,03/06/26,5002,,FOX-1",
        ],
      },
      {
        date: "Sale Date",
        product_name: "Item Name",
        product_id: "SKU",
        quantity: "Quantity",
        unit_price: "Price",
        amount: "Item Total",
        currency: "Currency",
        customer: "Buyer",
        transaction: "Order ID",
      },
    ),
  ],
  [
    "Etsy sold orders",
    made(
      {
        header:
          "Sale Date,Order ID,Buyer User ID,Full Name,Number of Items,Payment Method,Date Shipped,Currency,Order Value,Shipping,Order Total",
        body: ["03/04/26,5001,mia,Mia Muster,2,Card,03/06/26,EUR,9.00,2.90,11.90"],
      },
      { transaction: "Order ID", date: "Sale Date", customer: "Buyer User ID" },
    ),
  ],
  [
    "Amazon date range report",
    made(
      {
        above: [
          '"Includes Amazon Marketplace transactions"',
          '"All amounts in EUR, unless specified"',
          '"Definitions:"',
        ],
        header:
          "date/time,settlement id,type,order id,sku,description,quantity,marketplace,fulfillment,product sales,product sales tax,promotional rebates,selling fees,other,total",
        body: [
          '"Jan 14, 2026 1:05:07 AM PST",900,Order,111-1,LS-1,Linen Shirt,2,amazon.com,Seller,20.00,0,0,-3.00,0,17.00',
          '"Jan 15, 2026 1:05:07 AM PST",900,Refund,111-1,LS-1,Linen Shirt,1,amazon.com,Seller,-10.00,0,0,1.50,0,-8.50',
          '"Jan 16, 2026 1:05:07 AM PST",900,Service Fee,,,Advertising,,,,0,0,0,0,-12.00,-12.00',
          '"Jan 17, 2026 1:05:07 AM PST",900,Transfer,,,To account,,,,0,0,0,0,-5.00,-5.00',
        ],
      },
      {
        date: "date/time",
        product_name: "description",
        product_id: "sku",
        quantity: "quantity",
        amount: "product sales",
        transaction: "order id",
        store: "marketplace",
      },
    ),
  ],
  [
    "Amazon all orders",
    made(
      {
        header:
          "amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\tsales-channel\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\titem-tax\tshipping-price",
        body: [
          "111-1\t\t2026-01-14T09:05:07+00:00\t2026-01-15T09:05:07+00:00\tShipped\tAmazon\tAmazon.de\tLinen Shirt\tLS-1\tB01\tShipped\t2\tEUR\t20.00\t3.19\t0.00",
          "111-2\t\t2026-01-15T09:05:07+00:00\t2026-01-15T09:05:07+00:00\tCancelled\tAmazon\tAmazon.de\tWool Socks\tWS-1\tB02\tCancelled\t0\t\t\t\t",
        ],
      },
      {
        date: "purchase-date",
        product_name: "product-name",
        product_id: "sku",
        quantity: "quantity",
        amount: "item-price",
        currency: "currency",
        transaction: "amazon-order-id",
        store: "sales-channel",
      },
    ),
  ],
  [
    "eBay transaction report",
    made(
      {
        above: ['"Transaction report"', '"Start date","2026-01-01"', '"End date","2026-01-31"', ""],
        header:
          '"Transaction creation date","Type","Order number","Buyer username","Net amount","Payout currency","Item ID","Transaction ID","Item title","Custom label","Quantity","Item subtotal","Shipping and handling","Final Value Fee - fixed","Gross transaction amount","Transaction currency","Description"',
        body: [
          '"Jan 14, 2026","Order","12-1","mia","17.00","EUR","200001","300001","Linen Shirt","LS-1","2","20.00","4.00","-0.30","24.00","EUR",""',
          '"Jan 15, 2026","Payout","--","--","-17.00","EUR","--","--","--","--","--","--","--","--","--","EUR",""',
        ],
      },
      {
        date: "Transaction creation date",
        product_name: "Item title",
        product_id: "Custom label",
        quantity: "Quantity",
        amount: "Item subtotal",
        currency: "Transaction currency",
        customer: "Buyer username",
        transaction: "Order number",
      },
    ),
  ],
  [
    "eBay orders report",
    made(
      {
        header:
          "Sales Record Number,Order Number,Buyer Username,Buyer Name,Item Number,Item Title,Custom Label,Quantity,Sold For,Shipping And Handling,Total Price,Payment Method,Sale Date,Paid On Date",
        body: [
          "301,12-1,mia,Mia Muster,200001,Linen Shirt,LS-1,1,$10.00,$4.00,$14.00,Card,Jan-14-26,Jan-14-26",
          "302,12-2,jo,Jo Muster,200002,Wool Socks,WS-1,1,$10.00,$4.00,$14.00,Card,Jan-15-26,Jan-15-26",
        ],
      },
      {
        date: "Sale Date",
        product_name: "Item Title",
        product_id: "Custom Label",
        quantity: "Quantity",
        unit_price: "Sold For",
        customer: "Buyer Username",
        transaction: "Order Number",
      },
    ),
  ],
  [
    "Faire orders",
    made(
      {
        header: "Order Number,Order Date,Retailer Name,Product Name,SKU,Quantity,Wholesale Price,Retail Price,Status",
        body: [
          "F1,2026-01-14,Corner Shop,Linen Shirt,LS-1,6,5.00,10.00,Shipped",
          "F2,2026-01-15,High Street,Wool Socks,WS-1,4,5.00,10.00,Cancelled",
        ],
      },
      {
        date: "Order Date",
        product_name: "Product Name",
        product_id: "SKU",
        quantity: "Quantity",
        unit_price: "Wholesale Price",
        customer: "Retailer Name",
        transaction: "Order Number",
      },
    ),
  ],
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
          "3-Apr-26,Corner Shop,Sales,1,Linen Shirt,2 Nos,10.00,20.00",
          "14-Apr-26,Corner Shop,Credit Note,2,Linen Shirt,1 Nos,10.00,10.00",
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
