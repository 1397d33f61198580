import { parquetMetadata, parquetRead } from "hyparquet";
import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { Column, Value, ValueKind } from "@/lib/query/column";
import type { Result, Row } from "@/lib/query/result";
import { valueFits } from "@/lib/query/value-fits";
import { invariant } from "@/lib/std/invariant";
import type { Bytes } from "./files";
import { type ResultMeta, resultMetaSchema } from "./result-meta";
import { sha256Hex } from "./sha256";

/** The key of our entry in the file's key-value metadata. */
const META = "lucid";
/** Where the file's own sha256 stands: a gap between the leading magic and the first column, which Parquet allows. */
const SEAL_AT = 4;
const SEAL_BYTES = 64;

const PARQUET_TYPE: Readonly<Record<ValueKind, "STRING" | "DOUBLE" | "BOOLEAN">> = {
  text: "STRING",
  // Exact text: no double is in between.
  decimal: "STRING",
  date: "STRING",
  timestamp: "STRING",
  // Every number of JavaScript, integer or not, is a double.
  integer: "DOUBLE",
  double: "DOUBLE",
  boolean: "BOOLEAN",
};

/** Throws when a value is not of its column's kind. */
function checked(value: unknown, { name, kind }: Column): Value {
  invariant(valueFits(value, kind), `a value of column ${name} is not ${kind}`);
  return value;
}

async function sealOf(bytes: Bytes): Promise<Bytes> {
  const open = bytes.slice();
  open.fill(0, SEAL_AT, SEAL_AT + SEAL_BYTES);
  return new TextEncoder().encode(await sha256Hex(open));
}

/** A result as one Parquet file with everything needed to read it back. Throws when a value is not of its kind. */
export async function encodeResult({ columns, rows, total, provenance }: Result, key: string): Promise<Bytes> {
  const meta: ResultMeta = { version: 2, key, rows: rows.length, total, columns: [...columns], provenance };
  const columnData = columns.map((column, index) => ({
    name: `c${index}`,
    type: PARQUET_TYPE[column.kind],
    data: rows.map((row) => checked(row[column.name], column)),
  }));
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData }),
    statistics: false,
    kvMetadata: [{ key: META, value: JSON.stringify(meta) }],
  });
  writer.appendBytes(new Uint8Array(SEAL_BYTES));
  parquet.write({ columnData, rowGroupSize: Math.max(rows.length, 1) });
  parquet.finish();
  const bytes = writer.getBytes();
  bytes.set(await sealOf(bytes), SEAL_AT);
  return bytes;
}

async function readRows(file: ArrayBuffer, { rows, columns }: ResultMeta): Promise<Row[]> {
  if (rows === 0 || columns.length === 0) return Array.from({ length: rows }, () => ({}));
  let read: readonly (readonly unknown[])[] = [];
  await parquetRead({ file, geoparquet: false, onComplete: (all) => (read = all) });
  invariant(read.length === rows, "the rows are as many as were written");
  return read.map((values) =>
    Object.fromEntries(columns.map((column, index) => [column.name, checked(values[index] ?? null, column)])),
  );
}

/** The result, exactly as it was stored under `key`, or null when a single bit of the file is not as written. */
export async function decodeResult(bytes: Bytes, key: string): Promise<Result | null> {
  if (bytes.length < SEAL_AT + SEAL_BYTES) return null;
  const seal = await sealOf(bytes);
  if (!seal.every((byte, index) => byte === bytes[SEAL_AT + index])) return null;
  const file = bytes.slice().buffer;
  const entries = parquetMetadata(file, { geoparquet: false }).key_value_metadata ?? [];
  const parsed = resultMetaSchema.safeParse(JSON.parse(entries.find(({ key }) => key === META)?.value ?? "null"));
  if (!parsed.success || parsed.data.key !== key) return null;
  const { columns, total, provenance } = parsed.data;
  const rows = await readRows(file, parsed.data);
  return { columns, rows, ...(total === undefined ? {} : { total }), provenance };
}
