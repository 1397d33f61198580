import { encodeHeader, encodeLine, type Replay, replayLog } from "./edit-log";
import { lockedByAnotherTab } from "./failure";
import type { Bytes, Files } from "./files";
import type { DocRecord } from "./manifest";
import type { ManifestStore } from "./manifest-store";
import { docFolder, type Generation, logPath, snapshotPath, versionFolder } from "./paths";
import { sha256Hex } from "./sha256";
import { discard } from "./slots";
import { decodeSnapshot, encodeSnapshot } from "./snapshot";
import type { DocEntry, StoredDoc } from "./storage";
import { StorageError } from "./storage-error";
import { writeVerified } from "./write-verified";

const NOTHING: Bytes = new Uint8Array(0);

export interface Documents {
  list(): Promise<readonly DocEntry[]>;
  read(id: string): Promise<StoredDoc | null>;
  writeSnapshot(entry: DocEntry, snapshot: unknown): Promise<void>;
  appendEdit(id: string, edit: unknown): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Documents as snapshot plus edit log. Calls must not overlap. */
export function openDocuments(files: Files, manifests: ManifestStore): Documents {
  /** Where the next edit of a document goes; known once its log was replayed. */
  const ends = new Map<string, { seq: number; bytes: number }>();

  async function find(id: string): Promise<DocRecord | undefined> {
    return (await manifests.current()).docs.find((doc) => doc.id === id);
  }

  async function removeGeneration(id: string, generation: Generation): Promise<void> {
    await discard(files, snapshotPath(id, generation));
    await discard(files, logPath(id, generation));
  }

  /** Cuts a damaged log back to its last good line; what is cut off is kept beside it. */
  async function repair(id: string, seq: number, { goodBytes, tail }: Replay): Promise<number> {
    const path = logPath(id, { seq });
    if (tail.length > 0) {
      await files.put(path.replace(/\.jsonl$/, `-${manifests.nextSeq()}.bad`), 0, tail);
    }
    const header = goodBytes === 0 ? await encodeHeader(id, seq) : NOTHING;
    await files.put(path, goodBytes, header);
    return goodBytes + header.length;
  }

  /** The edits of a log, and whether any may be missing. The writer repairs it on the way. */
  async function readLog(id: string, generation: Generation): Promise<{ edits: readonly unknown[]; whole: boolean }> {
    const replay = await replayLog((await files.read(logPath(id, generation))) ?? NOTHING);
    const whole = replay.goodBytes > 0 && replay.tail.length === 0;
    if (manifests.writable) {
      const bytes = whole ? replay.goodBytes : await repair(id, generation.seq, replay);
      ends.set(id, { seq: generation.seq, bytes });
    }
    // A reader may meet a line that the writer is in the middle of: that is no damage.
    const torn = replay.goodBytes > 0 && !replay.tail.includes(10);
    return { edits: replay.edits, whole: whole || (torn && !manifests.writable) };
  }

  async function readSnapshot(id: string, generation: Generation): Promise<{ snapshot: unknown } | null> {
    const bytes = await files.read(snapshotPath(id, generation));
    if (!bytes || (await sha256Hex(bytes)) !== generation.sha256) return null;
    return decodeSnapshot(bytes);
  }

  async function readRecord({ id, title, current, previous }: DocRecord): Promise<StoredDoc> {
    const newest = await readSnapshot(id, current);
    if (newest) {
      const log = await readLog(id, current);
      return { snapshot: newest.snapshot, edits: log.edits, damaged: !log.whole };
    }
    const older = previous ? await readSnapshot(id, previous) : null;
    if (!older || !previous) {
      throw new StorageError({
        kind: "damaged",
        message: `The notebook "${title}" is damaged on this device and cannot be opened. Other notebooks are not affected.`,
        hint: "Open a copy of it that was saved as a file.",
      });
    }
    const before = await replayLog((await files.read(logPath(id, previous))) ?? NOTHING);
    const since = await readLog(id, current);
    return { snapshot: older.snapshot, edits: [...before.edits, ...since.edits], damaged: true };
  }

  async function endOf({ id, current }: DocRecord): Promise<number> {
    if (ends.get(id)?.seq !== current.seq) await readLog(id, current);
    const end = ends.get(id);
    if (!end) throw lockedByAnotherTab();
    return end.bytes;
  }

  return {
    async list() {
      const { docs } = await manifests.current();
      return docs
        .map(({ id, title, updatedAt, headline }) => ({ id, title, updatedAt, headline }))
        .sort((a, b) => b.updatedAt - a.updatedAt);
    },
    async read(id) {
      const record = await find(id);
      if (!record) return null;
      try {
        return await readRecord(record);
      } catch (error) {
        // The writer in the other tab may have replaced the files between the two reads.
        const now = manifests.writable ? record : await find(id);
        if (!now) return null;
        if (now.current.seq === record.current.seq) throw error;
        return readRecord(now);
      }
    },
    async writeSnapshot(entry, snapshot) {
      await manifests.assertWriter();
      const before = await find(entry.id);
      const bytes = encodeSnapshot(entry, snapshot);
      const current = { seq: manifests.nextSeq(), sha256: await sha256Hex(bytes) };
      const header = await encodeHeader(entry.id, current.seq);
      try {
        await writeVerified(files, snapshotPath(entry.id, current), bytes, current.sha256);
        await files.put(logPath(entry.id, current), 0, header);
        const record = { ...entry, current, previous: before?.current ?? null };
        await manifests.commit(({ docs }) => ({ docs: [...docs.filter(({ id }) => id !== entry.id), record] }));
      } catch (error) {
        await removeGeneration(entry.id, current);
        throw error;
      }
      ends.set(entry.id, { seq: current.seq, bytes: header.length });
      if (before?.previous) await removeGeneration(entry.id, before.previous);
    },
    async appendEdit(id, edit) {
      await manifests.assertWriter();
      const record = await find(id);
      if (!record) {
        throw new StorageError({
          kind: "missing",
          message: "This notebook is not stored on this device, so the change could not be added to it.",
          hint: "Save the whole notebook first.",
        });
      }
      const bytes = await endOf(record);
      const path = logPath(id, record.current);
      const line = await encodeLine(edit);
      try {
        await files.put(path, bytes, line);
      } catch (error) {
        await files
          .put(path, bytes, NOTHING)
          .catch((second: unknown) => console.warn(`Lucid could not cut ${path}.`, second));
        throw error;
      }
      ends.set(id, { seq: record.current.seq, bytes: bytes + line.length });
    },
    async remove(id) {
      await manifests.assertWriter();
      if (!(await find(id))) return;
      await manifests.commit(({ docs }) => ({ docs: docs.filter((doc) => doc.id !== id) }));
      ends.delete(id);
      await discard(files, docFolder(id));
      await discard(files, versionFolder(id));
    },
  };
}
