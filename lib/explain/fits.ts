import type { Unit } from "@/lib/query/column";
import type { Book } from "./book";
import { bare } from "./normalised";
import type { Mention, Noun } from "./number-marks";
import type { Metric } from "./payload";

const LABELS: Readonly<Partial<Record<Noun, RegExp>>> = {
  orders: /order/i,
  customers: /customer/i,
  products: /product|dead stock/i,
  lines: /line/i,
  months: /month|falls/i,
};
const UNITS: Readonly<Partial<Record<Noun, readonly Unit[]>>> = {
  days: ["days"],
  units: ["quantity"],
  turns: ["turns"],
  times: ["turns", "index", "rate"],
  rate: ["rate", "quantity"],
};

/** True when a written number claims a figure of this unit and label. */
export function unitFits(
  mention: Mention,
  { unit, label }: { unit: Unit; label: string },
  currency: string | null,
): boolean {
  switch (mention.kind) {
    case "money":
      return unit === "money";
    case "percent":
      return unit === "share" || unit === "percent";
    case "rank":
      return unit === "rank";
    case "number": {
      if (mention.noun === null)
        return unit !== "share" && unit !== "percent" && (unit !== "money" || currency === null || mention.scale === 1);
      const counted = LABELS[mention.noun];
      if (counted) return unit === "count" && counted.test(label);
      return UNITS[mention.noun]?.includes(unit) ?? false;
    }
    default:
      return false;
  }
}

/** |v / scale - w| <= 0.5 * 10^-d, for w written with d decimals; a hair more is the error of doubles. */
export function roundsTo(mention: Mention, value: number): boolean {
  const scaled = Math.abs(value) / mention.scale;
  return Math.abs(scaled - mention.value) <= 0.5 * 10 ** -mention.digits * (1 + 1e-9) + scaled * 1e-12;
}

/** Percentages are cut, not rounded, where rounding would claim the whole, and "under 0.1%" is how a trace is written. */
function isShownPercent(mention: Mention, percent: number, lead: string): boolean {
  const size = Math.abs(percent);
  if (/\b(?:under|unter) $/.test(lead)) return size > 0 && size < mention.value && mention.value === 0.1;
  return size > 99 && size < 100 && Math.floor(size * 10) / 10 === mention.value;
}

/** True when the number as written is this value, size only: the caller looks at the sign. */
export function valueFits(mention: Mention, value: number, unit: Unit, lead: string): boolean {
  const written = unit === "share" && mention.kind === "percent" ? 100 * value : value;
  if (roundsTo(mention, written)) return true;
  return mention.kind === "percent" && isShownPercent(mention, written, lead);
}

/** True when the number is written exactly as Lucid itself writes the metric, e.g. with three figures: "₹1,230 crore". */
export function isOwnWriting(mention: Mention, metric: Metric, { writings }: Book): boolean {
  return writings.get(metric.id)?.has(bare(mention.text)) ?? false;
}
