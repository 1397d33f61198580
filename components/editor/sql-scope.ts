import { type SqlPlace, sqlPlaces } from "@/lib/query/sql-places";
import type { SqlTable } from "./sql-names";

/** What a text itself names: the tables it reads, under the names it gives them. */
export interface SqlScope {
  /** By alias and by name, in lower case. */
  tables: ReadonlyMap<string, SqlTable>;
  /** Every name the text makes: parts of WITH and aliases of nested queries. */
  made: readonly string[];
  /** Names the text gives to what it computes: `sum(amount) as total`. */
  results: readonly string[];
  places: readonly SqlPlace[];
}

export function sqlScope(text: string, known: readonly SqlTable[]): SqlScope {
  const byName = new Map(known.map((table) => [table.name.toLowerCase(), table]));
  const places = sqlPlaces(text);
  const tables = new Map<string, SqlTable>();
  const made = new Set<string>();
  const results = new Set<string>();
  for (const { role, name, of, hidden, start } of places) {
    if (role === "other" && /\bas\s+$/i.test(text.slice(Math.max(0, start - 12), start))) results.add(name);
    const table = byName.get(role === "alias" ? (of ?? "") : name);
    if ((role === "table" || role === "alias") && table && !hidden) tables.set(name, table);
    else if (role === "part" || role === "alias") made.add(name);
  }
  return { tables, made: [...made], results: [...results], places };
}
