import { plainDigits } from "./digits";
import { readNumber } from "./numbers";
import type { DecimalMark } from "./plan";

/** Words for what is counted or weighed that may stand behind a quantity, in lower case. */
const UNITS = [
  "nos?|pcs?|pieces?|units?|box|boxes|pkts?|packets?|packs?|dzs?|doz|dozens?|bags?|bottles?|btls?|cans?|sets?|pairs?",
  "kgs?|g|gms?|grams?|l|ltrs?|lt|lit(?:er|re)s?|ml",
  "stk|stück|pkg|un|und|uds?|pz|pezz[io]|pièces?|adet|buah|pak|st",
  "[個本枚件台盒]",
].join("|");

/** A unit behind a number, as a pattern that RE2 and JavaScript read alike; the digit or bracket before it is kept. */
export const UNIT_PATTERN = `([0-9)])[ \\t]*(?:${UNITS})[.]?$`;

const UNIT = new RegExp(UNIT_PATTERN);
const PLAIN = /\d[\s)+-]*$/;

/** A text without the unit behind its number, in plain lower case where it had one. */
export function withoutUnit(text: string): string {
  const trimmed = text.trim();
  if (trimmed === "" || PLAIN.test(trimmed)) return text;
  const plain = plainDigits(trimmed).toLowerCase().trim();
  const bare = plain.replace(UNIT, "$1");
  return bare === plain ? text : bare;
}

/** The number in a text that may have a unit behind it ("3 Nos"), or null; the twin of `countSql`. */
export function readCount(text: string, mark: DecimalMark = "point"): number | null {
  return readNumber(withoutUnit(text), mark);
}

/** A sentence where the quantities of a column are written in several units, null where they are not. */
export function mixedUnits(name: string, values: readonly string[]): string | null {
  const found = new Set<string>();
  for (const value of values) {
    const bare = withoutUnit(value);
    if (bare === value) continue;
    const unit = plainDigits(value.trim()).toLowerCase().trim().slice(bare.length).trim();
    found.add(unit.replace(/[.]$/, "").replace(/^(no|kg|pc|gm|ltr|unit|pack|dz)$/, "$1s"));
  }
  if (found.size < 2) return null;
  return `${name} is written in several units (${[...found].sort().join(", ")}); the numbers count as they stand.`;
}
