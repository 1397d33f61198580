import type { Decimal } from "@/lib/std/decimal";

/** How a value is held: `decimal` is exact text, `date` is "YYYY-MM-DD", `timestamp` is "YYYY-MM-DDTHH:MM:SS". */
export const VALUE_KINDS = ["text", "integer", "decimal", "double", "boolean", "date", "timestamp"] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** What a value means; decides format, alignment, axis and export type. `share` is 0-1, `percent` is 0-100. */
export const UNITS = [
  "none",
  "rank",
  "money",
  "quantity",
  "count",
  "share",
  "percent",
  "days",
  "turns",
  "rate",
  "score",
  "index",
] as const;
export type Unit = (typeof UNITS)[number];

/** One value of a result. `null` is "unknown" or "does not apply", never zero. */
export type Value = string | number | boolean | null;

export interface Column {
  /** snake_case, as in the SQL: what `data-column` carries. */
  name: string;
  /** The head a person reads. */
  label: string;
  kind: ValueKind;
  unit: Unit;
  /** Part of the result but not of the table: totals the answer needs, ids. */
  hidden: boolean;
  /** Shares of one whole: written so that they add up as shown. */
  parts?: boolean;
}

export interface ColumnSpec {
  label: string;
  unit?: Unit;
  hidden?: boolean;
  parts?: boolean;
}

/** A column that also knows its TypeScript value. */
export interface ColumnCodec<T extends Value> extends Omit<Column, "name"> {
  /** Type only; there is no value behind it. */
  readonly type?: T;
}

type Nullable<T> = T | null;

function codec<T extends Value>(kind: ValueKind, spec: ColumnSpec): ColumnCodec<T> {
  const { label, unit = "none", hidden = false, parts } = spec;
  return { kind, label, unit, hidden, ...(parts ? { parts } : {}) };
}

/** Column codecs: one line each gives the type, the head, the unit and the export type. */
export const column = {
  text: (spec: ColumnSpec) => codec<Nullable<string>>("text", spec),
  integer: (spec: ColumnSpec) => codec<Nullable<number>>("integer", spec),
  decimal: (spec: ColumnSpec) => codec<Nullable<Decimal>>("decimal", spec),
  double: (spec: ColumnSpec) => codec<Nullable<number>>("double", spec),
  boolean: (spec: ColumnSpec) => codec<Nullable<boolean>>("boolean", spec),
  date: (spec: ColumnSpec) => codec<Nullable<string>>("date", spec),
  timestamp: (spec: ColumnSpec) => codec<Nullable<string>>("timestamp", spec),
};

export type RowSpec = Record<string, ColumnCodec<Value>>;
export type RowOf<R extends RowSpec> = {
  [K in keyof R]: R[K] extends ColumnCodec<infer T> ? T : never;
};
