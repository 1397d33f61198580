import { nameOf } from "@/lib/query/sql-names";
import { tablesNamed } from "@/lib/query/sql-places";
import { rewritten } from "@/lib/query/sql-tokens";
import type { Bindings } from "./bindings";
import { decodeTable } from "./decode";
import { send } from "./send";
import { withoutParams } from "./sql-text";

const NAMES = `
  select lower(table_name) as name from duckdb_tables()
  union
  select lower(view_name) from duckdb_views()`;

/** What a name that exists is called while a text is read; no identifier of a person begins so. */
const STAND_IN = "lucid_stand_in_";

/** What the engine says of a text whose grammar is right: it looks for columns although it knows none here. */
const WELL_FORMED = /^(\{"exception_type":"(Binder|Catalog)"|(Binder|Catalog) Error)/;

/**
 * The tables and views a text names, in lower case, by the engine's own parse. Names that exist are read as if they did
 * not: the engine would look through a view at what is behind it, and fails where a query uses none of a view's columns.
 * Where that parse asks for columns (USING, NATURAL, ASOF, UNPIVOT, ORDER BY 2), the words of the text tell instead.
 */
export async function tableReferences(bindings: Bindings, text: string): Promise<string[]> {
  const { rows } = await decodeTable(await send(bindings, NAMES));
  const known = rows.map(({ name }) => String(name));
  const places = new Map(known.map((name, at) => [name, at]));
  const standing = rewritten(withoutParams(text), ({ kind }, source) => {
    const at = kind === "word" || kind === "name" ? places.get(nameOf(source)) : undefined;
    return at === undefined ? null : `${STAND_IN}${at}`;
  });
  let found: string[];
  try {
    found = await bindings.tableNames(standing);
  } catch (error) {
    if (error instanceof Error && WELL_FORMED.test(error.message)) return tablesNamed(text);
    throw error;
  }
  const names = found.map((name) =>
    name.startsWith(STAND_IN) ? (known[Number(name.slice(STAND_IN.length))] ?? name) : name.toLowerCase(),
  );
  return [...new Set(names)];
}
