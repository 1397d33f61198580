import { timeOfDay } from "./bills.mjs";
import { openDays } from "./calendar.mjs";
import { truths } from "./truths.mjs";

const LATEST = 7;
const OFTEN = 22;
const kept = new Set(["Dairy and eggs", "Cold drinks and ice cream"]);
const dead = new Set(truths.deadStock.map(({ product }) => product));

function returnable({ product }) {
  return !product.loose && product.price[0] >= 2000 && !kept.has(product.category) && !dead.has(product.name);
}

/** `count` bills that take one piece of an earlier sale back, one to six days later. */
export function returnsOf(bills, count, random) {
  const sold = bills.flatMap((bill) => bill.lines.filter(returnable).map((line) => ({ bill, line })));
  const early = sold.filter(({ bill }) => bill.day.index < openDays.length - LATEST);
  const often = early.filter(({ line }) => line.product.name === truths.oftenReturned);
  const seldom = early.filter(({ line }) => line.product.name !== truths.oftenReturned);
  const chosen = [...random.shuffled(often).slice(0, OFTEN), ...random.shuffled(seldom).slice(0, count - OFTEN)];
  return chosen.map(({ bill, line }) => ({
    day: openDays[bill.day.index + random.whole(1, LATEST - 1)],
    time: timeOfDay(random),
    customer: bill.customer,
    lines: [{ product: line.product, quantity: -1000 }],
    soldOn: bill.day,
  }));
}
