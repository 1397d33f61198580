import type { Result } from "@/lib/query/result";
import type { Bytes, Files } from "./files";
import type { ManifestStore } from "./manifest-store";
import { moveOldNotes, readRetainedOrOld } from "./old-last-results";
import { RESULTS, resultPath, TEMPORARY, usedResultsPath } from "./paths";
import { decodeResult, encodeResult } from "./result-codec";
import { removeRetained } from "./retained-results";
import { discard } from "./slots";
import type { RetainedResults } from "./storage";

export interface Results {
  get(key: string): Promise<Result | null>;
  put(key: string, result: Result): Promise<void>;
  /** Writes down what a document shows. */
  retain(id: string, retained: RetainedResults): Promise<void>;
  retained(id: string): Promise<RetainedResults | null>;
  /** Removes what a document showed that is gone. */
  forget(id: string): Promise<void>;
  /** Brings to its place what older versions wrote elsewhere. */
  tidy(): Promise<void>;
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

  async function retain(id: string, retained: RetainedResults): Promise<void> {
    await manifests.assertWriter();
    const path = usedResultsPath(id);
    if (path) await write(path, new TextEncoder().encode(JSON.stringify(retained)));
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
    retain,
    retained: (id) => readRetainedOrOld(files, manifests, id),
    async forget(id) {
      await manifests.assertWriter();
      const { docs } = await manifests.current();
      await removeRetained(
        files,
        id,
        docs.map((doc) => doc.id),
      );
    },
    tidy: () => moveOldNotes(files, manifests, retain),
    async clear() {
      await manifests.assertWriter();
      for (const { name } of await files.list(RESULTS)) await files.remove(`${RESULTS}/${name}`);
    },
  };
}
