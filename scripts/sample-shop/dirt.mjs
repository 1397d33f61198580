import { openDays } from "./calendar.mjs";
import { truths } from "./truths.mjs";

/** The evening the power failed: until someone set the till's clock again, bills were printed without a date. */
const POWER_CUT = "2025-07-14";
const WITHOUT_DATE = [3, 1, 4, 2, 5, 3];

/** Extra bills of the power cut; `fault` tells the till to print no date. */
export function billsWithoutDate(products, random) {
  const day = openDays.find(({ date }) => date === POWER_CUT);
  const everyday = products.filter(({ weight, loose }) => weight >= 8 && !loose);
  return WITHOUT_DATE.map((count, index) => ({
    day,
    time: 19 * 3600 + 41 * 60 + index * 97,
    customer: "",
    fault: "no-date",
    lines: random
      .shuffled(everyday)
      .slice(0, count)
      .map((product) => ({ product, quantity: 1000 })),
  }));
}

/** The same bills, a few with one more line for loose goods on which the scale gave no weight. */
export function withScaleErrors(bills, products, random) {
  const loose = products.filter((product) => product.loose);
  const candidates = bills.filter(
    ({ lines, fault }) => fault === undefined && lines.some(({ product }) => product.loose),
  );
  const chosen = new Set(random.shuffled(candidates).slice(0, truths.setAside.unreadableQuantity));
  return bills.map((bill) => {
    if (!chosen.has(bill)) return bill;
    const taken = new Set(bill.lines.map(({ product }) => product));
    const product = random.shuffled(loose).find((other) => !taken.has(other));
    return { ...bill, lines: [...bill.lines, { product, quantity: null }] };
  });
}
