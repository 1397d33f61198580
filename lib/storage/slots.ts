import { toStorageError } from "./failure";
import type { Files, ReadableFiles } from "./files";
import { decodeManifest, encodeManifest, type Manifest } from "./manifest";
import { SLOTS } from "./paths";
import { StorageError } from "./storage-error";

export type Slot = (typeof SLOTS)[number];

/** What the two manifest files say together. */
export interface Slots {
  /** The newest valid manifest, or null. */
  newest: Manifest | null;
  /** Every valid manifest: what they name must stay. */
  valid: readonly Manifest[];
  /** The file the next manifest goes to: never the newest valid one. */
  next: Slot;
  /** A manifest is there and cannot be read: what it named must be looked for. */
  damaged: boolean;
  /** Written by a newer Lucid. */
  newer: boolean;
}

export async function readSlots(files: ReadableFiles): Promise<Slots> {
  const found = await Promise.all(
    SLOTS.map(async (slot) => {
      const bytes = await files.read(slot);
      const decoded = bytes ? await decodeManifest(bytes) : null;
      const manifest = decoded && decoded.state !== "damaged" ? decoded.manifest : null;
      return { slot, decoded, manifest };
    }),
  );
  const valid = found.flatMap(({ slot, manifest }) => (manifest ? [{ slot, manifest }] : []));
  valid.sort((a, b) => b.manifest.seq - a.manifest.seq);
  return {
    newest: valid[0]?.manifest ?? null,
    valid: valid.map(({ manifest }) => manifest),
    next: valid[0]?.slot === SLOTS[0] ? SLOTS[1] : SLOTS[0],
    damaged: found.some(({ decoded }) => decoded?.state === "damaged"),
    newer: found.some(({ decoded }) => decoded?.state === "newer"),
  };
}

/** Writes a manifest and reads it back. When that fails the file is removed: the other one holds. */
export async function writeSlot(files: Files, slot: Slot, manifest: Manifest): Promise<void> {
  const bytes = await encodeManifest(manifest);
  try {
    await files.put(slot, 0, bytes);
    const back = await files.read(slot);
    const read = back ? await decodeManifest(back) : null;
    if (read?.state !== "valid" || read.manifest.seq !== manifest.seq) throw readBackDiffers();
  } catch (error) {
    await discard(files, slot);
    throw toStorageError(error);
  }
}

/** What was written is not what is read. */
export function readBackDiffers(): StorageError {
  return new StorageError({
    kind: "damaged",
    message: "The device did not keep what was written. What was saved before is intact.",
    hint: "Try again; if it happens again, save the notebook as a file and check the disk.",
  });
}

/** Removes what a failed write left. A failure to do so leaves an orphan, which a later start collects. */
export async function discard(files: Files, path: string): Promise<void> {
  await files.remove(path).catch((error: unknown) => console.warn(`Lucid could not remove ${path}.`, error));
}
