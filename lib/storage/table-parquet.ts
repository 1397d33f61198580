import type { SchemaElement } from "hyparquet";
import { ByteWriter, type ColumnSource, parquetWrite } from "hyparquet-writer";
import type { Column, Value } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";
import type { Bytes } from "./files";
import { ownBytes } from "./own-bytes";

const DAY = 86_400_000;
const MOST_DIGITS = 38;

/** Digits before and behind the point that all decimals of a column need. */
function sizeOf(values: readonly Value[]): { precision: number; scale: number } {
  let [before, scale] = [1, 0];
  for (const value of values) {
    if (value === null) continue;
    const [whole = "", fraction = ""] = String(value).replace("-", "").split(".");
    before = Math.max(before, whole.length);
    scale = Math.max(scale, fraction.length);
  }
  return { precision: before + scale, scale };
}

function unscaled(value: Value, scale: number): bigint | null {
  if (value === null) return null;
  const [whole = "", fraction = ""] = String(value).split(".");
  return BigInt(whole + fraction.padEnd(scale, "0"));
}

type Typed = Pick<SchemaElement, "type" | "type_length" | "converted_type" | "logical_type" | "precision" | "scale">;

const TEXT: Typed = { type: "BYTE_ARRAY", converted_type: "UTF8" };

/** A column's type in the file, and its values as that type keeps them. */
function stored({ kind }: Column, values: readonly Value[]): { typed: Typed; data: unknown[] } {
  const each = <T>(read: (value: Exclude<Value, null>) => T) =>
    values.map((value) => (value === null ? null : read(value)));
  switch (kind) {
    case "decimal": {
      const { precision, scale } = sizeOf(values);
      if (precision > MOST_DIGITS) return { typed: TEXT, data: each(String) };
      const room: Typed = precision > 18 ? { type: "FIXED_LEN_BYTE_ARRAY", type_length: 16 } : { type: "INT64" };
      const typed: Typed = { ...room, converted_type: "DECIMAL", precision, scale };
      return { typed, data: values.map((value) => unscaled(value, scale)) };
    }
    case "integer": {
      const exact = values.every((value) => value === null || Number.isSafeInteger(value));
      return exact
        ? { typed: { type: "INT64" }, data: each(BigInt) }
        : { typed: { type: "DOUBLE" }, data: each(Number) };
    }
    case "double":
      return { typed: { type: "DOUBLE" }, data: each(Number) };
    case "boolean":
      return { typed: { type: "BOOLEAN" }, data: each(Boolean) };
    case "date":
      return { typed: { type: "INT32", converted_type: "DATE" }, data: each((value) => momentOf(value) / DAY) };
    case "timestamp":
      return {
        typed: { type: "INT64", logical_type: { type: "TIMESTAMP", isAdjustedToUTC: false, unit: "MICROS" } },
        data: each((value) => BigInt(momentOf(value)) * 1000n + BigInt(finer(String(value)))),
      };
    default:
      return { typed: TEXT, data: each(String) };
  }
}

function momentOf(value: Value): number {
  const text = String(value);
  return Date.parse(text.length <= 10 ? `${text}T00:00:00Z` : `${text.slice(0, 23)}Z`);
}

/** Microseconds beyond the milliseconds of "2026-06-30T18:05:09.123456". */
function finer(text: string): string {
  return (text.split(".")[1] ?? "").slice(3, 6).padEnd(3, "0");
}

/** A table as a Parquet file under its own column names: decimals, dates and timestamps as their types, nothing rounded. */
export function tableParquet(columns: readonly Column[], rows: readonly Row[]): Bytes {
  const made = columns.map((column) => ({
    column,
    ...stored(
      column,
      rows.map((row) => row[column.name] ?? null),
    ),
  }));
  const schema: SchemaElement[] = [
    { name: "root", num_children: columns.length },
    ...made.map(({ column, typed }) => ({ name: column.name, repetition_type: "OPTIONAL" as const, ...typed })),
  ];
  const columnData: ColumnSource[] = made.map(({ column, data }) => ({ name: column.name, data }));
  const writer = new ByteWriter();
  parquetWrite({ writer, columnData, schema, createdBy: "lucid" });
  return ownBytes(writer.getBytes());
}
