import type { Engine } from "@/lib/engine/engine";
import { namedTables } from "@/lib/ingest/define-tables";
import type { Context } from "./context";
import type { DataTables } from "./data-tables";
import { emptyColumns } from "./empty-columns";
import type { KnownTable } from "./state";

/** The tables a query can read besides the results of cells, asked of the engine when somebody writes one. */
export interface TableList {
  /** Brings them into the state, once for the same data: the relations everybody has, sales first, then those of files. */
  list(): Promise<void>;
}

/** The relations of sql/README.md that are there for everybody, and what a line of each is. */
const RELATIONS: Readonly<Record<string, string>> = {
  sales: "one kept sale line",
  inventory: "one product of a stock list",
  products: "one product of a product list",
  catalogue: "one product seen anywhere",
  product_sales: "one product sold, with its totals",
  product_seasons: "one product sold in six months or more",
  set_aside: "one line of a file that does not count",
  profiles: "one column of a table",
};

/** The relations whose lines are those of files: it costs little to look into them. */
const READ: ReadonlySet<string> = new Set(["sales", "inventory", "products"]);

const COLUMNS = `
  select table_name as "table", column_name as "column", data_type as type
  from duckdb_columns() where schema_name = 'main' and not internal
  order by table_name, column_index`;

/** ENUM columns are text to whoever asks; their words would fill a page. */
function plainType(type: string): string {
  return type.startsWith("ENUM") ? "VARCHAR" : type;
}

/** The table with its empty columns marked. */
async function told(engine: Engine, table: KnownTable): Promise<KnownTable> {
  const names = table.columns.map(({ name }) => name);
  const empty = await emptyColumns(engine, table.name, names);
  return { ...table, columns: table.columns.map((column) => ({ ...column, empty: empty.has(column.name) })) };
}

export function createTableList({ store }: Context, tables: DataTables): TableList {
  let listed: string | null = null;
  return {
    async list() {
      const { notebook } = store.get();
      const key = notebook && [notebook.id, ...notebook.dataSets.map(({ dataHash }) => dataHash)].join();
      if (!notebook || (key === listed && store.get().tables)) return;
      listed = key;
      try {
        const engine = await tables.ensure(notebook.dataSets);
        const own = new Set(namedTables(notebook.dataSets).map(({ view }) => view));
        const about = [
          ...Object.entries(RELATIONS),
          ...[...own].map((view) => [view, "one line of your file"] as const),
        ];
        const { rows } = await engine.runText(COLUMNS);
        const found = about.map(
          ([name, words]): KnownTable => ({
            name,
            about: words,
            isFile: own.has(name),
            columns: rows
              .filter((row) => row.table === name)
              .map((row) => ({ name: String(row.column), type: plainType(String(row.type)) })),
          }),
        );
        const show = (tables: readonly KnownTable[]) => {
          if (listed === key) store.set((state) => ({ ...state, tables }));
        };
        // Names are wanted at once; what is in the columns is looked up meanwhile.
        show(found);
        show(
          await Promise.all(found.map((table) => (table.isFile || READ.has(table.name) ? told(engine, table) : table))),
        );
      } catch (error) {
        listed = null;
        throw error;
      }
    },
  };
}
