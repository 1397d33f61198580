import { guessCurrency } from "./currency";
import { dateShape, isSerial } from "./dates";
import { readNumber, readShare } from "./numbers";
import type { DecimalMark } from "./plan";
import { readCount } from "./units";

/** What the looked-at values of one column are like; shares are 0-1 of the values that are not empty. */
export interface ColumnProfile {
  name: string;
  values: readonly string[];
  filled: number;
  numeric: number;
  /** Numbers, also with a unit behind them: "3 Nos". */
  counts: number;
  /** Whole numbers, also with a unit. */
  whole: number;
  /** Numbers, also with a sign for percent behind them. */
  percents: number;
  dates: number;
  /** Numbers that spreadsheets show as days. */
  serials: number;
  times: number;
  /** Times of day without a date: "13:08". */
  clocks: number;
  /** Looks like an id: letters and digits in one piece. */
  codes: number;
  /** Codes of currencies: "EUR". */
  currencies: number;
  /** Different values per filled one. */
  distinctness: number;
}

const NOTHING = /^\s*$/;
const CLOCK = /^\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)? ?(?:[AaPp]\.?[Mm]\.?)?$/;
const CODE = /^#?[\p{L}\d][\p{L}\d._/-]*$/u;

function isCode(text: string): boolean {
  return CODE.test(text) && /\d/.test(text);
}

function isCurrency(text: string): boolean {
  return /^[A-Za-z]{3}$/.test(text) && guessCurrency([], [], [text]) !== null;
}

/** So many values tell what a column is; more cost time and say the same. */
const LOOKED_AT = 1_000;

/** At most a thousand values from the whole length of a list. */
export function spread(values: readonly string[]): readonly string[] {
  if (values.length <= LOOKED_AT) return values;
  const step = values.length / LOOKED_AT;
  return Array.from({ length: LOOKED_AT }, (_, at) => values[Math.floor(at * step)] ?? "");
}

/** Looks at one column of the sample. */
export function columnProfile(name: string, values: readonly string[], mark: DecimalMark): ColumnProfile {
  const all = values.map((value) => value.trim()).filter((value) => !NOTHING.test(value));
  const filled = spread(all);
  const numbers = filled.filter((value) => readNumber(value, mark) !== null);
  const counts = filled.map((value) => readCount(value, mark)).filter((value) => value !== null);
  const shapes = filled.map(dateShape).filter((shape) => shape !== null);
  const share = (count: number) => (filled.length === 0 ? 0 : count / filled.length);
  return {
    name,
    values,
    filled: all.length,
    numeric: share(numbers.length),
    percents: share(filled.filter((value) => readShare(value, mark, 1) !== null).length),
    counts: share(counts.length),
    whole: share(counts.filter(Number.isInteger).length),
    dates: share(shapes.length),
    serials: share(filled.filter(isSerial).length),
    times: share(shapes.filter((shape) => shape.time !== "").length),
    clocks: share(filled.filter((value) => CLOCK.test(value)).length),
    codes: share(filled.filter(isCode).length),
    currencies: share(filled.filter(isCurrency).length),
    distinctness: all.length === 0 ? 0 : new Set(all).size / all.length,
  };
}
