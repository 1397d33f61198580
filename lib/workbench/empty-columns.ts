import type { Engine } from "@/lib/engine/engine";
import { identifier } from "@/lib/query/literal";

/** The columns of a table that hold no value in any line. A column that holds some is read up to its first. */
export async function emptyColumns(engine: Engine, table: string, columns: readonly string[]): Promise<Set<string>> {
  if (columns.length === 0) return new Set();
  const from = `from ${identifier(table)}`;
  const texts = columns.map((name, at) => `exists(${from} where ${identifier(name)} is not null) as c${at}`);
  const { rows } = await engine.runText(`select ${texts.join(",\n  ")}`);
  return new Set(columns.filter((_, at) => rows[0]?.[`c${at}`] === false));
}
