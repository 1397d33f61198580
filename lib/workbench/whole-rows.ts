import type { Engine, RunOptions, Table } from "@/lib/engine/engine";
import type { Column } from "@/lib/query/column";
import { type Identifier, identifier } from "@/lib/query/literal";
import { rowsBetween, rowsByPlace } from "@/lib/query/rows-by-place";
import type { WholeRows } from "@/lib/report/files/shown-table";
import { ExportError } from "./export-error";
import type { ShownView } from "./shown-view";
import { rowsAs, storableColumns } from "./text-result";

/** Rows that are read at once. */
const PAGE = 20_000;

/** All rows of a result of which the screen holds the first, as the screen filters and sorts these. */
export interface KeptRows extends WholeRows {
  /** Of what kind each column is, known once all its values were seen. */
  kinds: ReadonlyMap<string, Column["kind"]>;
  /** Drops what was made to read them. */
  close(): Promise<void>;
}

interface KeptSpec {
  engine: Engine;
  /** The table all rows are in. */
  table: Identifier;
  columns: readonly Column[];
  view: Pick<ShownView, "find" | "sort"> | null;
  /** Of the cell, and how many rows its table has. */
  title: string;
  total: number;
  /** Throws when the table is not what it was. */
  check(): void;
}

let sortings = 0;

/** Makes a table of a table's rows in the order of the screen. Texts go without case and accents. */
async function sortInto(
  made: Identifier,
  { engine, table, columns, names }: KeptSpec & { names: readonly string[] },
  { column, direction }: NonNullable<ShownView["sort"]>,
  options: RunOptions,
): Promise<void> {
  const rows = rowsByPlace(table, names);
  const name = rows.column(column);
  const isText = columns.some((other) => other.name === column && other.kind === "text");
  const key = isText ? `strip_accents(lower(${name}::varchar))` : name;
  const order = `${key} ${direction === "ascending" ? "asc" : "desc"} nulls last, ${rows.place}`;
  await engine.execute(`create or replace table ${made} as ${rows.select} order by ${order}`, options);
}

function notAll(title: string, { read, total }: { read: number; total: number }): ExportError {
  return new ExportError({
    kind: "changed",
    message: `${title} has ${total} rows and ${read} were read, so the file was not written.`,
    hint: "Run the cell, and export it again.",
  });
}

/** Reads every row once, to know how many there are and of what kinds. Rejects with EngineError, ExportError or AbortError. */
export async function keptRows(spec: KeptSpec, options: RunOptions = {}): Promise<KeptRows> {
  const { engine, view, check, title, total } = spec;
  const none = await engine.runText(`select * from ${spec.table} limit 0`, {}, options);
  const names = none.columns.map(({ name }) => name);
  if (view?.sort) sortings += 1;
  const table = view?.sort ? identifier(`lucid_sorted_${sortings}`) : spec.table;
  const close = async () => {
    if (table !== spec.table) await engine.execute(`drop table if exists ${table}`);
  };

  async function* parts(): AsyncGenerator<Table> {
    let read = 0;
    for (let from = 0; ; from += PAGE) {
      const text = rowsBetween(table, names, { from, to: from + PAGE });
      const part = await engine.runText(text, {}, options);
      check();
      if (part.rows.length === 0) break;
      read += part.rows.length;
      yield part;
    }
    if (read !== total) throw notAll(title, { read, total });
  }

  const kinds = new Map<string, Column["kind"]>();
  const kindsNow = () => [...kinds].map(([name, kind]) => ({ name, kind }));
  async function* pages(): ReturnType<WholeRows["pages"]> {
    for await (const part of parts()) {
      const rows = rowsAs(part, kindsNow());
      yield view ? view.find(rows) : rows;
    }
  }

  let count = 0;
  try {
    // Cancelled just as it ends, it leaves a table all the same.
    if (view?.sort) await sortInto(table, { ...spec, names }, view.sort, options);
    for await (const part of parts()) {
      for (const [at, { name, kind }] of storableColumns(part).entries()) {
        if (!kinds.has(name) || kind !== part.columns[at]?.kind) kinds.set(name, kind);
      }
      count += view ? view.find(part.rows).length : part.rows.length;
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { count, kinds, pages, close };
}
