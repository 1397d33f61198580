import { type Language, phrases } from "./role-words";

export const ENGLISH: Language = {
  date: {
    sure: phrases(`
      order date, invoice date, sale date, sales date, sold at, sold on, date sold, date of sale, transaction
      date, purchase date, date of purchase, bill date, receipt date, voucher date, order datetime, order
      timestamp, invoice datetime, transaction datetime, txn date, trans date, doc date, document date,
      posting date, date ordered, order day, business date, date of order, date of invoice, ordered at
    `),
    good: phrases(`
      date, datetime, date time, timestamp, day, sale time, order time, transaction time, dt
    `),
    likely: phrases("created at, created, time, paid at, date paid, completed at, when, period"),
  },
  product_name: {
    sure: phrases(`
      product name, item name, product, item, article, article name, product title, item title, stock item,
      sku name, lineitem name, line item name, menu item, goods, product desc, item desc, particulars, name of
      item, name of product, article description, material description
    `),
    good: phrases(`
      description, product description, item description, title, goods description, service, product service,
      dish, material
    `),
    likely: phrases("name, desc, model, model name, label, details"),
  },
  product_id: {
    sure: phrases(`
      stock code, sku, sku id, sku code, item code, product id, product code, barcode, bar code, ean, upc,
      gtin, item id, item no, item number, product no, product number, product key, article no, article
      number, article id, article code, asin, isbn, plu, part number, part no, product sku, item sku, variant
      sku, lineitem sku, material number, material no, style code, item #, product #, sku #, ean code, ean13,
      product barcode, prod id
    `),
    good: phrases("variant barcode, handle, listing id, mpn, prod code, item key"),
    likely: phrases("code, variant id, model no, model number"),
  },
  category: {
    sure: phrases(`
      category, product category, item category, category name, product line, product group, item group,
      product type, department, product class, commodity group, merchandise group, category desc, stock group,
      prod category
    `),
    good: phrases("item type, product family, family, dept, class, collection, p category, group name"),
    likely: phrases("type, group, sub category, subcategory, segment, product subcategory"),
  },
  quantity: {
    sure: phrases(`
      quantity, qty, quantity ordered, quantity sold, qty sold, qty ordered, units sold, units ordered, order
      quantity, order qty, sales quantity, sales qty, sold quantity, sold qty, number of units, no of units,
      item quantity, lineitem quantity, line item quantity, invoice quantity, invoiced quantity, billed
      quantity, items sold, quantity purchased, number sold, pieces sold, net quantity, qty purchased
    `),
    good: phrases(`
      units, pcs, pieces, volume sold, sales units, unit sales, sold, net items sold, items, unit sold, nos
    `),
    likely: phrases("count, volume, amount sold, number, no of items, qnty, quant"),
  },
  unit_price: {
    sure: phrases(`
      unit price, price each, price per unit, price per item, item price, selling price, sales price, sale
      price, price unit, unit selling price, unit sale price, lineitem price, line item price, price each
      item, per unit price, price piece, unit rate, unit amount, net unit price, avg unit price, average
      price, product price, rate per unit
    `),
    good: phrases("price, rate, mrp, sp"),
    likely: phrases("unit value, wholesale price, price inr, price usd"),
  },
  amount: {
    sure: phrases(`
      total, total amount, line total, net sales, net amount, total price, total sales, total spent, sales
      amount, sale amount, item total, line amount, total revenue, extended price, ext price, revenue, sales,
      net total, grand total, order total, total value, sales value, invoice amount, net revenue, net sales
      amount, total paid, total sale, sales total, amount total, line sales, bill amount, line value,
      transaction amount, line revenue, sale value, extended amount
    `),
    good: phrases(`
      amount, net, turnover, sale, subtotal, sub total, line price, order value, taxable value, value, amt,
      total amt
    `),
    likely: phrases(`
      gross sales, gross amount, gross, sum, gross revenue, paid, payment amount, total cost
    `),
  },
  unit_cost: {
    sure: phrases(`
      unit cost, cost price, purchase price, buy price, buying price, cost per unit, cost each, cost per item,
      item cost, product cost, standard cost, purchase rate, landed cost, unit purchase price, average cost,
      avg cost, cost unit, cost of item, last cost, purchase cost
    `),
    good: phrases("cost, cp, cogs per unit"),
    likely: phrases("wholesale cost, supplier price"),
  },
  customer: {
    sure: phrases(`
      customer id, customer, customer no, customer number, customer key, customer code, client id, client,
      client no, user id, buyer id, cust id, customer #, shopper id, member id, account id, party id
    `),
    good: phrases(`
      customer name, client name, buyer, buyer name, party name, customer email, party, retailer name, account
      name, cust name, bill to, sold to, user, buyer username, member, guest
    `),
    likely: phrases("email, billing name, contact, phone"),
  },
  transaction: {
    sure: phrases(`
      invoice no, invoice id, invoice number, invoice, order id, order no, order number, order, transaction
      id, transaction no, transaction number, transaction, bill no, bill number, bill id, receipt, receipt no,
      receipt number, receipt id, sale id, sales id, sales order, ticket, ticket no, ticket number, voucher
      no, voucher number, order #, invoice #, txn id, trans id, basket id, check number, check no, sales order
      number, bill, order ref, order reference, document number, document no, doc no, purchase id, amazon
      order id, order key, sale no, sale number, invoice ref, transaction #, receipt #
    `),
    good: phrases("cart id, payment id, reference, reference number, session id, memo no"),
    likely: phrases("ref, ref no"),
  },
  store: {
    sure: phrases(`
      store, branch, outlet, store id, store name, branch name, outlet name, shop, shop name, store code,
      branch id, outlet id, branch code, store no, store number, warehouse, shop id, outlet identifier, store
      key, warehouse id, warehouse name, outlet code, pos location, store location name
    `),
    good: phrases("sales channel location, site, godown, depot"),
    likely: phrases("location, location name, pos, terminal, channel"),
  },
  current_stock: {
    sure: phrases(`
      stock, current stock, stock on hand, quantity in stock, qty in stock, units in stock, on hand, quantity
      on hand, qty on hand, inventory, stock level, stock quantity, stock qty, available stock, in stock,
      inventory level, inventory quantity, inventory qty, variant inventory qty, closing stock, closing
      balance quantity, quantity available, available quantity, qty available, current inventory, units on
      hand, on hand quantity, on hand qty, current quantity, stock count, soh, stock balance, balance stock,
      total stock, ending inventory, closing qty, physical stock
    `),
    good: phrases(`
      available, balance qty, inventory on hand, stock available, stock units, in hand, remaining stock
    `),
    likely: phrases("balance, quantity, qty, remaining, units, count"),
  },
  time: {
    sure: phrases(`
      time, order time, sale time, time of sale, transaction time, invoice time, bill time, receipt time, sold time, time of day, created time
    `),
    good: phrases("hour, clock time, local time"),
  },
  discount: {
    sure: phrases(`
      discount, discounts, discount amount, discount amt, line discount, item discount, discount value, total discount, lineitem discount, line item discount, disc, disc amt, disc amount
    `),
    good: phrases(`
      discount rate, discount %, discount percent, discount percentage, disc %, disc percent, rebate, markdown
    `),
  },
  currency: {
    sure: phrases(`
      currency, currency code, transaction currency, order currency, invoice currency, sale currency, price currency, currency iso, iso currency
    `),
    good: phrases("ccy, curr, cur"),
  },
  store_name: {
    sure: phrases(`
      store name, branch name, outlet name, shop name, warehouse name, location name, store title, site name
    `),
    good: phrases("store, shop, branch, outlet"),
    likely: phrases("name"),
  },
  last_updated: {
    sure: phrases(`
      last updated, last update, updated at, last modified, modified date, snapshot date, stock date, as of,
      as of date, inventory date, last counted, count date, update date, updated on, date updated, last stock
      update, stocktake date
    `),
    good: phrases("updated, modified, last restocked, last restock date, modified at, last received"),
    likely: phrases("date, timestamp, day"),
  },
};

type BlockingKind = "money" | "quantity" | "date" | "cost" | "name" | "stock" | "discount";

/** Words that make a column something else, whatever other words stand beside them. */
export const BLOCKING: Readonly<Record<BlockingKind, readonly string[]>> = {
  money: phrases(`
      list price, msrp, discount, discounts, tax, vat, gst, profit, margin, income, shipping, freight,
      delivery, fee, fees, commission, target, compare at, rating, percent, %, percentage, cost, level,
      credit, tip, refund, refunded, code, budget, retail price, cogs, savings, point, points, age, salary,
      annual, id, no, number, key, territory, rep, month, year, date, return, returned, currency
    `),
  quantity: phrases(`
      per unit, reorder, on order, discount, level, min, max, minimum, maximum, weight, price, cost, returned, returns,
      return, refund, refunds, refunded, backordered, committed, reserved, incoming, installments, rating, code, year, month,
      age, target, id, key
    `),
  date: phrases(`
      ship, shipped, shipping, delivery, delivered, due, required, birth, expiry, expiration, expected, stock,
      open, opened, modified, updated, update, address, hire, start, end, registration, restock, restocked,
      join, joined, zone, fulfilled, cancelled, launch, manufacture, refund, refunded, return, returned, returns
    `),
  cost: phrases(`
      list price, msrp, shipping, freight, delivery, goods sold, total, retail, selling, sale, compare at,
      discount, tax, center, centre, code
    `),
  name: phrases(`
      customer, client, store, shop, branch, user, buyer, seller, vendor, supplier, employee, company, file,
      city, country, region, state, ship, billing, shipping, category, type, group, line, contact, last,
      first, discount, point, option, option1, option2, option3, device, brand, scale, size, color, colour,
      style, price, cost, quantity, qty, count, total, weight, image
    `),
  stock: phrases(`
      on order, reorder, safety, minimum, maximum, min, max, code, date, value, price, cost, status, incoming,
      committed
    `),
  discount: phrases("code, name, type, reason, id, coupon, description, note, eligible, allowed"),
};
