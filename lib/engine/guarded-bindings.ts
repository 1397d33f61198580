import type { Bindings } from "./bindings";
import type { Life } from "./life";

/**
 * How long one call may stay without an answer. A statement is many calls: it may run for hours as long as each
 * poll returns, which it does ten times a second; one step of a large sort was seen to take 0.4 s.
 */
const SECOND = 1000;
const STEP = 60 * SECOND;
const FILE = 20 * SECOND;
const INSERT = 180 * SECOND;

/** The same bindings, of which every call settles. */
export function guardedBindings(bindings: Bindings, life: Life): Bindings {
  return {
    start: (text) => life.guard("begin a query", STEP, () => bindings.start(text)),
    poll: () => life.guard("work on a query", STEP, () => bindings.poll()),
    fetch: () => life.guard("hand over rows", STEP, () => bindings.fetch()),
    cancel: () => life.guard("cancel a query", STEP, () => bindings.cancel()),
    onProgress: (listener) => bindings.onProgress(listener),
    check: (text) => life.guard("check a query", STEP, () => bindings.check(text)),
    tableNames: (text) => life.guard("read a query", STEP, () => bindings.tableNames(text)),
    insertArrow: (table, ipc) => life.guard("load a table", INSERT, () => bindings.insertArrow(table, ipc)),
    registerFile: (path, file) => life.guard("open a file", FILE, () => bindings.registerFile(path, file)),
    dropFile: (path) => life.guard("close a file", FILE, () => bindings.dropFile(path)),
    close: () => life.guard("close", FILE, () => bindings.close()),
  };
}
