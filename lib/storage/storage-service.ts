import type { Result } from "@/lib/query/result";
import { systemClock } from "@/lib/std/clock";
import { lockedByAnotherTab, storageUnavailable } from "./failure";
import type { Bytes, Files } from "./files";
import { createQueue } from "./queue";
import type { DocEntry, RetainedResults, VersionNote } from "./storage";
import { openReader, openWriter, type Vault } from "./vault";
import { askWriterLock, type WriterLock } from "./writer-lock";

/** A tab that is being reloaded gives its lock back within this; milliseconds. */
const PATIENCE = 500;
/** Tidying waits until what the person sees has been read; milliseconds. */
const SETTLED = 3_000;

/** What this tab may do with what is stored. */
export interface Access {
  writable: boolean;
  /** Another tab is the one that writes. */
  follows: boolean;
}

export interface StorageServiceSpec {
  /** Throws StorageError "unavailable" where there is no lasting storage. */
  files(): Promise<Files>;
  locks: LockManager | undefined;
  onAccess(access: Access): void;
}

/** What the storage worker does: one vault, a reader's until the lock is ours. */
export function storageService({ files, locks, onAccess }: StorageServiceSpec) {
  const turn = createQueue();
  let vault: Vault | null = null;
  let lock: WriterLock | null = null;
  let failure: unknown = null;
  let announced: Access = { writable: false, follows: false };
  /** The lock is ours and still nothing may be written: a newer Lucid did. */
  let refused = false;

  function access(): Access {
    const writable = vault?.writable ?? false;
    return { writable, follows: vault !== null && !writable && !refused };
  }

  function announce(): void {
    const now = access();
    if (now.writable === announced.writable && now.follows === announced.follows) return;
    announced = now;
    onAccess(now);
  }

  const follow = (held: Files) => openReader(held, lockedByAnotherTab, systemClock, held);

  async function become(open: (files: Files) => Promise<Vault>): Promise<void> {
    try {
      vault = await open(await files());
      refused = open === openWriter && !vault.writable;
      announce();
    } catch (error) {
      failure = error;
      console.warn("Lucid could not open what is stored.", error);
    }
  }

  function reading<T>(task: (vault: Vault) => Promise<T>): Promise<T> {
    if (!vault) return Promise.reject(failure ?? storageUnavailable());
    return task(vault);
  }

  const writing = <T>(task: (vault: Vault) => Promise<T>): Promise<T> => reading(task).finally(announce);

  return {
    /** Resolves with what this tab may do; changes are announced. */
    async open(): Promise<Access> {
      const found = await files();
      if (!locks) throw storageUnavailable();
      lock = askWriterLock(
        locks,
        () => turn(() => become(openWriter)),
        () => turn(() => become(follow)),
      );
      await lock.settled(PATIENCE);
      return turn(async () => {
        if (!vault && failure !== null) throw failure;
        vault ??= await follow(found);
        setTimeout(() => {
          writing((opened) => opened.tidy()).catch((error: unknown) => console.warn("Lucid could not tidy up.", error));
        }, SETTLED);
        announced = access();
        return announced;
      });
    },
    /** Takes the right to write from the tab that has it. */
    async takeOver(): Promise<void> {
      await lock?.steal();
      await turn(async () => undefined);
    },
    listDocs: () => reading((opened) => opened.listDocs()),
    readDoc: (id: string) => reading((opened) => opened.readDoc(id)),
    writeSnapshot: (entry: DocEntry, snapshot: unknown) => writing((opened) => opened.writeSnapshot(entry, snapshot)),
    appendEdit: (id: string, edit: unknown) => writing((opened) => opened.appendEdit(id, edit)),
    removeDoc: (id: string) => writing((opened) => opened.removeDoc(id)),
    putVersion: (docId: string, note: VersionNote, content: unknown) =>
      writing((opened) => opened.putVersion(docId, note, content)),
    listVersions: (docId: string) => reading((opened) => opened.listVersions(docId)),
    readVersion: (docId: string, versionId: string) => reading((opened) => opened.readVersion(docId, versionId)),
    removeVersion: (docId: string, versionId: string) => writing((opened) => opened.removeVersion(docId, versionId)),
    leaveCopy: (entry: DocEntry, snapshot: unknown) => reading((opened) => opened.leaveCopy(entry, snapshot)),
    adoptCopies: () => writing((opened) => opened.adoptCopies()),
    listParts: () => reading((opened) => opened.listParts()),
    putPart: (parquet: Bytes) => writing((opened) => opened.putPart(parquet)),
    getPart: (hash: string) => reading((opened) => opened.getPart(hash)),
    removePart: (hash: string) => writing((opened) => opened.removePart(hash)),
    freeParts: (inUse: readonly string[]) => writing((opened) => opened.freeParts(inUse)),
    getResult: (key: string) => reading((opened) => opened.getResult(key)),
    putResult: (key: string, result: Result) => writing((opened) => opened.putResult(key, result)),
    retainResults: (id: string, retained: RetainedResults) => writing((opened) => opened.retainResults(id, retained)),
    retainedResults: (id: string) => reading((opened) => opened.retainedResults(id)),
    clearResults: () => writing((opened) => opened.clearResults()),
    getSetting: (name: string) => reading((opened) => opened.getSetting(name)),
    putSetting: (name: string, value: unknown) => writing((opened) => opened.putSetting(name, value)),
    used: () => reading((opened) => opened.used()),
    /** Gives the lock back once what was asked before is done. */
    close: () => writing((opened) => opened.idle()).finally(() => lock?.release()),
  };
}

export type StorageService = ReturnType<typeof storageService>;
