import type { Result } from "@/lib/query/result";
import type { Files } from "./files";
import type { ManifestStore } from "./manifest-store";
import { resultPath, TEMPORARY } from "./paths";
import { decodeResult, encodeResult } from "./result-codec";
import { discard } from "./slots";

export interface Results {
  get(key: string): Promise<Result | null>;
  put(key: string, result: Result): Promise<void>;
}

/** Cached results, one file each. What cannot be read was never there. Puts must not overlap. */
export function openResults(files: Files, manifests: ManifestStore): Results {
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
      const bytes = await encodeResult(result, key);
      try {
        await files.put(`${path}${TEMPORARY}`, 0, bytes);
        await files.move(`${path}${TEMPORARY}`, path);
      } catch (error) {
        await discard(files, `${path}${TEMPORARY}`);
        throw error;
      }
    },
  };
}
