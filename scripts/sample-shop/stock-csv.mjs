import { openDays } from "./calendar.mjs";
import { amountOf, csvRecord, rupees } from "./csv.mjs";
import { truths } from "./truths.mjs";

const WINDOW = 90;
const HEADER = csvRecord(["product_id", "product", "category", "current_stock", "unit_cost", "last_updated"]);

/** Days of cover the shopkeeper orders for, by rhythm. */
const COVER = { daily: [16, 20], staple: [19, 38], treat: [24, 60], pantry: [28, 75] };
const dead = new Map(truths.deadStock.map(({ product, stock }) => [product, stock]));
const short = new Map(truths.runningOut.map(({ product, cover }) => [product, cover]));
const over = new Set(truths.overstocked);

/** Units of each product sold (gross) in the last 90 days, in thousandths. */
function soldLately(bills) {
  const sold = new Map();
  const recent = bills.filter(({ day, fault }) => fault === undefined && day.index >= openDays.length - WINDOW);
  for (const { product, quantity } of recent.flatMap(({ lines }) => lines)) {
    if (quantity > 0) sold.set(product, (sold.get(product) ?? 0) + quantity);
  }
  return sold;
}

function stockOf(product, sold, random) {
  const [low, high] = COVER[product.rhythm];
  const usual = random.whole(low, high);
  const planted = dead.get(product.name);
  if (planted !== undefined) return planted * 1000;
  const units = (days) => (sold * days) / WINDOW / 1000;
  if (short.has(product.name)) return Math.floor(units(short.get(product.name))) * 1000;
  if (over.has(product.name)) return Math.ceil(units(240)) * 1000;
  return Math.ceil(units(usual)) * 1000;
}

/** The stock list of the last day: one line a product. */
export function stockCsv(products, bills, random) {
  const lately = soldLately(bills);
  const records = products.map((product) =>
    csvRecord([
      product.id,
      product.name,
      product.category,
      amountOf(stockOf(product, lately.get(product) ?? 0, random), product.loose),
      rupees(product.cost[1]),
      truths.asOf,
    ]),
  );
  return `${[HEADER, ...records].join("\n")}\n`;
}
