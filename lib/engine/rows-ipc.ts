import {
  Bool,
  type Data,
  type DataType,
  DateDay,
  Decimal,
  Field,
  Float64,
  Int64,
  makeData,
  RecordBatch,
  RecordBatchStreamWriter,
  Schema,
  Struct,
  TimestampMicrosecond,
  Utf8,
} from "apache-arrow";
import type { Column, Value } from "@/lib/query/column";
import type { Row } from "@/lib/query/result";

const DAY_MS = 86_400_000;
const WIDEST_DECIMAL = 38;

type Values = readonly Value[];

interface Packed {
  type: DataType;
  data: Data;
}

/**
 * Rows as one Arrow IPC stream, the inverse of decoding: decimals exact with the most decimals of their column, dates and
 * times without a time zone. What does not fit its column's kind is null.
 */
export function rowsIpc(columns: readonly Column[], rows: readonly Row[]): Uint8Array {
  const packed = columns.map(({ name, kind }) =>
    pack(
      kind,
      rows.map((row) => row[name] ?? null),
    ),
  );
  const fields = columns.map(({ name }, at) => new Field(name, packed[at]?.type ?? new Utf8(), true));
  const schema = new Schema(fields);
  const data = makeData({
    type: new Struct(fields),
    length: rows.length,
    nullCount: 0,
    children: packed.map((column) => column.data),
  });
  return RecordBatchStreamWriter.writeAll([new RecordBatch(schema, data)]).toUint8Array(true);
}

function pack(kind: Column["kind"], values: Values): Packed {
  switch (kind) {
    case "text":
      return texts(values);
    case "integer":
      return values.some((value) => typeof value === "string") ? decimals(values) : integers(values);
    case "decimal":
      return decimals(values);
    case "double":
      return doubles(values);
    case "boolean":
      return booleans(values);
    case "date":
      return days(values);
    case "timestamp":
      return timestamps(values);
  }
}

/** One bit a value, set where there is one. */
function bits(length: number, isSet: (index: number) => boolean): Uint8Array {
  const bitmap = new Uint8Array((Math.ceil(length / 8) + 7) & ~7);
  for (let index = 0; index < length; index += 1) {
    if (isSet(index)) bitmap[index >> 3] = (bitmap[index >> 3] ?? 0) | (1 << (index & 7));
  }
  return bitmap;
}

function nulls<T>(read: readonly (T | null)[]) {
  const nullCount = read.filter((value) => value === null).length;
  return { nullCount, nullBitmap: bits(read.length, (index) => read[index] !== null) };
}

function texts(values: Values): Packed {
  const encoder = new TextEncoder();
  const read = values.map((value) => (value === null ? null : encoder.encode(String(value))));
  const valueOffsets = new Int32Array(values.length + 1);
  for (const [at, bytes] of read.entries()) valueOffsets[at + 1] = (valueOffsets[at] ?? 0) + (bytes?.length ?? 0);
  const data = new Uint8Array(valueOffsets[values.length] ?? 0);
  for (const [at, bytes] of read.entries()) if (bytes) data.set(bytes, valueOffsets[at] ?? 0);
  const type = new Utf8();
  return { type, data: makeData({ type, length: values.length, ...nulls(read), valueOffsets, data }) };
}

function integers(values: Values): Packed {
  const read = values.map((value) => (typeof value === "number" ? BigInt(Math.trunc(value)) : null));
  const type = new Int64();
  const data = BigInt64Array.from(read, (value) => value ?? 0n);
  return { type, data: makeData({ type, length: values.length, ...nulls(read), data }) };
}

function doubles(values: Values): Packed {
  const read = values.map((value) => (value === null ? null : Number(value)));
  const type = new Float64();
  const data = Float64Array.from(read, (value) => value ?? 0);
  return { type, data: makeData({ type, length: values.length, ...nulls(read), data }) };
}

function booleans(values: Values): Packed {
  const read = values.map((value) => (typeof value === "boolean" ? value : null));
  const type = new Bool();
  const data = bits(values.length, (index) => read[index] === true);
  return { type, data: makeData({ type, length: values.length, ...nulls(read), data }) };
}

function days(values: Values): Packed {
  const read = values.map((value) => numberOrNull(Date.parse(`${String(value)}T00:00:00Z`) / DAY_MS));
  const type = new DateDay();
  const data = Int32Array.from(read, (value) => value ?? 0);
  return { type, data: makeData({ type, length: values.length, ...nulls(read), data }) };
}

const TIMESTAMP = /^(.+T\d{2}:\d{2}:\d{2})(?:\.(\d{1,6}))?/;

function microseconds(value: Value): bigint | null {
  const parts = typeof value === "string" ? TIMESTAMP.exec(value) : null;
  const ms = parts ? numberOrNull(Date.parse(`${parts[1]}Z`)) : null;
  return ms === null ? null : BigInt(ms) * 1000n + BigInt((parts?.[2] ?? "").padEnd(6, "0"));
}

function timestamps(values: Values): Packed {
  const read = values.map(microseconds);
  const type = new TimestampMicrosecond();
  const data = BigInt64Array.from(read, (value) => value ?? 0n);
  return { type, data: makeData({ type, length: values.length, ...nulls(read), data }) };
}

const numberOrNull = (value: number) => (Number.isFinite(value) ? value : null);

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

function decimals(values: Values): Packed {
  const parts = values.map((value) => (value === null ? null : DECIMAL.exec(String(value))));
  const scale = parts.reduce((most, part) => Math.max(most, part?.[3]?.length ?? 0), 0);
  const read = parts.map((part) => (part ? BigInt(`${part[1]}${part[2]}${(part[3] ?? "").padEnd(scale, "0")}`) : null));
  const type = new Decimal(scale, WIDEST_DECIMAL, 128);
  const data = new Uint32Array(values.length * 4);
  for (const [at, value] of read.entries()) {
    for (let word = 0; word < 4; word += 1)
      data[at * 4 + word] = Number(((value ?? 0n) >> BigInt(word * 32)) & 0xffffffffn);
  }
  return { type, data: makeData({ type, length: values.length, ...nulls(read), data }) };
}
