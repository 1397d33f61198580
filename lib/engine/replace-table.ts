import { identifier } from "@/lib/query/literal";
import type { Bindings } from "./bindings";
import type { RunOptions } from "./engine";
import { send } from "./send";

/** Filled first, so that a failing load leaves the old table in place. */
const STAGING = "lucid_loading";

/** Creates or replaces a table from one complete Arrow IPC stream. */
export async function replaceTable(
  bindings: Bindings,
  table: string,
  ipc: Uint8Array,
  options: RunOptions,
): Promise<void> {
  await send(bindings, `DROP TABLE IF EXISTS ${STAGING}`, options);
  await bindings.insertArrow(STAGING, ipc);
  await send(bindings, `DROP TABLE IF EXISTS ${identifier(table)}`);
  await send(bindings, `ALTER TABLE ${STAGING} RENAME TO ${identifier(table)}`);
}
