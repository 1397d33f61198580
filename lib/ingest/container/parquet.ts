import {
  type FileMetaData,
  type ParquetParsers,
  parquetMetadataAsync,
  parquetRead,
  type SchemaElement,
} from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { dayText, timestampText, timeText } from "@/lib/engine/calendar";
import { decimalFromUnscaled } from "@/lib/std/decimal";
import { asUnreadable, type NamedBlob } from "../decode";
import type { OpenedFile } from "../opened-file";
import { CsvWriter } from "./csv-writer";
import { damaged, refusal } from "./refusal";
import { hexText, jsonText, numberText, singleText, withBlank } from "./value-text";

type ToText = (value: unknown) => string;

/** Rows made at a time. */
const ROWS = 250_000;

const PARSERS: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (value) => withBlank(timestampText(value, 1000n)),
  timestampFromMicroseconds: (value) => withBlank(timestampText(value, 1_000_000n)),
  timestampFromNanoseconds: (value) => withBlank(timestampText(value, 1_000_000_000n)),
  dateFromDays: (days) => dayText(days),
  jsonFromBytes: (bytes) => new TextDecoder().decode(bytes),
};

/** A big-endian two's complement integer. */
function unscaledOf(value: unknown): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(value as number | bigint);
  let sum = 0n;
  for (const byte of value) sum = (sum << 8n) | BigInt(byte);
  return BigInt.asIntN(value.length * 8, sum);
}

const PER_SECOND = { MILLIS: 1000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n } as const;

function general(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return numberText(value);
  if (typeof value === "bigint" || typeof value === "boolean") return String(value);
  return value instanceof Uint8Array ? bytesText(value) : jsonText(value);
}

/** Older programs write texts without saying so. */
function bytesText(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  return /\uFFFD|(?![\t\n\r])\p{Cc}/u.test(text) ? hexText(bytes) : text;
}

/** How the values of a column are written; decimals and times of day come as whole numbers. */
function writerOf({ type, converted_type, logical_type, scale }: SchemaElement): ToText {
  if (converted_type === "DECIMAL" || logical_type?.type === "DECIMAL") {
    const places = (logical_type?.type === "DECIMAL" ? logical_type.scale : scale) ?? 0;
    return (value) => (value === null || value === undefined ? "" : decimalFromUnscaled(unscaledOf(value), places));
  }
  const unit = logical_type?.type === "TIME" ? logical_type.unit : null;
  const perSecond = unit ? PER_SECOND[unit] : converted_type === "TIME_MILLIS" ? 1000n : 1_000_000n;
  if (unit || converted_type === "TIME_MILLIS" || converted_type === "TIME_MICROS") {
    return (value) =>
      value === null || value === undefined ? "" : timeText(BigInt(value as number | bigint), perSecond);
  }
  return type === "FLOAT" ? (value) => (typeof value === "number" ? singleText(value) : general(value)) : general;
}

/** The columns at the top of the schema: a column of its own kind, or one that holds others. */
function topColumns(schema: readonly SchemaElement[]): SchemaElement[] {
  const columns: SchemaElement[] = [];
  const skip = (at: number): number => {
    let next = at + 1;
    for (let child = 0; child < (schema[at]?.num_children ?? 0); child += 1) next = skip(next);
    return next;
  };
  for (let at = 1; at < schema.length; at = skip(at)) columns.push(schema[at] as SchemaElement);
  return columns;
}

/** Decimals of the top as the whole numbers they are stored as: the reader would turn them into doubles. */
function withoutDecimals(metadata: FileMetaData, columns: readonly SchemaElement[]): FileMetaData {
  const schema = metadata.schema.map((element) => {
    const decimal = element.converted_type === "DECIMAL" || element.logical_type?.type === "DECIMAL";
    if (!decimal || !columns.includes(element)) return element;
    const { converted_type: _, logical_type: __, ...raw } = element;
    return raw;
  });
  return { ...metadata, schema };
}

async function write(file: NamedBlob, signal?: AbortSignal): Promise<File> {
  const buffer = {
    byteLength: file.size,
    slice: (from: number, to?: number) => file.slice(from, to).arrayBuffer(),
  };
  const metadata = await parquetMetadataAsync(buffer, { parsers: PARSERS });
  const columns = topColumns(metadata.schema);
  const writers = columns.map(writerOf);
  const raw = withoutDecimals(metadata, columns);
  const csv = new CsvWriter();
  csv.row(columns.map(({ name }) => name));
  let groupStart = 0;
  for (const group of metadata.row_groups) {
    const groupEnd = groupStart + Number(group.num_rows);
    for (let rowStart = groupStart; rowStart < groupEnd; rowStart += ROWS) {
      signal?.throwIfAborted();
      const rowEnd = Math.min(groupEnd, rowStart + ROWS);
      await parquetRead({
        file: buffer,
        metadata: raw,
        rowStart,
        rowEnd,
        compressors,
        parsers: PARSERS,
        utf8: false,
        onComplete: (rows: unknown[][]) => {
          for (const row of rows) csv.row(writers.map((toText, index) => toText(row[index])));
        },
      });
    }
    groupStart = groupEnd;
  }
  return csv.end(file.name);
}

/** Reads a Parquet file group by group. Throws IngestError. */
export async function readParquet(file: NamedBlob, signal?: AbortSignal): Promise<OpenedFile> {
  try {
    const text = await write(file, signal);
    return { text, encoding: "utf-8", sheet: null, sheets: [], typed: true, evidence: [] };
  } catch (cause) {
    signal?.throwIfAborted();
    const known = asUnreadable(cause, file.name);
    if (known !== cause) throw known;
    if (/unsupported|not supported|encrypt/i.test(String(cause))) {
      const hint = "Save it as CSV, or as Parquet with Snappy, and add that file.";
      throw refusal("unreadable", file.name, "is a Parquet file with parts Lucid does not read", hint, cause);
    }
    throw damaged(file.name, "a Parquet file", cause);
  }
}
