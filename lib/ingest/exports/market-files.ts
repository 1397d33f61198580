import { made, type NamedExport } from "./export-file";

/** Examples of what market places export, by the name of the export. For tests. */
export const MARKET_FILES: readonly NamedExport[] = [
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
          '"Jan 16, 2026","Order","12-2","jo","8.00","EUR","200002","300002","Wool Socks","WS-1","1","10.00","4.00","-0.30","14.00","EUR",""',
          '"Jan 17, 2026","Other fee","--","--","-1.50","EUR","--","--","--","--","--","--","--","--","--","EUR",""',
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
          "302,12-2,jo,Jo Muster,,,,3,$40.00,$4.00,$44.00,Card,Jan-15-26,Jan-15-26",
          "302,12-2,,,200002,Wool Socks,WS-1,2,$10.00,$0.00,,,,",
          "302,12-2,,,200001,Linen Shirt,LS-1,1,$20.00,$0.00,,,,",
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
];
