import { amountOf, csvRecord, rupees } from "./csv.mjs";
import { NEW_PRICES } from "./product-range.mjs";
import { truths } from "./truths.mjs";

const HEADER = csvRecord([
  "date",
  "bill_no",
  "product_id",
  "product",
  "category",
  "quantity",
  "unit_price",
  "total",
  "unit_cost",
  "customer",
]);
const BLANK = ",".repeat(9);

const two = (number) => String(number).padStart(2, "0");
const clock = (time) => `${two(Math.floor(time / 3600))}:${two(Math.floor(time / 60) % 60)}:${two(time % 60)}`;
const totalLine = (paisa) => csvRecord(["TOTAL", "", "", "", "", "", "", rupees(paisa), "", ""]);

/** The line's total in paisa; null when nothing was weighed. Throws when it would not be exact. */
export function lineTotal(price, quantity) {
  if (quantity === null) return null;
  const total = (price * quantity) / 1000;
  if (!Number.isInteger(total)) throw new RangeError(`${quantity} at ${price} is not a whole number of paisa.`);
  return total;
}

function linesOf(bill) {
  const date = bill.fault === "no-date" ? "0000-00-00 00:00:00" : `${bill.day.date} ${clock(bill.time)}`;
  const priced = (bill.soldOn ?? bill.day).date >= NEW_PRICES ? 1 : 0;
  return bill.lines.map(({ product, quantity }) => {
    const price = product.price[priced];
    const total = lineTotal(price, quantity);
    const text = csvRecord([
      date,
      bill.number,
      product.id,
      product.name,
      product.category,
      quantity === null ? "SCALE ERR" : amountOf(quantity, product.loose),
      rupees(price),
      total === null ? "SCALE ERR" : rupees(total),
      rupees(product.cost[priced]),
      bill.customer,
    ]);
    return { text, counted: bill.fault === undefined && total !== null ? total : 0 };
  });
}

/** One yearly export of the till: its lines, now and then an empty row, and a total line. */
function exported(bills, blanks) {
  const lines = bills.flatMap(linesOf);
  const every = Math.floor(lines.length / (blanks + 1));
  const texts = lines.flatMap(({ text }, index) =>
    index > 0 && index % every === 0 && index / every <= blanks ? [BLANK, text] : [text],
  );
  return [...texts, totalLine(lines.reduce((sum, { counted }) => sum + counted, 0))];
}

/** The sales file: the exports of 2025 and of 2026, one pasted below the other, header included. */
export function salesCsv(bills) {
  const first = bills.filter(({ day }) => day.date < NEW_PRICES);
  const second = bills.filter(({ day }) => day.date >= NEW_PRICES);
  const blanks = Math.ceil(truths.setAside.blank / 2);
  const records = [HEADER, ...exported(first, blanks), HEADER, ...exported(second, truths.setAside.blank - blanks)];
  return `${records.join("\n")}\n`;
}
