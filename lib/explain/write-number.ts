import type { Unit } from "@/lib/query/column";
import type { Book } from "./book";
import { type Computed, computed } from "./compute";
import type { Metric } from "./payload";
import type { Operation } from "./sentence";

const MINUS = "\u2212";
const SINGLE = new Set<Operation>(["value", "period"]);

/** A number ready to stand in a sentence. `isSigned`: it is written with its sign unless the words around it tell it. */
export interface WrittenNumber {
  value: number;
  unit: Computed["unit"];
  text: string;
  isSigned: boolean;
}

/** "2026-06", "2026-06-01..2026-06-30", "2026-06-30" or "2026", in words. */
export function writePeriod(period: string, { say }: Pick<Book, "say">): string {
  const [from = "", to] = period.split("..");
  if (to !== undefined) return `${say.date(from)} to ${say.date(to)}`;
  if (from.length === 4) return from;
  return from.length === 7 ? say.month(`${from}-01`) : say.date(from);
}

function sizeText(size: number | string, unit: Unit | "points" | "times", { say }: Book): string {
  const number = Number(size);
  switch (unit) {
    case "money":
      return say.moneyShort(size);
    case "share":
      return say.share(number);
    case "percent":
      return say.percent(number);
    case "points":
      return `${say.quantity(number.toFixed(1))} points`;
    case "times":
    case "turns":
    case "index":
      return say.quantity(number.toFixed(1));
    case "rate":
      return say.quantity(number.toFixed(number < 10 ? 2 : 1));
    case "score":
      return say.quantity(number.toFixed(2));
    case "days":
    case "count":
    case "rank":
      return say.count(Math.round(number));
    default:
      return say.quantity(size);
  }
}

const unsigned = (value: string) => value.replace(/^-/, "");

/** The number of a placeholder; null where the operation cannot be done on these metrics. */
export function writtenNumber(operation: Operation, metrics: readonly Metric[], book: Book): WrittenNumber | null {
  const [metric] = metrics;
  if (!metric || (SINGLE.has(operation) && metrics.length !== 1)) return null;
  if (operation === "period") {
    const period = metric.period ?? (metric.kind === "date" ? metric.value : null);
    return period === null ? null : { value: 0, unit: "none", text: writePeriod(period, book), isSigned: false };
  }
  if (operation === "value") {
    if (metric.kind === "date") return { value: 0, unit: "none", text: book.say.date(metric.value), isSigned: false };
    const value = Number(metric.value);
    return { value, unit: metric.unit, text: sizeText(unsigned(metric.value), metric.unit, book), isSigned: value < 0 };
  }
  const result = computed(operation, metrics);
  if (!result) return null;
  const isSigned = operation === "change" || operation === "diff" || result.value < 0;
  return { ...result, text: sizeText(Math.abs(result.value), result.unit, book), isSigned };
}

/** The text with the sign that the words around it do not tell. */
export function signedText({ value, text, isSigned }: WrittenNumber, isTold: boolean): string {
  if (!isSigned || isTold || value === 0) return text;
  return value < 0 ? `${MINUS}${text}` : `+${text}`;
}
