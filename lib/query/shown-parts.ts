import type { Column, Value } from "./column";
import type { Row } from "./result";

type Part = number | null;

/**
 * Parts of one whole as multiples of 10^-digits that add up to the whole rounded alike: each is rounded down, and what is
 * missing goes one unit each to the largest remainders (Hamilton's method), the earlier of two equal ones first. Each
 * differs from its part by less than one unit. Unknown parts stay unknown.
 */
export function shownParts(parts: readonly Part[], digits: number): Part[] {
  const scale = 10 ** digits;
  const scaled = parts.map((part, at) => {
    const exact = (part ?? 0) * scale;
    // A hair below a whole unit is the error of doubles.
    const down = Math.floor(exact + 1e-6);
    return { at, down, left: exact - down };
  });
  const whole = Math.round((parts.reduce<number>((sum, part) => sum + (part ?? 0), 0) + 1e-12) * scale);
  const missing = whole - scaled.reduce((sum, { down }) => sum + down, 0);
  const raised = new Set(
    scaled
      .filter(({ at }) => parts[at] !== null)
      .sort((a, b) => b.left - a.left || a.at - b.at)
      .slice(0, Math.max(missing, 0))
      .map(({ at }) => at),
  );
  return scaled.map(({ at, down }) => (parts[at] === null ? null : (down + (raised.has(at) ? 1 : 0)) / scale));
}

/** Decimals of a share that is written as a percentage with one. */
const SHARE_DIGITS = 3;

/** What is written of shares, by the names of their columns and their rows. */
export type WrittenShares = ReadonlyMap<string, ReadonlyMap<Row, Value>>;

/** What stands for each row's own value in a column of shares of one whole, so that they add up; null for other columns. */
export function writtenParts(column: Column, rows: readonly Row[]): ReadonlyMap<Row, Value> | null {
  if (!column.parts || column.unit !== "share") return null;
  const parts = rows.map((row) => {
    const value = row[column.name] ?? null;
    return value === null ? null : Number(value);
  });
  const shown = shownParts(parts, SHARE_DIGITS);
  return new Map(rows.map((row, index) => [row, shown[index] ?? null]));
}
