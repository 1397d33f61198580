import * as z from "zod/mini";
import { type Column, UNITS, VALUE_KINDS } from "@/lib/query/column";
import type { Result } from "@/lib/query/result";
import { valueFits } from "@/lib/query/value-fits";
import { notOpened } from "./not-opened";
import { RESERVED_KEYS } from "./reserved-keys";

/** A result as a notebook file carries it. */
export interface KeptResult {
  /** What it is the result of: "facts", "cell <id>", "compared <id>". */
  of: string;
  /** The key it is found under: what it was computed from. */
  key: string;
  result: Result;
}

const count = z.number().check(z.int(), z.gte(0));
const text = z.string().check(z.maxLength(2_000));
const time = z.number().check(z.gte(-8.64e15), z.lte(8.64e15));

/** Rows are lists in the order of the columns. */
export const keptResultSchema = z.strictObject({
  of: text,
  key: text,
  columns: z
    .array(
      z.strictObject({
        name: text,
        label: text,
        kind: z.enum(VALUE_KINDS),
        unit: z.enum(UNITS),
        hidden: z.boolean(),
        parts: z.optional(z.boolean()),
      }),
    )
    .check(z.maxLength(5_000)),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]))),
  total: z.optional(count),
  provenance: z.strictObject({
    dataHashes: z.array(text),
    asOf: z.nullable(text),
    computedAt: time,
    durationMs: z.number(),
    engine: text,
  }),
});

type Written = z.infer<typeof keptResultSchema>;

export function writtenResult({ of, key, result }: KeptResult): Written {
  const { columns, rows, total, provenance } = result;
  return {
    of,
    key,
    columns: [...columns],
    rows: rows.map((row) => columns.map(({ name }) => row[name] ?? null)),
    ...(total === undefined ? {} : { total }),
    provenance: { ...provenance, dataHashes: [...provenance.dataHashes] },
  };
}

function readColumns(columns: Written["columns"]): Column[] {
  if (columns.some(({ name }) => RESERVED_KEYS.includes(name))) throw notOpened("a column has a name that none has");
  if (new Set(columns.map(({ name }) => name)).size < columns.length)
    throw notOpened("a result has two columns of one name");
  return columns.map(({ parts, ...column }) => (parts === undefined ? column : { ...column, parts }));
}

/** Throws NotebookError when the rows are none of the columns. */
export function readResult({ of, key, columns, rows, total, provenance }: Written): KeptResult {
  const read = readColumns(columns);
  const fits = (row: Written["rows"][number]) =>
    row.length === read.length && read.every(({ kind }, at) => valueFits(row[at], kind));
  if (!rows.every(fits)) throw notOpened("the rows of a result do not fit its columns");
  if (total !== undefined && total < rows.length) throw notOpened("a result has more rows than it says");
  return {
    of,
    key,
    result: {
      columns: read,
      rows: rows.map((row) => Object.fromEntries(read.map(({ name }, at) => [name, row[at] ?? null]))),
      ...(total === undefined ? {} : { total }),
      provenance,
    },
  };
}
