import type { ValueKind } from "./column";

const TYPES: Readonly<Record<ValueKind, "string" | "number" | "boolean">> = {
  text: "string",
  // Exact text: no double is in between.
  decimal: "string",
  date: "string",
  timestamp: "string",
  integer: "number",
  double: "number",
  boolean: "boolean",
};

const EXACT: Partial<Record<ValueKind, RegExp>> = {
  decimal: /^-?\d+(\.\d+)?$/,
  date: /^[+-]?\d{4,6}-\d{2}-\d{2}$/,
  timestamp: /^[+-]?\d{4,6}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?$/,
};

/** True for null and for values of a column's kind. */
export function valueFits(value: unknown, kind: ValueKind): value is string | number | boolean | null {
  return value === null || (typeof value === TYPES[kind] && (EXACT[kind]?.test(String(value)) ?? true));
}
