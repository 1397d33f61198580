import { plainDigits } from "./digits";
import type { DecimalMark } from "./plan";

/** Signs, codes and words of money that may stand before or after a number, in lower case. */
const CODES =
  "usd|eur|gbp|inr|jpy|cny|cad|aud|nzd|chf|sek|nok|dkk|pln|czk|huf|ron|try|brl|mxn|ars|clp|cop|pen|zar|ngn|kes|egp|aed|sar|ils|pkr|bdt|lkr|npr|idr|myr|sgd|php|thb|vnd|krw|hkd|twd|rub|uah";
const SIGNS = "(?:us|r|a|c|ca|au|nz|hk|s|mx)?\\$|[€£¥₹₩₽₺₫฿₴₦₱₪元円]|zł|kč|kr\\.?|rs\\.?|rp\\.?|fr\\.|tl";
const WORDS = "dollars?|euros?|rupees?|rupien?|rupiah|pounds?|reais|pesos?|yen|lira|franken|francs?|roupies";

/** What is taken off a number before it is read, as a pattern that RE2 and JavaScript read alike. */
export const MONEY_PATTERN = `${WORDS}|(?:${CODES})|${SIGNS}`;
/** "1,200/-" and "1,200/=": nothing follows. */
export const ENDING_PATTERN = "/[-=] *$";
/** Blanks and apostrophes: marks between thousands. */
export const GAP_CLASS = "[ \\t'’]";
/** A number whose decimal mark is a point, thousands (Western or Indian) by commas, brackets or a sign for minus. */
export const NUMBER_PATTERN = "^[(+-]{0,2}(?:[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}|[0-9]+|)(?:\\.[0-9]*)?[)-]?$";
export const EXPONENT_PATTERN = "^[+-]?[0-9]+(?:\\.[0-9]+)?e[+-]?[0-9]{1,2}$";

const MONEY = new RegExp(MONEY_PATTERN, "g");
const ENDING = new RegExp(ENDING_PATTERN);
const GAP = new RegExp(GAP_CLASS, "g");
const NUMBER = new RegExp(NUMBER_PATTERN);
const EXPONENT = new RegExp(EXPONENT_PATTERN);
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** Runs of letters that a number may have beside it. */
const BESIDE = new Set(
  `${CODES}|us|r|a|c|ca|au|nz|hk|s|mx|z|k|kr|rs|rp|fr|tl|e|dollar|dollars|euro|euros|rupee|rupees|rupie|rupien|rupiah|pound|pounds|reais|peso|pesos|yen|lira|franken|franc|francs|roupies`.split(
    "|",
  ),
);

/** Most texts are no numbers, which shows at once: no digit, a word that is no money, digits parted as in a date. */
function mayBeNumber(lower: string): boolean {
  if (!/\d/.test(lower) || /\d[-:/]\d/.test(lower)) return false;
  const [word] = /[a-z]+/.exec(lower) ?? [];
  return word === undefined || BESIDE.has(word);
}

/** The number a text says, or null; the twin of `numberSql`, in doubles, for looking at samples only. */
export function readNumber(text: string, mark: DecimalMark = "point"): number | null {
  const trimmed = text.trim();
  if (mark === "point" && PLAIN.test(trimmed)) return Number(trimmed);
  const plain = plainDigits(trimmed).toLowerCase().trim();
  if (!mayBeNumber(plain)) return null;
  const pointed = mark === "point" ? plain : swapMarks(plain);
  const bare = unsigned(pointed)
    .replace(/\s*([()+-])\s*/g, "$1")
    .replace(GAP, ",");
  if (EXPONENT.test(bare)) return Number(bare);
  if (!NUMBER.test(bare) || !/\d/.test(bare)) return null;
  const size = Number(bare.replace(/[^0-9.]/g, ""));
  return /[(-]/.test(bare) ? -size : size;
}

/** The share a text says, 0.1 for "10%"; a number without the sign is divided by `unit` (1 or 100). */
export function readShare(text: string, mark: DecimalMark, unit: number): number | null {
  const plain = plainDigits(text).trim();
  const value = readNumber(plain.replace(/%$/, ""), mark);
  return value === null ? null : value / (plain.endsWith("%") ? 100 : unit);
}

/** A leading apostrophe keeps a spreadsheet from reading a number; money's signs say nothing about how much. */
function unsigned(text: string): string {
  return text.replace(/^'/, "").replace(ENDING, "").replace(MONEY, " ").trim();
}

function swapMarks(text: string): string {
  return text.replace(/[.,]/g, (mark) => (mark === "," ? "." : ","));
}

/** Null is ambiguous: every mark could be one of thousands or of decimals ("1,234"). */
export function markOf(text: string): DecimalMark | null | undefined {
  const plain = plainDigits(text).toLowerCase();
  if (!mayBeNumber(plain)) return undefined;
  const bare = unsigned(plain)
    .replace(GAP, "")
    .replace(/[()+%-]/g, "");
  if (!/^[\d.,]+$/.test(bare) || !/[.,]/.test(bare)) return undefined;
  const point = bare.lastIndexOf(".");
  const comma = bare.lastIndexOf(",");
  if (point >= 0 && comma >= 0) return point > comma ? "point" : "comma";
  const mark = point >= 0 ? "." : ",";
  const parts = bare.split(mark);
  const opposite = mark === "." ? "comma" : "point";
  if (parts.length > 2) return opposite;
  const [whole = "", rest = ""] = parts;
  if (rest.length !== 3 || whole.length > 3 || whole === "" || whole.startsWith("0"))
    return mark === "." ? "point" : "comma";
  return null;
}

export interface MarkEvidence {
  mark: DecimalMark;
  /** True when only the dialect or custom speaks for it. */
  ambiguous: boolean;
  sentence: string | null;
}

/** The decimal mark of a file, from the texts of its columns that hold numbers. */
export function guessDecimalMark(values: readonly string[], delimiter: string): MarkEvidence {
  const marks = values.map(markOf);
  const points = marks.filter((mark) => mark === "point").length;
  const commas = marks.filter((mark) => mark === "comma").length;
  if (points > 0 || commas > 0) {
    const mark = commas > points ? "comma" : "point";
    const other = Math.min(points, commas);
    return {
      mark,
      ambiguous: other > Math.max(points, commas) / 4,
      sentence: mark === "comma" ? `Decimals follow a comma, as in ${commas} of the numbers looked at.` : null,
    };
  }
  const open = marks.filter((mark) => mark === null).length;
  const pointed = values.some((value, index) => marks[index] === null && value.includes("."));
  const doubtful = open > 0 && (delimiter === ";" || pointed);
  // A comma between groups of three is a mark of thousands where commas do not cut fields by custom of the decimal comma.
  return { mark: "point", ambiguous: doubtful, sentence: null };
}
