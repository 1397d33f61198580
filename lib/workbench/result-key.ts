import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { ParamValue } from "@/lib/query/param";

/** sha256, hex, of a JSON value with its keys in order: equal values, equal hash. */
export function hashOf(value: unknown): string {
  const ordered = JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
  return bytesToHex(sha256(utf8ToBytes(ordered)));
}

/** The key of a result: it changes exactly when data, SQL, params or engine version change. */
export function resultKey(spec: {
  dataHashes: readonly string[];
  sql: string;
  params: Readonly<Record<string, ParamValue>>;
  engine: string;
}): string {
  return hashOf({ ...spec, dataHashes: [...spec.dataHashes].sort() });
}
