import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { DataSet } from "@/lib/notebook/notebook";
import type { ParamValue } from "@/lib/query/param";
import type { Query } from "@/lib/query/query";

/** sha256, hex, of a JSON value with its keys in order: equal values, equal hash. */
export function hashOf(value: unknown): string {
  const ordered = JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  return bytesToHex(sha256(utf8ToBytes(ordered)));
}

/** What a result is computed from. */
export interface ResultSource {
  /** In the order of the notebook: of two lists that know the same product the later one wins. */
  dataSets: readonly Pick<DataSet, "dataHash" | "fileName" | "replaced">[];
  query: Pick<Query, "text" | "columns">;
  params: Readonly<Record<string, ParamValue>>;
  /** Fingerprint of the SQL and code between files and relations. */
  relations: string;
  /** "duckdb-wasm 1.32.0". */
  engine: string;
}

/** The key of a result: it changes exactly when data, SQL, relations, params or engine version change. */
export function resultKey({ dataSets, query, params, relations, engine }: ResultSource): string {
  return hashOf({
    // The name of its file stands in every line.
    data: dataSets.map(({ dataHash, fileName, replaced }) => [dataHash, fileName, replaced?.from, replaced?.to]),
    sql: query.text,
    kinds: query.columns.map(({ name, kind }) => [name, kind]),
    params,
    relations,
    engine,
  });
}
