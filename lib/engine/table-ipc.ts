import { identifier } from "@/lib/query/literal";
import { rowsBetween } from "@/lib/query/rows-by-place";
import { sqlTypeOf } from "./arrow-type";
import type { Bindings } from "./bindings";
import { schemaOf } from "./decode";
import type { RunOptions } from "./engine";
import { abortError, send } from "./send";
import { withoutDictionaries } from "./without-dictionaries";

/** Filled first, so that a load that fails or is aborted leaves the old table in place. */
const STAGING = identifier("lucid_loading");

/**
 * Creates or replaces a table from one complete Arrow IPC stream, whose bytes may be transferred away.
 * Types stay as they are, but HUGEINT comes as DECIMAL(38,0) and dictionaries as VARCHAR.
 */
export async function replaceTable(
  bindings: Bindings,
  table: string,
  ipc: Uint8Array,
  { signal }: RunOptions,
): Promise<void> {
  const columns = schemaOf(ipc).map(({ name, type }) => `${identifier(name)} ${sqlTypeOf(type)}`);
  await send(bindings, `DROP TABLE IF EXISTS ${STAGING}`, { signal });
  await bindings.insertArrow("lucid_loading", ipc);
  if (signal?.aborted) throw abortError();
  // A stream without batches inserts nothing, not even a table.
  await send(bindings, `CREATE TABLE IF NOT EXISTS ${STAGING} (${columns.join(", ")})`);
  await send(bindings, `DROP TABLE IF EXISTS ${identifier(table)}`);
  await send(bindings, `ALTER TABLE ${STAGING} RENAME TO ${identifier(table)}`);
}

/** The rows of a table, or those of a range of places, as one Arrow IPC stream; ENUM columns as text. */
export async function exportTable(
  bindings: Bindings,
  table: string,
  range: { from: number; to: number } | undefined,
  options: RunOptions,
): Promise<Uint8Array> {
  const all = `SELECT * FROM ${identifier(table)}`;
  const none = await send(bindings, `${all} LIMIT 0`);
  const names = schemaOf(none).map(({ name }) => name);
  const rows = range ? rowsBetween(identifier(table), names, range) : all;
  const plain = withoutDictionaries(rows, none);
  return send(bindings, plain ?? rows, options);
}
