import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";

/** A column of a table in the engine. */
export interface TypedName {
  name: string;
  /** "DECIMAL(18,4)". */
  type: string;
}

/** The columns of a table in their order. */
export async function columnsOf(engine: Engine, table: string, options: RunOptions = {}): Promise<TypedName[]> {
  const { rows } = await engine.runText(
    `select column_name as name, data_type as type from duckdb_columns()
    where not internal and table_name = ${quoteLiteral(table)} order by column_index`,
    {},
    options,
  );
  return rows.map((row) => ({ name: String(row.name), type: String(row.type) }));
}

/** What tells two readings of a file apart, as SQL: how many lines, how much in all, from when to when. */
function marksOf(columns: readonly TypedName[]): string[] {
  const marks = columns.flatMap(({ name, type }) => {
    const column = identifier(name);
    if (name === "source_line" || name === "source_file") return [];
    if (/^(BIGINT|INTEGER|DECIMAL)/.test(type)) return [`sum(${column})`];
    if (type === "DATE" || type.startsWith("TIMESTAMP")) return [`min(${column})`, `max(${column})`];
    return [`count(${column})`];
  });
  return ["count(*)", ...marks];
}

/**
 * A query for another DuckDB that fails where `named` holds other lines than the engine's `table`: other counts, sums or
 * days. `told` is what it gives where all is well.
 */
export async function readingCheck(
  engine: Engine,
  table: string,
  { named, fileName }: { named: string; fileName: string },
  options: RunOptions = {},
): Promise<string> {
  const marks = marksOf(await columnsOf(engine, table, options));
  const asked = marks.map((mark, at) => `(${mark})::varchar as m${at}`);
  const { rows } = await engine.runText(`select ${asked.join(", ")} from ${identifier(table)}`, {}, options);
  const row = rows[0] ?? {};
  const same = marks.map((mark, at) => {
    const value = row[`m${at}`] ?? null;
    return `(${mark})::varchar is not distinct from ${value === null ? "null" : quoteLiteral(String(value))}`;
  });
  const lines = Number(row.m0 ?? 0).toLocaleString("en-US");
  const well = `${fileName}: ${lines} lines, as Lucid read it`;
  const wrong = `${fileName} does not give the lines Lucid read: it is another file, or it was changed since. Put the file Lucid read into this folder, or export the notebook with its data.`;
  return `select case when ${same.join("\n    and ")}
  then ${quoteLiteral(well)} else error(${quoteLiteral(wrong)}) end as checked
from ${identifier(named)}`;
}
