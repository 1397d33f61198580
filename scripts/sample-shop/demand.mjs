import { openDays } from "./calendar.mjs";
import { rhythmOn } from "./rhythm.mjs";
import { seasonOn } from "./season.mjs";
import { truths } from "./truths.mjs";

const GROWTH_A_YEAR = 0.06;
const lastSold = new Map(truths.deadStock.map(({ product, lastSold }) => [product, lastSold]));

/** Pieces of a packed product on one line: the cheaper, the more. */
function pieces(product, random) {
  const rupees = product.price[0] / 100;
  if (product.name === truths.bestSeller)
    return random.weighted([
      [1, 86],
      [2, 12],
      [3, 2],
    ]);
  if (rupees <= 5)
    return random.weighted([
      [1, 30],
      [2, 34],
      [3, 14],
      [4, 12],
      [6, 10],
    ]);
  if (rupees <= 15)
    return random.weighted([
      [1, 48],
      [2, 34],
      [3, 12],
      [4, 6],
    ]);
  if (rupees <= 30)
    return random.weighted([
      [1, 62],
      [2, 30],
      [3, 8],
    ]);
  if (rupees <= 60)
    return random.weighted([
      [1, 82],
      [2, 18],
    ]);
  return random.weighted([
    [1, 95],
    [2, 5],
  ]);
}

/** Thousandths of a kilogram, always a multiple of 50 g so that totals are whole paisa. */
function weighed(product, random) {
  if (product.price[0] > 40_000) return 50 * random.whole(1, 5);
  if (product.price[0] > 10_000) return 250 * random.whole(1, 4);
  return 250 * random.whole(1, 8);
}

function quantity(product, random) {
  return product.loose ? weighed(product, random) : 1000 * pieces(product, random);
}

/** Expected lines of a product on a day, before the day's own luck. */
function rate(product, day) {
  const end = lastSold.get(product.name);
  if (end !== undefined && day.date >= end) return 0;
  const growth = 1 + (GROWTH_A_YEAR * day.index) / 365;
  return (product.weight / 10) * rhythmOn(product.rhythm, day) * seasonOn(product, day) * growth;
}

/**
 * What is asked for each day: an array a day of `{ product, quantity }` (thousandths), about `lines` in all.
 * Whole lines are drawn from a running remainder, so that a month of a steady product is a steady month.
 */
export function demandByDay(products, lines, random) {
  const expected = products.reduce(
    (sum, product) => sum + openDays.reduce((part, day) => part + rate(product, day), 0),
    0,
  );
  const scale = lines / expected;
  const remainder = new Map(products.map((product) => [product, random.next()]));
  return openDays.map((day) => {
    const luck = 0.92 + 0.16 * random.next();
    return products.flatMap((product) => {
      const due = remainder.get(product) + rate(product, day) * scale * luck;
      const whole = Math.floor(due);
      remainder.set(product, due - whole);
      const asked = Array.from({ length: whole }, () => ({ product, quantity: quantity(product, random) }));
      return lastSold.get(product.name) === day.date ? [...asked, { product, quantity: 1000 }] : asked;
    });
  });
}

const planted = new Set([
  ...truths.deadStock.map(({ product }) => product),
  ...truths.runningOut.map(({ product }) => product),
  truths.risingStar,
  truths.declining,
]);

/** The same demand without `surplus` lines of everyday goods. */
export function withoutSurplus(days, surplus, random) {
  if (surplus < 0) throw new RangeError(`The sample shop is ${-surplus} lines short.`);
  const spare = days.flat().filter(({ product }) => product.weight >= 4 && !planted.has(product.name));
  const dropped = new Set(random.shuffled(spare).slice(0, surplus));
  return days.map((lines) => lines.filter((line) => !dropped.has(line)));
}
