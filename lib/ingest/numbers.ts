import type { DecimalMark } from "./plan";

/** Signs and codes of money that may stand before or after a number. */
const CODES =
  "USD|EUR|GBP|INR|JPY|CNY|CAD|AUD|NZD|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|BRL|MXN|ARS|CLP|COP|PEN|ZAR|NGN|KES|EGP|AED|SAR|ILS|PKR|BDT|LKR|NPR|IDR|MYR|SGD|PHP|THB|VND|KRW|HKD|TWD|RUB|UAH";
const SIGNS = "(?:US|R|A|C|NZ|HK|S|MX)?\\$|[€£¥₹₩₽₺₫฿₴₦₱₪]|zł|Kč|kr\\.?|Rs\\.?|Fr\\.";

/** What is taken off a number before it is read, as a pattern that RE2 and JavaScript read alike. */
export const MONEY_PATTERN = `(?:${CODES})|${SIGNS}`;
/** Blanks, also those that do not break, and apostrophes: marks between thousands. */
export const GAP_CLASS = "[ \\t\u00A0\u202F\u2009'’]";
/** A number whose decimal mark is a point, thousands (Western or Indian) by commas, brackets or a sign for minus. */
export const NUMBER_PATTERN = "^[(+-]{0,2}(?:[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}|[0-9]+|)(?:\\.[0-9]*)?[)-]?$";
export const EXPONENT_PATTERN = "^[+-]?[0-9]+(?:\\.[0-9]+)?[eE][+-]?[0-9]{1,2}$";

const MONEY = new RegExp(MONEY_PATTERN, "g");
const GAP = new RegExp(GAP_CLASS, "g");
const NUMBER = new RegExp(NUMBER_PATTERN);
const EXPONENT = new RegExp(EXPONENT_PATTERN);
const PLAIN = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/** The number a text says, or null; the twin of `numberSql`, in doubles, for looking at samples only. */
export function readNumber(text: string, mark: DecimalMark = "point"): number | null {
  const trimmed = text.trim();
  if (mark === "point" && (PLAIN.test(trimmed) || EXPONENT.test(trimmed))) return Number(trimmed);
  const pointed = mark === "point" ? trimmed : swapMarks(trimmed);
  const bare = pointed
    .replace(MONEY, " ")
    .trim()
    .replace(/\s*([()+-])\s*/g, "$1")
    .replace(GAP, ",");
  if (!NUMBER.test(bare) || !/\d/.test(bare)) return null;
  const size = Number(bare.replace(/[^0-9.]/g, ""));
  return /[(-]/.test(bare) ? -size : size;
}

function swapMarks(text: string): string {
  return text.replace(/[.,]/g, (mark) => (mark === "," ? "." : ","));
}

/** Null is ambiguous: every mark could be one of thousands or of decimals ("1,234"). */
export function markOf(text: string): DecimalMark | null | undefined {
  const bare = text
    .replace(MONEY, "")
    .replace(GAP, "")
    .replace(/[()+-]/g, "");
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
