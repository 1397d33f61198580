import type { SchemaElement } from "hyparquet";
import { ByteWriter, type ColumnSource, ParquetWriter } from "hyparquet-writer";
import type { Column, Value } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";
import type { Bytes } from "./files";
import { ownBytes } from "./own-bytes";

const DAY = 86_400_000;
const MOST_DIGITS = 38;

/** What all values of a column need. */
interface Need {
  /** Digits of decimals before the point. */
  before: number;
  /** Digits behind the point: of decimals, of the seconds of times. */
  scale: number;
  /** Whole numbers are exact. */
  exact: boolean;
}

function needOf({ kind }: Column, values: readonly Value[], last: Need): Need {
  let { before, scale, exact } = last;
  for (const value of values) {
    if (value === null) continue;
    if (kind === "integer") exact &&= Number.isSafeInteger(value);
    if (kind !== "decimal" && kind !== "timestamp") continue;
    const [whole = "", fraction = ""] = String(value).replace("-", "").split(".");
    before = Math.max(before, whole === "0" ? 0 : whole.length);
    scale = Math.max(scale, fraction.length);
  }
  return { before, scale, exact };
}

function unscaled(value: Value, scale: number): bigint | null {
  if (value === null) return null;
  const [whole = "", fraction = ""] = String(value).split(".");
  return BigInt(whole + fraction.padEnd(scale, "0"));
}

type Typed = Pick<SchemaElement, "type" | "type_length" | "converted_type" | "logical_type" | "precision" | "scale">;

/** Rows in parts. */
type Pages = Iterable<readonly Row[]> | AsyncIterable<readonly Row[]>;

const TEXT: Typed = { type: "BYTE_ARRAY", converted_type: "UTF8" };

/** A column's type in the file. */
function typedAs({ kind }: Column, { before, scale, exact }: Need): Typed {
  // The zero before the point takes room only while there is some.
  const precision = Math.max(before + scale, Math.min(1 + scale, MOST_DIGITS));
  switch (kind) {
    case "decimal": {
      if (precision > MOST_DIGITS) return TEXT;
      const room: Typed = precision > 18 ? { type: "FIXED_LEN_BYTE_ARRAY", type_length: 16 } : { type: "INT64" };
      return { ...room, converted_type: "DECIMAL", precision, scale };
    }
    case "integer":
      return { type: exact ? "INT64" : "DOUBLE" };
    case "double":
      return { type: "DOUBLE" };
    case "boolean":
      return { type: "BOOLEAN" };
    case "date":
      return { type: "INT32", converted_type: "DATE" };
    case "timestamp":
      return { type: "INT64", logical_type: { type: "TIMESTAMP", isAdjustedToUTC: false, unit: unitOf(scale) } };
    default:
      return TEXT;
  }
}

/** What times are counted in: finer than millionths of a second only where they are. */
function unitOf(scale: number): "MICROS" | "NANOS" {
  return scale > 6 ? "NANOS" : "MICROS";
}

/** Values as their column's type keeps them. */
function stored(
  { kind }: Column,
  { typed, scale }: { typed: Typed; scale: number },
  values: readonly Value[],
): unknown[] {
  const each = <T>(read: (value: Exclude<Value, null>) => T) =>
    values.map((value) => (value === null ? null : read(value)));
  if (typed === TEXT) return each(String);
  switch (kind) {
    case "decimal":
      return values.map((value) => unscaled(value, scale));
    case "integer":
      return typed.type === "INT64" ? each(BigInt) : each(Number);
    case "double":
      return each(Number);
    case "boolean":
      return each(Boolean);
    case "date":
      return each((value) => momentOf(value) / DAY);
    default: {
      const digits = unitOf(scale) === "NANOS" ? 6 : 3;
      const perMillisecond = 10n ** BigInt(digits);
      return each((value) => BigInt(momentOf(value)) * perMillisecond + BigInt(finer(String(value), digits)));
    }
  }
}

function momentOf(value: Value): number {
  const text = String(value);
  return Date.parse(text.length <= 10 ? `${text}T00:00:00Z` : `${text.slice(0, 23)}Z`);
}

/** The digits behind the milliseconds of "2026-06-30T18:05:09.123456". */
function finer(text: string, digits: number): string {
  return (text.split(".")[1] ?? "").slice(3, 3 + digits).padEnd(digits, "0");
}

/**
 * A table as a Parquet file under its own column names: decimals, dates and timestamps as their types, nothing rounded.
 * `pages` gives its rows in parts, and is asked twice: what a column needs is known once all its values were seen.
 */
export async function tableParquet(columns: readonly Column[], pages: () => Pages): Promise<Bytes> {
  const needs = new Map<Column, Need>(columns.map((column) => [column, { before: 0, scale: 0, exact: true }]));
  for await (const rows of pages()) {
    for (const [column, need] of needs) needs.set(column, needOf(column, valuesOf(rows, column), need));
  }
  const made = [...needs].map(([column, need]) => ({ column, typed: typedAs(column, need), scale: need.scale }));
  const schema: SchemaElement[] = [
    { name: "root", num_children: columns.length },
    ...made.map(({ column, typed }) => ({ name: column.name, repetition_type: "OPTIONAL" as const, ...typed })),
  ];
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema, createdBy: "lucid" });
  for await (const rows of pages()) {
    const columnData = made.map(({ column, ...as }): ColumnSource => {
      return { name: column.name, data: stored(column, as, valuesOf(rows, column)) };
    });
    parquet.write({ columnData });
  }
  parquet.finish();
  return ownBytes(writer.getBytes());
}

function valuesOf(rows: readonly Row[], { name }: Column): Value[] {
  return rows.map((row) => row[name] ?? null);
}
