import { dateShape, isClock } from "./dates";
import { readNumber } from "./numbers";
import { MISSING_PATTERN } from "./set-aside-reasons";

/** What a field looks like, without knowing what it means. A code is one word with digits, an address or a key. */
export type Look = "empty" | "number" | "date" | "time" | "code" | "text";

const MISSING = new RegExp(MISSING_PATTERN);
const DIGIT = /\p{Nd}/u;
const CODE = /^(?=.*\p{Nd})\S+$/u;
const ADDRESS = /^(?:https?:\/\/\S+|[\w.+-]+@[\w-]+\.[\w.]+)$/i;
const LONGEST_VALUE = 50;
const PLAIN_NUMBER = /^-?\d+(?:[.,]\d+)?$/;
const PLAIN_DATE = /^\d{4}-[01]\d-[0-3]\d(?:[ T][0-2]\d:[0-5]\d(?::[0-5]\d)?)?$/;
const MANY_LETTERS = /\p{L}{16}|\p{L}\p{Nd}\p{L}/u;

/** Looks at fields, each spelling once. */
export class Looks {
  readonly #known = new Map<string, Look>();

  of(field: string): Look {
    const known = this.#known.get(field);
    if (known !== undefined) return known;
    const look = lookOf(field);
    this.#known.set(field, look);
    return look;
  }
}

function lookOf(field: string): Look {
  const text = field.trim();
  if (text === "" || (text.length < 10 && MISSING.test(text.toLowerCase()))) return "empty";
  if (PLAIN_NUMBER.test(text)) return "number";
  if (PLAIN_DATE.test(text)) return "date";
  if (ADDRESS.test(text)) return "code";
  if (!DIGIT.test(text)) return "text";
  if (text.length <= LONGEST_VALUE && !MANY_LETTERS.test(text)) {
    if (readNumber(text.replace(/\s*%$/, ""), "point") !== null || readNumber(text, "comma") !== null) return "number";
    if (isClock(text)) return "time";
    if (dateShape(text) !== null) return "date";
  }
  return CODE.test(text) ? "code" : "text";
}

/** The look of a column: what at least six of ten filled fields are, else text. */
export function columnLook(fields: readonly string[], looks: Looks): Look {
  const counts = new Map<Look, number>();
  for (const field of fields) {
    const look = looks.of(field);
    counts.set(look, (counts.get(look) ?? 0) + 1);
  }
  const filled = fields.length - (counts.get("empty") ?? 0);
  if (filled === 0) return "empty";
  for (const look of ["number", "date", "time", "code"] as const) {
    if ((counts.get(look) ?? 0) >= filled * 0.6) return look;
  }
  return "text";
}
