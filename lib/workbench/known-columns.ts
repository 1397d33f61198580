import type { Engine, RunOptions } from "@/lib/engine/engine";
import { profileTable } from "@/lib/ingest/make-profile";
import type { DataSet } from "@/lib/notebook/notebook";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import type { KnownColumn } from "./telling-columns";

/** What the profile of an ordinary table says of its columns; none while the engine does not have it. */
export async function knownColumns(
  engine: Engine,
  { id, kind }: Pick<DataSet, "id" | "kind">,
  options: RunOptions = {},
): Promise<KnownColumn[]> {
  if (kind !== "table") return [];
  const table = profileTable(id);
  const there = await engine.runText(
    `select 1 as there from duckdb_tables() where table_name = ${quoteLiteral(table)}`,
    {},
    options,
  );
  if (there.rows.length === 0) return [];
  const { rows } = await engine.runText(
    `select column_name, type, lines, filled, distinct_values, minimum, maximum
    from ${identifier(table)} order by position`,
    {},
    options,
  );
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return rows.map((row) => ({
    name: String(row.column_name),
    holds: String(row.type),
    lines: Number(row.lines),
    filled: Number(row.filled),
    distinct: Number(row.distinct_values),
    minimum: text(row.minimum),
    maximum: text(row.maximum),
  }));
}
