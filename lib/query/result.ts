import type { Column, Value } from "./column";

export type Row = Record<string, Value>;

/** Where a result comes from; enough to say "from these files, as of this day, computed then". */
export interface Provenance {
  /** sha256 of the data parts read, sorted. */
  dataHashes: readonly string[];
  /** The newest sale day in the data, or null without sales. */
  asOf: string | null;
  /** Milliseconds since the epoch. */
  computedAt: number;
  durationMs: number;
  /** "duckdb-wasm 1.32.0". */
  engine: string;
}

/** The one value a cell shows, a cache stores, an export writes and a link carries. */
export interface Result {
  columns: readonly Column[];
  rows: readonly Row[];
  /** How many rows there are when these are only the first of them. */
  total?: number;
  provenance: Provenance;
}

/** True when two results hold the same rows in the same order. */
export function sameRows(a: Result | null, b: Result | null): boolean {
  if (a === b) return true;
  if (!a || !b || a.rows.length !== b.rows.length) return false;
  return a.rows.every((row, at) => JSON.stringify(row) === JSON.stringify(b.rows[at]));
}
