/**
 * One connection to a running DuckDB, as both builds of duckdb-wasm offer it: text in, Arrow IPC bytes out.
 * A call may throw an `Error` carrying DuckDB's own text; `toEngineError` reads it.
 */
export interface Bindings {
  /** Starts a statement. Arrow schema bytes once it has finished, null while `poll` has to be called. */
  start(text: string): Promise<Uint8Array | null>;
  /** Works on the started statement for one interval. */
  poll(): Promise<Uint8Array | null>;
  /** The next Arrow batch of the finished statement; empty at the end, null for "ask again". */
  fetch(): Promise<Uint8Array | null>;
  /** Gives up the started statement; takes effect between two polls. */
  cancel(): Promise<void>;
  /** Told how far the started statement has read its file, 0-1; null ends it. */
  onProgress(listener: ((fraction: number) => void) | null): void;
  /** Parses and binds exactly one statement, then forgets it. Rejects with the reason when it cannot. */
  check(text: string): Promise<void>;
  tableNames(text: string): Promise<string[]>;
  /** Creates a table from a complete Arrow IPC stream. The bytes may be transferred away. */
  insertArrow(table: string, ipc: Uint8Array): Promise<void>;
  registerFile(path: string, file: Blob): Promise<void>;
  dropFile(path: string): Promise<void>;
  close(): Promise<void>;
}
