import type { Result } from "@/lib/query/result";
import type { Bytes } from "./files";
import { hashFile } from "./hash-file";
import { ownBytes } from "./own-bytes";
import { openParquet } from "./parquet-client";
import type { DocEntry, PartOptions, PartRef, RetainedResults, Storage, VersionEntry } from "./storage";
import { StorageError } from "./storage-error";

export interface MemoryOptions {
  /** The Parquet worker's script, for parts that come from a device; without it, they cannot be read here. */
  parquetWorkerUrl?: string;
  /** The storage worker's script, to hash there; without it, hashing is done here. */
  workerUrl?: string;
}

interface HeldDoc {
  entry: DocEntry;
  snapshot: unknown;
  edits: unknown[];
}

function missing(what: string): StorageError {
  return new StorageError({
    kind: "missing",
    message: `${what} is not in this window's memory. Nothing else is affected.`,
    hint: "Without storage on the device everything ends with the window: read the file in again.",
  });
}

/** The JSON value a device would give back. */
function asStored(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}

/**
 * Storage that ends with the window, for browsers that give none and for tests. A part is kept as the Arrow stream it
 * came as and named after the sha256 of that.
 */
export function openMemoryStorage({ workerUrl, parquetWorkerUrl }: MemoryOptions = {}): Storage {
  const docs = new Map<string, HeldDoc>();
  const versions = new Map<string, (VersionEntry & { content: unknown })[]>();
  const parts = new Map<string, Bytes>();
  let made = 0;
  const results = new Map<string, Result>();
  const retained = new Map<string, RetainedResults>();
  const settings = new Map<string, unknown>();

  async function putPart(ipc: Uint8Array, options?: PartOptions): Promise<PartRef> {
    const bytes = ownBytes(ipc);
    const hash = await hashFile(new Blob([bytes]), { workerUrl, signal: options?.signal });
    parts.set(hash, bytes);
    return { hash, bytes: bytes.length };
  }

  function held(hash: string): Bytes {
    const bytes = parts.get(hash);
    if (!bytes) throw missing("A part of the data");
    return bytes.slice();
  }

  async function unpacked(parquet: Uint8Array, options: PartOptions = {}): Promise<Bytes> {
    if (parquetWorkerUrl === undefined) throw missing("What reads data of another device");
    const client = openParquet(parquetWorkerUrl);
    try {
      return await client.toIpc(ownBytes(parquet), options.signal);
    } finally {
      client.close();
    }
  }

  return {
    kind: "memory",
    writable: true,
    follows: false,
    onWritable: () => () => undefined,
    takeOver: async () => undefined,
    async listDocs() {
      return [...docs.values()].map(({ entry }) => ({ ...entry })).sort((a, b) => b.updatedAt - a.updatedAt);
    },
    async readDoc(id) {
      const doc = docs.get(id);
      if (!doc) return null;
      return { snapshot: asStored(doc.snapshot), edits: doc.edits.map(asStored), damaged: false };
    },
    async writeSnapshot(entry, snapshot) {
      docs.set(entry.id, { entry: { ...entry }, snapshot: asStored(snapshot), edits: [] });
    },
    async appendEdit(id, edit) {
      const doc = docs.get(id);
      if (!doc) throw missing("This notebook");
      doc.edits.push(asStored(edit));
    },
    async removeDoc(id) {
      docs.delete(id);
      versions.delete(id);
      const own = retained.get(id)?.keys ?? [];
      retained.delete(id);
      const shown = new Set([...retained.values()].flatMap(({ keys }) => keys));
      for (const key of own) if (!shown.has(key)) results.delete(key);
    },
    async putVersion(docId, note, content) {
      made += 1;
      const entry = { id: `version-${made}`, ...note };
      versions.set(docId, [{ ...entry, content: asStored(content) }, ...(versions.get(docId) ?? [])]);
      return entry;
    },
    async listVersions(docId) {
      return (versions.get(docId) ?? []).map(({ content: _, ...entry }) => entry).sort((a, b) => b.at - a.at);
    },
    async readVersion(docId, versionId) {
      const version = versions.get(docId)?.find(({ id }) => id === versionId);
      if (!version) throw missing("This version");
      return asStored(version.content);
    },
    async removeVersion(docId, versionId) {
      versions.set(
        docId,
        (versions.get(docId) ?? []).filter(({ id }) => id !== versionId),
      );
    },
    async leaveCopy(entry, snapshot) {
      docs.set(entry.id, { entry: { ...entry }, snapshot: asStored(snapshot), edits: [] });
    },
    adoptCopies: async () => 0,
    async listParts() {
      return [...parts].map(([hash, { length }]) => ({ hash, bytes: length }));
    },
    putPart,
    getPart: async (hash) => held(hash),
    takePart: async (hash) => ({ form: "arrow", bytes: held(hash) }),
    bringPart: async ({ form, bytes }, options) =>
      putPart(form === "arrow" ? bytes : await unpacked(bytes, options), options),
    async removePart(hash) {
      parts.delete(hash);
    },
    async freeParts(inUse) {
      const named = JSON.stringify([...docs.values(), ...[...versions.values()].flat(), inUse]);
      const free = [...parts.keys()].filter((hash) => !named.includes(hash));
      for (const hash of free) parts.delete(hash);
      return free.length;
    },
    async getResult(key) {
      return structuredClone(results.get(key) ?? null);
    },
    async putResult(key, result) {
      results.set(key, structuredClone(result));
    },
    async retainResults(id, shown) {
      retained.set(id, structuredClone(shown));
    },
    retainedResults: async (id) => structuredClone(retained.get(id) ?? null),
    async clearResults() {
      results.clear();
      retained.clear();
    },
    async getSetting(name) {
      return asStored(settings.get(name));
    },
    async putSetting(name, value) {
      if ((value ?? null) === null) settings.delete(name);
      else settings.set(name, asStored(value));
    },
    persist: async () => false,
    persisted: async () => false,
    async usage() {
      const data = [...parts.values()].reduce((sum, { length }) => sum + length, 0);
      return { data, results: 0, documents: 0, quota: 0 };
    },
    close: async () => undefined,
  };
}
