import { truths } from "./truths.mjs";

/** Demand by calendar month, January first. */
const BY_MONTH = {
  summer: [0.55, 0.75, 1.1, 1.75, 1.95, 1.55, 0.9, 0.75, 0.75, 0.75, 0.55, 0.45],
  icecream: [0.45, 0.7, 1.1, 1.8, 2.1, 1.7, 0.9, 0.7, 0.7, 0.75, 0.5, 0.4],
  monsoon: [0.1, 0.1, 0.1, 0.2, 0.6, 2.9, 3.4, 2.6, 1.2, 0.5, 0.1, 0.1],
  "monsoon-mild": [0.7, 0.7, 0.8, 0.8, 0.9, 1.3, 1.6, 1.5, 1.3, 1, 0.7, 0.7],
  winter: [2.2, 1.6, 0.7, 0.3, 0.25, 0.25, 0.3, 0.35, 0.5, 0.9, 1.8, 2.4],
};

/** Demand by date: the first window that holds the day counts, else `otherwise`. Diwali was on 20 October 2025. */
const BY_DATE = {
  sweets: {
    otherwise: 0.65,
    windows: [
      ["2025-03-08", "2025-03-14", 1.5],
      ["2025-09-26", "2025-10-07", 1.8],
      ["2025-10-08", "2025-10-20", 5],
      ["2025-10-21", "2025-10-24", 3],
      ["2025-10-25", "2025-11-15", 1.9],
      ["2025-11-16", "2025-11-30", 1.3],
      ["2026-02-26", "2026-03-04", 1.5],
    ],
  },
  gift: {
    otherwise: 0.35,
    windows: [
      ["2025-09-26", "2025-10-07", 2],
      ["2025-10-08", "2025-10-20", 12],
      ["2025-10-21", "2025-10-24", 4],
      ["2025-10-25", "2025-11-10", 2],
      ["2025-12-20", "2025-12-31", 1],
    ],
  },
  festive: {
    otherwise: 0.8,
    windows: [
      ["2025-09-26", "2025-10-07", 1.5],
      ["2025-10-08", "2025-10-20", 3.5],
      ["2025-10-21", "2025-11-30", 1.6],
      ["2025-12-01", "2025-12-31", 1.2],
    ],
  },
  diwali: { otherwise: 0.75, windows: [["2025-10-04", "2025-10-22", 4]] },
  "diwali-only": { otherwise: 0, windows: [["2025-10-04", "2025-10-20", 22]] },
  "diwali-tail": {
    otherwise: 0.4,
    windows: [
      ["2025-10-04", "2025-10-20", 10],
      ["2025-12-18", "2025-12-25", 3],
    ],
  },
};

/** Demand by month since January 2025, for the products whose fortunes change. */
const BY_FORTUNE = {
  [truths.risingStar]: [...Array(11).fill(0.6), 0.65, 0.7, 0.8, 0.92, 1.08, 1.26, 1.5],
  [truths.declining]: [...Array(15).fill(1.05), 0.62, 0.47, 0.36],
};

/** What the time of year does to the demand for a product: 1 is an ordinary day. */
export function seasonOn(product, day) {
  const fortune = BY_FORTUNE[product.name];
  if (fortune) return fortune[day.monthIndex];
  if (product.season === null) return 1;
  const months = BY_MONTH[product.season];
  if (months) return months[day.month];
  const { windows, otherwise } = BY_DATE[product.season];
  const window = windows.find(([from, to]) => day.date >= from && day.date <= to);
  return window ? window[2] : otherwise;
}
