import type { Bytes, Files } from "./files";
import type { ManifestStore } from "./manifest-store";
import { partPath } from "./paths";
import { sha256Hex } from "./sha256";
import { discard } from "./slots";
import type { PartRef } from "./storage";
import { StorageError } from "./storage-error";
import { writeVerified } from "./write-verified";

export interface Parts {
  list(): Promise<readonly PartRef[]>;
  /** The bytes of a part, their hash checked. */
  read(hash: string): Promise<Bytes>;
  /** Writes the file of a part, or nothing when a good one is there. `fresh` tells which. May overlap with anything. */
  write(bytes: Bytes): Promise<{ part: PartRef; fresh: boolean }>;
  /** Names a written part in the manifest. Calls must not overlap. */
  adopt(written: { part: PartRef; fresh: boolean }): Promise<void>;
  remove(hash: string): Promise<void>;
}

/** Immutable files named after their sha256. */
export function openParts(files: Files, manifests: ManifestStore): Parts {
  async function has(hash: string): Promise<boolean> {
    return (await manifests.current()).data.some((part) => part.hash === hash);
  }

  return {
    async list() {
      return (await manifests.current()).data;
    },
    async read(hash) {
      const named = await has(hash);
      const bytes = named ? await files.read(partPath(hash)) : null;
      if (!bytes) {
        throw new StorageError({
          kind: "missing",
          message: "A part of the data is no longer stored on this device. Other data is not affected.",
          hint: "Read the file in again.",
        });
      }
      if ((await sha256Hex(bytes)) === hash) return bytes;
      throw new StorageError({
        kind: "damaged",
        message: "A part of the data is damaged on this device and is not used. Other data is not affected.",
        hint: "Read the file in again.",
      });
    },
    async write(bytes) {
      await manifests.assertWriter();
      const hash = await sha256Hex(bytes);
      const there = (await has(hash)) ? await files.read(partPath(hash)) : null;
      const fresh = !there || (await sha256Hex(there)) !== hash;
      if (fresh) await writeVerified(files, partPath(hash), bytes, hash);
      return { part: { hash, bytes: bytes.length }, fresh };
    },
    async adopt({ part, fresh }) {
      if (await has(part.hash)) return;
      try {
        await manifests.commit(({ data }) => ({ data: [...data, part] }));
      } catch (error) {
        if (fresh) await discard(files, partPath(part.hash));
        throw error;
      }
    },
    async remove(hash) {
      await manifests.assertWriter();
      if (!(await has(hash))) return;
      await manifests.commit(({ data }) => ({ data: data.filter((part) => part.hash !== hash) }));
      await discard(files, partPath(hash));
    },
  };
}
