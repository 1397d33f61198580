import { made, type NamedExport } from "./export-file";

/** Examples of what shop systems and tills export, by the name of the export. For tests. */
export const SHOP_FILES: readonly NamedExport[] = [
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
];
