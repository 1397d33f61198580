import type { Engine } from "@/lib/engine/engine";
import type { ReadSet } from "../define-relations";

/** A file that was read into tables of its id. */
export const set = (id: string, kind: ReadSet["kind"], more: Partial<ReadSet> = {}): ReadSet => ({
  id,
  kind,
  hasSetAside: false,
  ...more,
});

export const lackingPrice = { lacks: ["price"] as const };

/** The tables that joining files made. */
export async function joinedTables(engine: Engine) {
  const { rows } = await engine.runText(
    "select table_name as t from duckdb_tables() where table_name like 'joined%' or table_name like 'unmatched%' order by 1",
  );
  return rows;
}
