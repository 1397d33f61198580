import type { Value, ValueKind } from "@/lib/query/column";
import { fractionOf, fractionValue } from "./fraction";

/** A number whose text is the same again, so that quotes can be left out. */
function unquoted(text: string): number | string {
  const number = Number(text);
  return String(number) === text && Number.isFinite(number) ? number : text;
}

/**
 * Exact decimals without their quotes, quotients as short fractions; nothing of a value is lost. What does not fit the
 * kind of its column stands in brackets.
 */
function packed(kind: ValueKind, value: Value): Value | [Value] {
  if (kind === "decimal") return typeof value === "string" ? unquoted(value) : value === null ? null : [value];
  if (kind === "double")
    return typeof value === "number" ? (fractionOf(value) ?? value) : value === null ? null : [value];
  return value;
}

function unpacked(kind: ValueKind, value: unknown): unknown {
  if (Array.isArray(value)) return value[0];
  if (kind === "decimal" && typeof value === "number") return String(value);
  if (kind === "double" && typeof value === "string") return fractionValue(value) ?? value;
  return value;
}

/** The values of a column, short: one value stands for rows that all have it. */
export function packedColumn(kind: ValueKind, values: readonly Value[]): (Value | [Value])[] {
  const [first] = values;
  const same = values.length > 1 && first !== undefined && values.every((value) => Object.is(value, first));
  return (same ? [first] : values).map((value) => packed(kind, value));
}

/** The values again, of so many rows. */
export function unpackedColumn(kind: ValueKind, values: readonly unknown[], rows: number): unknown[] {
  const all = values.map((value) => unpacked(kind, value));
  return all.length === 1 && rows > 1 ? Array.from({ length: rows }, () => all[0]) : all;
}
