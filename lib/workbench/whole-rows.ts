import type { Engine, RunOptions, Table } from "@/lib/engine/engine";
import type { Column } from "@/lib/query/column";
import { type Identifier, identifier } from "@/lib/query/literal";
import type { WholeRows } from "@/lib/report/files/shown-table";
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
  /** Throws when the table is not what it was. */
  check(): void;
}

let sortings = 0;

/** A table's rows in the order of the screen, as a table of its own. Texts go without case and accents. */
async function sorted(
  { engine, table, columns }: KeptSpec,
  { column, direction }: NonNullable<ShownView["sort"]>,
  options: RunOptions,
): Promise<Identifier> {
  sortings += 1;
  const made = identifier(`lucid_sorted_${sortings}`);
  const name = identifier(column);
  const isText = columns.some((other) => other.name === column && other.kind === "text");
  const key = isText ? `strip_accents(lower(${name}::varchar))` : name;
  const order = `${key} ${direction === "ascending" ? "asc" : "desc"} nulls last, rowid`;
  await engine.execute(`create or replace table ${made} as select * from ${table} order by ${order}`, options);
  return made;
}

/** Reads every row once, to know how many there are and of what kinds. Rejects with EngineError or AbortError. */
export async function keptRows(spec: KeptSpec, options: RunOptions = {}): Promise<KeptRows> {
  const { engine, view, check } = spec;
  const table = view?.sort ? await sorted(spec, view.sort, options) : spec.table;
  const close = async () => {
    if (table !== spec.table) await engine.execute(`drop table if exists ${table}`);
  };

  async function* parts(): AsyncGenerator<Table> {
    for (let from = 0; ; from += PAGE) {
      const text = `select * from ${table} where rowid >= ${from} and rowid < ${from + PAGE}`;
      const part = await engine.runText(text, {}, options);
      check();
      if (part.rows.length === 0) return;
      yield part;
    }
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
