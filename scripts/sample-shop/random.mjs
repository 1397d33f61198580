import { mulberry32 } from "./mulberry32.mjs";

/** The value of `[value, weight]` pairs that `share` (in [0, 1)) of all the weight falls on. */
export function weightedAt(pairs, share) {
  let left = share * pairs.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [value, weight] of pairs) {
    left -= weight;
    if (left < 0) return value;
  }
  return pairs[pairs.length - 1][0];
}

/**
 * Chance for making things up, the same for the same seed.
 * @param {number} seed
 */
export function randomFrom(seed) {
  const next = mulberry32(seed);
  /** A whole number from `low` to `high`, both included. */
  const whole = (low, high) => low + Math.floor(next() * (high - low + 1));
  /** One of `[value, weight]` pairs. */
  const weighted = (pairs) => weightedAt(pairs, next());
  const shuffled = (items) => {
    const copy = [...items];
    for (let last = copy.length - 1; last > 0; last--) {
      const other = whole(0, last);
      [copy[last], copy[other]] = [copy[other], copy[last]];
    }
    return copy;
  };
  return { next, whole, weighted, shuffled };
}
