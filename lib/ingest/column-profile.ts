import { dateShape } from "./dates";
import { readNumber } from "./numbers";
import type { DecimalMark } from "./plan";

/** What the looked-at values of one column are like; shares are 0-1 of the values that are not empty. */
export interface ColumnProfile {
  name: string;
  values: readonly string[];
  filled: number;
  numeric: number;
  whole: number;
  dates: number;
  times: number;
  /** Different values per filled one. */
  distinctness: number;
}

const NOTHING = /^\s*$/;

/** Looks at one column of the sample. */
export function columnProfile(name: string, values: readonly string[], mark: DecimalMark): ColumnProfile {
  const filled = values.filter((value) => !NOTHING.test(value));
  const numbers = filled.map((value) => readNumber(value, mark)).filter((value) => value !== null);
  const shapes = filled.map(dateShape).filter((shape) => shape !== null);
  const share = (count: number) => (filled.length === 0 ? 0 : count / filled.length);
  return {
    name,
    values,
    filled: filled.length,
    numeric: share(numbers.length),
    whole: share(numbers.filter(Number.isInteger).length),
    dates: share(shapes.length),
    times: share(shapes.filter((shape) => shape.time !== "").length),
    distinctness: share(new Set(filled).size),
  };
}
