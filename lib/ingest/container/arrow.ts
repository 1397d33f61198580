import { type Data, DataType, type RecordBatch, RecordBatchReader } from "apache-arrow";
import { valueReader } from "@/lib/engine/decode-value";
import { asUnreadable, type NamedBlob } from "../decode";
import type { OpenedFile } from "../opened-file";
import { CsvWriter } from "./csv-writer";
import { damaged, refusal } from "./refusal";
import { numberText, singleText, withBlank } from "./value-text";

/** Bytes of an Arrow file that may be in memory as a whole. */
const LARGEST = 1024 ** 3;
const DAY = 86_400_000n;

type CellText = (index: number) => string;

/** Days are what dates are read as; those of the other kind count milliseconds. */
function inDays(data: Data): Data {
  if (!DataType.isDate(data.type) || !(data.values instanceof BigInt64Array)) return data;
  const days = Int32Array.from(data.values, (value) => Number(value / DAY));
  return Object.assign(Object.create(data) as Data, { values: days });
}

function cellReader(data: Data): CellText {
  const read = valueReader(inDays(data));
  const single = DataType.isFloat(data.type) && data.values instanceof Float32Array;
  const moment = DataType.isTimestamp(data.type);
  return (index) => {
    const value = read(index);
    if (value === null) return "";
    if (typeof value === "number") return single ? singleText(value) : numberText(value);
    return moment ? withBlank(String(value)) : String(value);
  };
}

function writeBatch(csv: CsvWriter, batch: RecordBatch): void {
  if (batch.numRows === 0) return; // an empty batch lacks the inner arrays of lists and structs
  const cells = batch.data.children.map(cellReader);
  for (let index = 0; index < batch.numRows; index += 1) csv.row(cells.map((cell) => cell(index)));
}

/** Reads an Arrow file or stream, batch by batch. Throws IngestError. */
export async function readArrow(file: NamedBlob, signal?: AbortSignal): Promise<OpenedFile> {
  const asParquet = "Save it as Parquet or CSV and add that file.";
  if (file.size > LARGEST) throw refusal("unreadable", file.name, "is an Arrow file larger than 1 GB", asParquet);
  try {
    const reader = RecordBatchReader.from(new Uint8Array(await file.arrayBuffer()));
    reader.open();
    const csv = new CsvWriter();
    csv.row(reader.schema.fields.map(({ name }) => name));
    for (const batch of reader) {
      signal?.throwIfAborted();
      writeBatch(csv, batch);
    }
    const text = csv.end(file.name);
    return { text, encoding: "utf-8", sheet: null, sheets: [], typed: true, evidence: [] };
  } catch (cause) {
    signal?.throwIfAborted();
    const known = asUnreadable(cause, file.name);
    if (known !== cause) throw known;
    if (/compress|not one DuckDB gives|Unrecognized type/i.test(String(cause))) {
      throw refusal("unreadable", file.name, "is an Arrow file packed in a way Lucid does not read", asParquet, cause);
    }
    throw damaged(file.name, "an Arrow file", cause);
  }
}
