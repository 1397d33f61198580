import type { Column, RowOf, RowSpec } from "@/lib/query/column";
import type { Identifier } from "@/lib/query/literal";
import type { ParamSpec, ParamsOf } from "@/lib/query/param";
import type { Query } from "@/lib/query/query";
import type { Row } from "@/lib/query/result";

/** Columns and rows of a statement whose row is not declared: kinds follow the Arrow types, units are "none". */
export interface Table {
  columns: readonly Column[];
  rows: readonly Row[];
}

export interface RunOptions {
  /** Aborting rejects at once with an AbortError and stops the engine's work within a second. */
  signal?: AbortSignal | undefined;
  /** How far into an attached file the statement at work has read, 0-1, rising. In the browser only. */
  onProgress?: ((fraction: number) => void) | undefined;
}

export interface TextOptions extends RunOptions {
  /** Rows after this many are not fetched. */
  most?: number | undefined;
}

/**
 * The analytical engine. Every call settles: it resolves, or rejects with EngineError or AbortError.
 * Statements run one after another. Nothing here reaches the network.
 */
export interface Engine {
  /** "duckdb-wasm 1.32.0": part of every result's key. */
  readonly version: string;
  /** Runs a declared query. Decimals are exact text. */
  run<P extends ParamSpec, R extends RowSpec>(
    query: Query<P, R>,
    params: ParamsOf<P>,
    options?: RunOptions,
  ): Promise<RowOf<R>[]>;
  /** Runs one query of unknown shape; `params` are SQL literals by name. Anything but one query is refused. */
  runText(text: string, params?: Record<string, string>, options?: TextOptions): Promise<Table>;
  /** Creates or replaces a table from one query, refused where `runText` refuses. */
  keep(table: Identifier, text: string, params?: Record<string, string>, options?: RunOptions): Promise<void>;
  /** Runs statements of Lucid's own making (import, model): DDL allowed, never user text. */
  execute(text: string, options?: RunOptions): Promise<void>;
  /** Makes a file readable by SQL under the path returned, without copying it. */
  attach(file: Blob, name: string): Promise<string>;
  detach(path: string): Promise<void>;
  /**
   * Creates or replaces a table from one Arrow IPC stream. The bytes are handed over: do not read them afterwards.
   * Types stay as they are, but HUGEINT comes as DECIMAL(38,0) and dictionaries as VARCHAR.
   */
  load(table: string, ipc: Uint8Array, options?: RunOptions): Promise<void>;
  /** The rows of a table as one Arrow IPC stream, ENUM as text; `from`..`to` are their places from 0, `to` excluded. */
  export(table: string, range?: { from: number; to: number }, options?: RunOptions): Promise<Uint8Array>;
  /** The tables and views a text reads by name, in lower case, by the engine's own parse. */
  references(text: string): Promise<string[]>;
  close(): Promise<void>;
}
