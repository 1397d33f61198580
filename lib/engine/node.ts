import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as Blocking from "@duckdb/duckdb-wasm/blocking";
import type { Bindings } from "./bindings";
import { filePath } from "./file-path";
import { harden } from "./hardening";
import { Session } from "./session";

/** Answers every request with 404: without it, a query that wants an extension waits for ever. */
class NoNetwork {
  readonly status = 404;
  open(): void {}
  send(): void {}
  setRequestHeader(): void {}
  overrideMimeType(): void {}
}

/** The shipped engine inside Node, for tests: one a test file. Also reads files on disk without copying them. */
export class NodeEngine extends Session {
  readonly #register: (path: string, diskPath: string) => void;

  constructor(bindings: Bindings, register: (path: string, diskPath: string) => void) {
    super(bindings);
    this.#register = register;
  }

  /** Makes a file on disk readable by SQL under the path returned. */
  async attachPath(diskPath: string, name: string): Promise<string> {
    const path = filePath(name);
    this.#register(path, diskPath);
    return path;
  }
}

type Database = Awaited<ReturnType<typeof Blocking.createDuckDB>>;

function nodeBindings(database: Database): Bindings {
  const connection = database.connect().useUnsafe((_, id) => id);
  /** Lets timers and aborts through between two steps of the blocking build. */
  const breathe = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    start: async (text) => database.startPendingQuery(connection, text, false),
    async poll() {
      await breathe();
      return database.pollPendingQuery(connection);
    },
    fetch: async () => database.fetchQueryResults(connection),
    async cancel() {
      database.cancelPendingQuery(connection);
    },
    onProgress: () => undefined, // this build reads without telling
    check: async (text) => database.closePrepared(connection, database.createPrepared(connection, text)),
    tableNames: async (text) => database.getTableNames(connection, text),
    insertArrow: async (name, ipc) => database.insertArrowFromIPCStream(connection, ipc, { name, create: true }),
    async registerFile(path, file) {
      database.registerFileBuffer(path, new Uint8Array(await file.arrayBuffer()));
    },
    dropFile: async (path) => database.dropFile(path),
    close: async () => database.disconnect(connection),
  };
}

/** Opens the shipped engine in Node, hardened like the browser's; about a second. */
export async function openNodeEngine(memoryLimitMb?: number): Promise<NodeEngine> {
  Object.defineProperty(globalThis, "XMLHttpRequest", { value: NoNetwork, configurable: true });
  const require = createRequire(import.meta.url);
  const script = require.resolve("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs");
  const duckdb = require(script) as typeof Blocking;
  const wasm = (build: "eh" | "mvp") => ({ mainModule: join(dirname(script), `duckdb-${build}.wasm`), mainWorker: "" });
  const database = await duckdb.createDuckDB(
    { mvp: wasm("mvp"), eh: wasm("eh") },
    new duckdb.VoidLogger(),
    duckdb.NODE_RUNTIME,
  );
  await database.instantiate();
  database.open({});
  const bindings = nodeBindings(database);
  await harden(bindings, memoryLimitMb);
  return new NodeEngine(bindings, (path, diskPath) =>
    database.registerFileURL(path, diskPath, duckdb.DuckDBDataProtocol.NODE_FS, true),
  );
}
