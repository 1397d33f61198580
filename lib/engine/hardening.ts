import type { Bindings } from "./bindings";
import { send } from "./send";

/** The only directory SQL may read; every file handed to the engine is registered below it. */
export const FILE_ROOT = "/lucid/";

/** A path of our own origin that answers 404: an extension that is asked for is never found elsewhere. */
const NO_EXTENSIONS = "/engine/no-extensions";

/** The schema of tables that hold the results of cells: none is ever in the way of a relation. */
const CELLS = "cells";

/** In an order that was measured: later statements cannot be undone and forbid the earlier ones. */
function hardening(memoryLimitMb: number): string[] {
  return [
    `SET custom_extension_repository = '${NO_EXTENSIONS}'`,
    "SET autoinstall_known_extensions = false",
    "SET autoload_known_extensions = false",
    "SET allow_community_extensions = false",
    `SET allowed_directories = ['${FILE_ROOT}']`,
    `SET memory_limit = '${memoryLimitMb}MB'`,
    // Without ICU both are missing; the clock of the engine is UTC.
    "CREATE MACRO today() AS cast(now() AS TIMESTAMP)::DATE",
    "CREATE MACRO current_date() AS cast(now() AS TIMESTAMP)::DATE",
    // A name is looked for among the relations first, then among the results of cells.
    `CREATE SCHEMA ${CELLS}`,
    `SET search_path = 'main,${CELLS}'`,
    "SET enable_external_access = false",
    "SET lock_configuration = true",
  ];
}

/** WebAssembly addresses 4 GB; the rest is left to results, files and the engine itself. */
const DEFAULT_MEMORY_LIMIT_MB = 2500;

/** Shuts the engine off from network, disk and extensions, for good. Run once, before anything else. */
export async function harden(bindings: Bindings, memoryLimitMb = DEFAULT_MEMORY_LIMIT_MB): Promise<void> {
  for (const statement of hardening(memoryLimitMb)) await send(bindings, statement);
}
