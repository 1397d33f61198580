import type { Clock } from "@/lib/std/clock";
import { assertEpoch } from "./epoch";
import { lockedByAnotherTab, toStorageError, writtenByNewer } from "./failure";
import type { Files, ReadableFiles } from "./files";
import { EMPTY, type Manifest } from "./manifest";
import { readSlots, type Slots, writeSlot } from "./slots";
import { StorageError } from "./storage-error";

/** The manifest as a value that is replaced by commits. */
export interface ManifestStore {
  readonly writable: boolean;
  current(): Promise<Manifest>;
  /** A number above all that were ever given, also by a writer that crashed. */
  nextSeq(): number;
  /** Rejects when this tab must not write: "locked", "newer", or "missing" when the files are gone. */
  assertWriter(): Promise<void>;
  /** Writes the changed manifest; when it rejects, the old one holds. Calls must not overlap. */
  commit(change: (manifest: Manifest) => Partial<Manifest>): Promise<void>;
}

function refuseWhatCannotBeRead({ newer, newest }: Slots): Manifest {
  if (newer && !newest) throw writtenByNewer();
  return newest ?? EMPTY;
}

/** The manifest of a tab that only reads, read anew each time because another tab may write it. */
export function readingManifest(files: ReadableFiles, refusal: () => StorageError): ManifestStore {
  const refuse = async () => {
    throw (await readSlots(files)).newer ? writtenByNewer() : refusal();
  };
  return {
    writable: false,
    current: async () => refuseWhatCannotBeRead(await readSlots(files)),
    nextSeq: () => 0,
    assertWriter: refuse,
    commit: refuse,
  };
}

/** The manifest of the one writer, which took `epoch`. */
export function writingManifest(files: Files, slots: Slots, epoch: number, clock: Clock): ManifestStore {
  let manifest = refuseWhatCannotBeRead(slots);
  let slot = slots.next;
  let last = manifest.seq;
  let writable = true;

  function nextSeq(): number {
    last = Math.max(last + 1, clock.now());
    return last;
  }

  async function assertWriter(): Promise<void> {
    if (!writable) throw lockedByAnotherTab();
    try {
      await assertEpoch(files, epoch);
    } catch (error) {
      if (error instanceof StorageError && error.kind === "locked") writable = false;
      throw toStorageError(error);
    }
  }

  return {
    get writable() {
      return writable;
    },
    current: () => Promise.resolve(manifest),
    nextSeq,
    assertWriter,
    async commit(change) {
      await assertWriter();
      const next = { ...manifest, ...change(manifest), epoch, seq: nextSeq() };
      await writeSlot(files, slot, next);
      manifest = next;
      slot = slot === slots.next ? other(slots) : slots.next;
    },
  };
}

function other({ next }: Slots): Slots["next"] {
  return next === "manifest.a.json" ? "manifest.b.json" : "manifest.a.json";
}
