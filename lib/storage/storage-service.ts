import type { Result } from "@/lib/query/result";
import { storageUnavailable } from "./failure";
import type { Bytes, Files } from "./files";
import { createQueue } from "./queue";
import type { DocEntry } from "./storage";
import { openReader, openWriter, type Vault } from "./vault";
import { askWriterLock, type WriterLock } from "./writer-lock";

/** A tab that is being reloaded gives its lock back within this; milliseconds. */
const PATIENCE = 500;
/** Tidying waits until what the person sees has been read; milliseconds. */
const SETTLED = 3_000;

export interface StorageServiceSpec {
  /** Throws StorageError "unavailable" where there is no lasting storage. */
  files(): Promise<Files>;
  locks: LockManager | undefined;
  onWritable(writable: boolean): void;
}

/** What the storage worker does: one vault, a reader's until the lock is ours. */
export function storageService({ files, locks, onWritable }: StorageServiceSpec) {
  const turn = createQueue();
  let vault: Vault | null = null;
  let lock: WriterLock | null = null;
  let failure: unknown = null;
  let announced = false;

  function announce(): void {
    if (!vault || vault.writable === announced) return;
    announced = vault.writable;
    onWritable(announced);
  }

  async function become(open: (files: Files) => Promise<Vault>): Promise<void> {
    try {
      vault = await open(await files());
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
    /** Resolves with whether this tab writes; changes are announced. */
    async open(): Promise<boolean> {
      const found = await files();
      if (!locks) throw storageUnavailable();
      lock = askWriterLock(
        locks,
        () => turn(() => become(openWriter)),
        () => turn(() => become((held) => openReader(held))),
      );
      await lock.settled(PATIENCE);
      return turn(async () => {
        if (!vault && failure !== null) throw failure;
        vault ??= await openReader(found);
        setTimeout(() => {
          writing((opened) => opened.tidy()).catch((error: unknown) => console.warn("Lucid could not tidy up.", error));
        }, SETTLED);
        return vault.writable;
      });
    },
    listDocs: () => reading((opened) => opened.listDocs()),
    readDoc: (id: string) => reading((opened) => opened.readDoc(id)),
    writeSnapshot: (entry: DocEntry, snapshot: unknown) => writing((opened) => opened.writeSnapshot(entry, snapshot)),
    appendEdit: (id: string, edit: unknown) => writing((opened) => opened.appendEdit(id, edit)),
    removeDoc: (id: string) => writing((opened) => opened.removeDoc(id)),
    listParts: () => reading((opened) => opened.listParts()),
    putPart: (parquet: Bytes) => writing((opened) => opened.putPart(parquet)),
    getPart: (hash: string) => reading((opened) => opened.getPart(hash)),
    removePart: (hash: string) => writing((opened) => opened.removePart(hash)),
    getResult: (key: string) => reading((opened) => opened.getResult(key)),
    putResult: (key: string, result: Result) => writing((opened) => opened.putResult(key, result)),
    retainResults: (id: string, keys: readonly string[]) => writing((opened) => opened.retainResults(id, keys)),
    clearResults: () => writing((opened) => opened.clearResults()),
    getSetting: (name: string) => reading((opened) => opened.getSetting(name)),
    putSetting: (name: string, value: unknown) => writing((opened) => opened.putSetting(name, value)),
    used: () => reading((opened) => opened.used()),
    /** Gives the lock back once what was asked before is done. */
    close: () => writing((opened) => opened.idle()).finally(() => lock?.release()),
  };
}

export type StorageService = ReturnType<typeof storageService>;
