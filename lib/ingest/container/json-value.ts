import { jsonText, plainDigits } from "./value-text";

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** Marks a number kept as its digits; no text of a JSON file begins with it unescaped. */
const DIGITS = "\u0000#";
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
/** Numbers that a double may not hold exactly, or writes with an exponent. */
const LONG = /\d[\d.]{15,}|\d[eE][+-]?\d/;

/** A JSON text as values; numbers of many digits keep them. Throws SyntaxError. */
export function parseJson(text: string): Json {
  if (!LONG.test(text)) return JSON.parse(text) as Json;
  const kept = text.replace(TOKEN, (token) => {
    const long = token[0] !== '"' && (token.length > 15 || /e/i.test(token));
    return long ? JSON.stringify(`${DIGITS}${plainDigits(token)}`) : token;
  });
  return JSON.parse(kept) as Json;
}

function undone(value: Json): Json {
  if (typeof value === "string") return value.startsWith(DIGITS) ? value.slice(DIGITS.length) : value;
  if (Array.isArray(value)) return value.map(undone);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, undone(inner)]));
}

/** A value as the text of a cell; lists and objects as JSON. */
export function jsonCell(value: Json | undefined): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value.startsWith(DIGITS) ? value.slice(DIGITS.length) : value;
  if (typeof value === "object") return jsonText(undone(value));
  return plainDigits(String(value));
}

export function isObject(value: Json | undefined): value is { [name: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
