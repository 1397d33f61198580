import { type Field, type RecordBatch, RecordBatchReader, type Schema } from "apache-arrow";
import type { Column, RowOf, RowSpec, Value } from "@/lib/query/column";
import type { ParamSpec } from "@/lib/query/param";
import type { Query } from "@/lib/query/query";
import type { Row } from "@/lib/query/result";
import { breathe } from "@/lib/std/breathe";
import { kindOf } from "./arrow-type";
import { valueReader } from "./decode-value";
import type { Table } from "./engine";
import { EngineError } from "./engine-error";

interface Decoded {
  schema: Schema;
  batches: RecordBatch[];
}

function open(ipc: Uint8Array): Decoded {
  const reader = RecordBatchReader.from(ipc);
  reader.open();
  const { schema } = reader; // gone once the batches are read
  return { schema, batches: [...reader] };
}

/** The schema alone, as columns in order. */
export function schemaOf(ipc: Uint8Array): Field[] {
  const reader = RecordBatchReader.from(ipc);
  reader.open();
  return reader.schema.fields;
}

/** How many rows an Arrow IPC stream holds. */
export function rowCount(ipc: Uint8Array): number {
  return open(ipc).batches.reduce((sum, { numRows }) => sum + numRows, 0);
}

/** The columns of an Arrow schema; a name that comes twice gets a number, since rows are read by name. */
function columnsOf(schema: Schema): Column[] {
  const seen = new Set<string>();
  return schema.fields.map(({ name, type }) => {
    let unique = name;
    for (let count = 1; seen.has(unique); count += 1) unique = `${name}_${count}`;
    seen.add(unique);
    return { name: unique, label: unique, kind: kindOf(type), unit: "none", hidden: false };
  });
}

/** Longest stretch of decoding before the page gets its turn, milliseconds. */
const SLICE_MS = 12;

/** Sets a column of a row; a plain assignment to `__proto__` would be lost. */
function put(row: Row, name: string, value: Value): void {
  if (name !== "__proto__") row[name] = value;
  else Object.defineProperty(row, name, { value, enumerable: true, writable: true, configurable: true });
}

/** The rows of all batches, in slices: a hundred thousand of them must not freeze the page. */
async function rowsOf(columns: readonly Column[], batches: readonly RecordBatch[]): Promise<Row[]> {
  const rows: Row[] = [];
  let started = performance.now();
  for (const batch of batches) {
    if (batch.numRows === 0) continue; // arrow's empty batch lacks the inner arrays of lists and structs
    const cells = batch.data.children.map((child) => valueReader(child));
    for (let index = 0; index < batch.numRows; index += 1) {
      const row: Row = {};
      for (const [at, { name }] of columns.entries()) put(row, name, cells[at]?.(index) ?? null);
      rows.push(row);
      if (index % 64 === 63 && performance.now() - started > SLICE_MS) {
        await breathe();
        started = performance.now();
      }
    }
  }
  return rows;
}

/** An Arrow IPC stream as columns and rows: decimals exact, dates and times as text without a time zone. */
export async function decodeTable(ipc: Uint8Array): Promise<Table> {
  const { schema, batches } = open(ipc);
  const columns = columnsOf(schema);
  return { columns, rows: await rowsOf(columns, batches) };
}

function mismatch(query: Query, column: string, problem: string): EngineError {
  return new EngineError({
    kind: "internal",
    message: `The query ${query.name} gave a column ${column} that ${problem}.`,
    hint: "This is a fault in Lucid, not in your data. Other cells are not affected.",
    sql: query.text,
  });
}

/** The rows of a declared query; throws EngineError when a column is missing, of another kind or not exact. */
export async function decodeRows<P extends ParamSpec, R extends RowSpec>(
  ipc: Uint8Array,
  query: Query<P, R>,
): Promise<RowOf<R>[]> {
  const { columns, rows } = await decodeTable(ipc);
  const declared = query as unknown as Query;
  for (const wanted of declared.columns) {
    const found = columns.find((column) => column.name === wanted.name);
    if (!found) throw mismatch(declared, wanted.name, "is missing");
    if (found.kind !== wanted.kind) throw mismatch(declared, wanted.name, `is ${found.kind}, not ${wanted.kind}`);
    if (wanted.kind === "integer" && rows.some((row) => typeof row[wanted.name] === "string")) {
      throw mismatch(declared, wanted.name, "holds whole numbers too large to be exact");
    }
  }
  const extra = columns.find((column) => !declared.columns.some((wanted) => wanted.name === column.name));
  if (extra) throw mismatch(declared, extra.name, "is not declared");
  return rows as RowOf<R>[];
}
