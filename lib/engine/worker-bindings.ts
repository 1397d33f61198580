import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from "@duckdb/duckdb-wasm";
import type { Bindings } from "./bindings";

/** What the worker posts as it reads an attached file: how far into the file the last read reached, 0-100. */
interface ProgressMessage {
  type: "PROGRESS_UPDATE";
  data: { percentage: number };
}

function isProgress(message: unknown): message is ProgressMessage {
  return typeof message === "object" && message !== null && "type" in message && message.type === "PROGRESS_UPDATE";
}

/** Boots DuckDB in a worker and connects to it. May never settle: the caller sets the deadline. */
export async function bootWorker(worker: Worker, wasm: URL): Promise<Bindings> {
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  await database.instantiate(wasm.href);
  await database.open({});
  const connection = await database.connectInternal();
  let listener: ((fraction: number) => void) | null = null;
  let furthest = 0; // a file's head is read twice: once to see its shape
  worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    if (!isProgress(data) || data.data.percentage / 100 <= furthest) return;
    furthest = data.data.percentage / 100;
    listener?.(furthest);
  });
  return {
    start: (text) => database.startPendingQuery(connection, text, false),
    poll: () => database.pollPendingQuery(connection),
    fetch: () => database.fetchQueryResults(connection),
    async cancel() {
      await database.cancelPendingQuery(connection);
    },
    onProgress(next) {
      listener = next;
      furthest = 0;
    },
    async check(text) {
      await database.closePrepared(connection, await database.createPrepared(connection, text));
    },
    tableNames: (text) => database.getTableNames(connection, text),
    insertArrow: (name, ipc) => database.insertArrowFromIPCStream(connection, ipc, { name, create: true }),
    registerFile: (path, file) => database.registerFileHandle(path, file, DuckDBDataProtocol.BROWSER_FILEREADER, true),
    async dropFile(path) {
      await database.dropFile(path);
    },
    async close() {
      await database.disconnect(connection);
    },
  };
}
