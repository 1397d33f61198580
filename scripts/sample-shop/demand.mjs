import { openDays } from "./calendar.mjs";
import { weightedAt } from "./random.mjs";
import { rhythmOn } from "./rhythm.mjs";
import { seasonOn } from "./season.mjs";
import { truths } from "./truths.mjs";

const GROWTH_A_YEAR = 0.085;

/** Steps of the golden ratio spread evenly over [0, 1) however many are taken. */
const GOLDEN = 0.6180339887498949;

const lastSold = new Map(truths.deadStock.map(({ product, lastSold }) => [product, lastSold]));

/** Pieces on one line with their weights, up to a price in rupees: the cheaper, the more. */
const PIECES = [
  [5, "1:30 2:34 3:14 4:12 6:10"],
  [15, "1:48 2:34 3:12 4:6"],
  [30, "1:62 2:30 3:8"],
  [60, "1:82 2:18"],
  [Number.POSITIVE_INFINITY, "1:95 2:5"],
].map(([upTo, text]) => [upTo, text.split(" ").map((pair) => pair.split(":").map(Number))]);

/** Kitchens of the neighbourhood buy the best seller by the sack: the shop hangs on it. */
const BEST_SELLER_PIECES = [
  [1, 58],
  [2, 16],
  [4, 12],
  [10, 9],
  [20, 5],
];

function pieces(product, share) {
  if (product.name === truths.bestSeller) return weightedAt(BEST_SELLER_PIECES, share);
  const [, pairs] = PIECES.find(([upTo]) => product.price[0] <= upTo * 100);
  return weightedAt(pairs, share);
}

/** Thousandths of a kilogram, always a multiple of 50 g so that totals are whole paisa. */
function weighed(product, share) {
  const [unit, most] = product.price[0] > 40_000 ? [50, 5] : product.price[0] > 10_000 ? [250, 4] : [250, 8];
  return unit * (1 + Math.floor(share * most));
}

/** `share` in [0, 1) decides how much is taken. */
function quantity(product, share) {
  return product.loose ? weighed(product, share) : 1000 * pieces(product, share);
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
 * Lines are drawn from a running remainder and quantities by golden steps, so that a steady product has steady months.
 */
export function demandByDay(products, lines, random) {
  const expected = products.reduce(
    (sum, product) => sum + openDays.reduce((part, day) => part + rate(product, day), 0),
    0,
  );
  const scale = lines / expected;
  const remainder = new Map(products.map((product) => [product, random.next()]));
  const share = new Map(products.map((product) => [product, random.next()]));
  const taken = (product) => {
    share.set(product, (share.get(product) + GOLDEN) % 1);
    return quantity(product, share.get(product));
  };
  return openDays.map((day) => {
    const luck = 0.92 + 0.16 * random.next();
    return products.flatMap((product) => {
      const due = remainder.get(product) + rate(product, day) * scale * luck;
      const whole = Math.floor(due);
      remainder.set(product, due - whole);
      const asked = Array.from({ length: whole }, () => ({ product, quantity: taken(product) }));
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
