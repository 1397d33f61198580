import type { Result } from "@/lib/query/result";
import type { Bytes, Files } from "./files";
import type { ManifestStore } from "./manifest-store";
import { RESULTS, resultPath, TEMPORARY, usedResultsPath } from "./paths";
import { decodeResult, encodeResult } from "./result-codec";
import { discard } from "./slots";

export interface Results {
  get(key: string): Promise<Result | null>;
  put(key: string, result: Result): Promise<void>;
  /** Writes down which results a document shows. */
  retain(id: string, keys: readonly string[]): Promise<void>;
  clear(): Promise<void>;
}

/** Cached results, one file each. What cannot be read was never there. Puts must not overlap. */
export function openResults(files: Files, manifests: ManifestStore): Results {
  async function write(path: string, bytes: Bytes): Promise<void> {
    try {
      await files.put(`${path}${TEMPORARY}`, 0, bytes);
      await files.move(`${path}${TEMPORARY}`, path);
    } catch (error) {
      await discard(files, `${path}${TEMPORARY}`);
      throw error;
    }
  }

  return {
    async get(key) {
      const path = resultPath(key);
      if (!path) return null;
      try {
        const bytes = await files.read(path);
        return bytes && (await decodeResult(bytes, key));
      } catch (error) {
        console.warn(`Lucid could not read ${path}; it is computed again.`, error);
        return null;
      }
    },
    async put(key, result) {
      await manifests.assertWriter();
      const path = resultPath(key);
      if (!path) return;
      await write(path, await encodeResult(result, key));
    },
    async retain(id, keys) {
      await manifests.assertWriter();
      const path = usedResultsPath(id);
      if (path) await write(path, new TextEncoder().encode(JSON.stringify(keys)));
    },
    async clear() {
      await manifests.assertWriter();
      for (const { name } of await files.list(RESULTS)) await files.remove(`${RESULTS}/${name}`);
    },
  };
}
