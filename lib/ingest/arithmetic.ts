import type { ColumnProfile } from "./column-profile";
import { readNumber } from "./numbers";
import type { DecimalMark } from "./plan";

/** How a discount is meant: money off the line's total, or a share of it. */
export type DiscountAs = "amount" | "share";

interface Fit {
  /** Share of the lines on which it holds, 0-1. */
  share: number;
  /** Lines on which all figures are known. */
  lines: number;
}

/** Numbers of a column, null where a text is none. */
export function numbersOf(profile: ColumnProfile, mark: DecimalMark): readonly (number | null)[] {
  return profile.values.map((text) => readNumber(text, mark));
}

/** On how many lines quantity times price, less the discount, is the total, by the half cent or half a percent. */
export function fitOf(
  quantity: readonly (number | null)[],
  price: readonly (number | null)[],
  total: readonly (number | null)[],
  discount: { values: readonly (number | null)[]; as: DiscountAs } | null = null,
): Fit {
  let lines = 0;
  let equal = 0;
  quantity.forEach((q, index) => {
    const [p, t] = [price[index], total[index]];
    if (q == null || p == null || t == null) return;
    const off = discount === null ? 0 : (discount.values[index] ?? 0);
    const expected = discount?.as === "share" ? q * p * (1 - off) : q * p - Math.abs(off);
    lines += 1;
    if (Math.abs(expected - t) <= Math.max(0.0051, Math.abs(t) * 0.005)) equal += 1;
  });
  return { share: lines === 0 ? 0 : equal / lines, lines };
}

/** A discount between 0 and 1 that is never more is a share, anything else money; null when it is a percentage above 1. */
export function discountAsOf(profile: ColumnProfile, mark: DecimalMark): DiscountAs | null {
  const values = numbersOf(profile, mark).filter((value) => value !== null);
  const largest = Math.max(0, ...values.map(Math.abs));
  const percent = /%|percent|pct|rate|rato|taux|satz|orani|率/i.test(profile.name);
  if (largest > 1) return percent ? null : "amount";
  const broken = values.some((value) => !Number.isInteger(value));
  return broken || percent ? "share" : "amount";
}
