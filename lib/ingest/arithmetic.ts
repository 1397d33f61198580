import type { ColumnProfile } from "./column-profile";
import { readNumber, readShare } from "./numbers";
import type { DecimalMark, ImportPlan } from "./plan";
import { readCount } from "./units";

export type DiscountAs = ImportPlan["discountAs"];
export type Figures = readonly (number | null)[];

/** What is taken off quantity times price. */
export interface Off {
  values: Figures;
  as: DiscountAs;
}

interface Fit {
  /** Share of the lines on which it holds, 0-1. */
  share: number;
  /** Lines on which all figures are known. */
  lines: number;
}

/** Numbers of a column, without the units behind them; null where a text is none. */
export function numbersOf(profile: ColumnProfile | undefined, mark: DecimalMark): Figures {
  return profile?.values.map((text) => readCount(text, mark)) ?? [];
}

/** A column of discounts read as money, or as shares: 0.1, "10%", or 10 in a column that goes beyond 1. */
export function offOf(profile: ColumnProfile, as: DiscountAs, mark: DecimalMark): Off {
  if (as === "amount") return { as, values: numbersOf(profile, mark).map((value) => value && Math.abs(value)) };
  const bare = profile.values.filter((text) => !text.includes("%")).map((text) => readNumber(text, mark) ?? 0);
  const unit = bare.some((value) => Math.abs(value) > 1) ? 100 : 1;
  return {
    as,
    values: profile.values.map((text) => readShare(text, mark, unit)).map((value) => value && Math.abs(value)),
  };
}

/** On how many lines quantity times price, less the discount, is the total, by the half cent or half a percent. */
export function fitOf(quantity: Figures, price: Figures, total: Figures, off: Off | null = null): Fit {
  let lines = 0;
  let equal = 0;
  quantity.forEach((q, index) => {
    const [p, t] = [price[index], total[index]];
    if (q == null || p == null || t == null) return;
    const less = off?.values[index] ?? 0;
    const expected = off?.as === "share" ? q * p * (1 - less) : q * p - Math.sign(q * p) * less;
    lines += 1;
    if (Math.abs(expected - t) <= Math.max(0.0051, Math.abs(t) * 0.005)) equal += 1;
  });
  return { share: lines === 0 ? 0 : equal / lines, lines };
}

const PERCENT = /%|percent|pct|\brate\b|prozent|procent|porcent|pourcent|taux|satz|orani|oranı|率/i;

/**
 * What a discount means where no total tells: a share when its name or its values say percent, when none is beyond 1 and
 * some are broken, or when money would be more than was paid; else money.
 */
export function discountAsOf(profile: ColumnProfile, gross: Figures, mark: DecimalMark): DiscountAs {
  if (PERCENT.test(profile.name) || profile.values.some((text) => text.trim().endsWith("%"))) return "share";
  const sizes = numbersOf(profile, mark).map((value) => Math.abs(value ?? 0));
  if (Math.max(0, ...sizes) <= 1) return sizes.some((value) => !Number.isInteger(value)) ? "share" : "amount";
  return sizes.some((size, index) => size > Math.abs(gross[index] ?? Number.POSITIVE_INFINITY)) ? "share" : "amount";
}
