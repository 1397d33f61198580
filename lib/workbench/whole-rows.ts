import type { Engine, RunOptions, Table } from "@/lib/engine/engine";
import type { Column } from "@/lib/query/column";
import { type Identifier, identifier } from "@/lib/query/literal";
import { rowsBetween } from "@/lib/query/rows-by-place";
import type { WholeRows } from "@/lib/report/files/shown-table";
import { ExportError } from "./export-error";
import { sortAsShown } from "./screen-order";
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
  /** BCP 47. */
  locale: string;
  /** Throws when the table is not what it was. */
  check(): void;
}

let sortings = 0;

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
  const [made, places] = [`lucid_sorted_${sortings}`, `lucid_places_${sortings}`];
  const table = view?.sort ? identifier(made) : spec.table;
  const close = async () => {
    if (table !== spec.table) await engine.execute(`drop table if exists ${made}; drop table if exists ${places}`);
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
    if (view?.sort) {
      const { sort } = view;
      const isText = spec.columns.some(({ name, kind }) => name === sort.column && kind === "text");
      await sortAsShown({ engine, table: spec.table, names, sort, isText, locale: spec.locale, made, places }, options);
    }
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
