import { type CallOptions, openCaller } from "./caller";
import { changingAccess } from "./changing-access";
import { storageUnavailable, workerFailed } from "./failure";
import { openOpfsRoot } from "./opfs-files";
import { ownBytes } from "./own-bytes";
import { openParquet } from "./parquet-client";
import type { Storage } from "./storage";
import { StorageError } from "./storage-error";
import type { Access, StorageService } from "./storage-service";
import { usageOf } from "./usage";

export interface OpfsOptions {
  /** Script of the storage worker. */
  workerUrl: string;
  /** Script of the Parquet worker; it is started with the first part. */
  parquetWorkerUrl: string;
}

/** What a slow device needs for a small file, ten times over; milliseconds. */
const SMALL: CallOptions = { deadline: 20_000 };

/** The page waits for this before it shows anything; milliseconds. */
const OPENING: CallOptions = { deadline: 8_000 };

/** Small ones and, beyond, two megabytes a second. */
const deadlineFor = (bytes: number) => SMALL.deadline + bytes / 2_000;

/**
 * The storage of this browser. When its worker does not start, what is stored can still be read: `writable` is false
 * and writes reject. Rejects with StorageError: "unavailable" when there is no storage (use memory), "newer" when
 * a newer Lucid wrote what cannot be read here.
 */
export async function openOpfsStorage(options: OpfsOptions): Promise<Storage> {
  if (typeof navigator.storage?.getDirectory !== "function") throw storageUnavailable();
  const root = await inTime(openOpfsRoot());
  try {
    return await openWithWorker(options);
  } catch (error) {
    if (!(error instanceof StorageError && error.kind === "internal")) throw error;
    const { openOpfsReader } = await import("./opfs-reader");
    return openOpfsReader(root, options.parquetWorkerUrl, error);
  }
}

async function openWithWorker({ workerUrl, parquetWorkerUrl }: OpfsOptions): Promise<Storage> {
  const access = changingAccess();
  const worker = openCaller<StorageService>(new Worker(workerUrl), {
    broken: "The part of Lucid that saves on this device stopped.",
    onNotice: (notice) => access.change(notice as Access),
  });
  const parquet = openParquet(parquetWorkerUrl);
  try {
    access.begin(await worker.call("open", [], OPENING));
  } catch (error) {
    worker.close();
    // A device without room for the first file is a device without storage.
    throw error instanceof StorageError && error.kind === "full" ? storageUnavailable(error) : error;
  }

  return access.storage({
    kind: "opfs",
    takeOver: () => worker.call("takeOver", [], SMALL),
    listDocs: () => worker.call("listDocs", [], SMALL),
    readDoc: (id) => worker.call("readDoc", [id], SMALL),
    writeSnapshot: (entry, snapshot) => worker.call("writeSnapshot", [entry, snapshot], SMALL),
    appendEdit: (id, edit) => worker.call("appendEdit", [id, edit], SMALL),
    removeDoc: (id) => worker.call("removeDoc", [id], SMALL),
    putVersion: (docId, note, content) => worker.call("putVersion", [docId, note, content], SMALL),
    listVersions: (docId) => worker.call("listVersions", [docId], SMALL),
    readVersion: (docId, versionId) => worker.call("readVersion", [docId, versionId], SMALL),
    removeVersion: (docId, versionId) => worker.call("removeVersion", [docId, versionId], SMALL),
    leaveCopy: (entry, snapshot) => worker.call("leaveCopy", [entry, snapshot], SMALL),
    adoptCopies: () => worker.call("adoptCopies", [], SMALL),
    listParts: () => worker.call("listParts", [], SMALL),
    async putPart(ipc, options) {
      const bytes = ownBytes(await parquet.toParquet(ipc, options?.signal));
      return worker.call("putPart", [bytes], { deadline: deadlineFor(bytes.length), transfer: [bytes.buffer] });
    },
    async getPart(hash, options) {
      const bytes = await worker.call("getPart", [hash], { deadline: deadlineFor(1e9), signal: options?.signal });
      return parquet.toIpc(bytes, options?.signal);
    },
    async takePart(hash, options) {
      const bytes = await worker.call("getPart", [hash], { deadline: deadlineFor(1e9), signal: options?.signal });
      return { form: "parquet", bytes };
    },
    async bringPart({ form, bytes: given }, options) {
      const bytes = ownBytes(form === "parquet" ? given : await parquet.toParquet(given, options?.signal));
      return worker.call("putPart", [bytes], { deadline: deadlineFor(bytes.length), transfer: [bytes.buffer] });
    },
    removePart: (hash) => worker.call("removePart", [hash], SMALL),
    freeParts: (inUse) => worker.call("freeParts", [inUse], SMALL),
    getResult: (key) => worker.call("getResult", [key], SMALL),
    putResult: (key, result) => worker.call("putResult", [key, result], SMALL),
    retainResults: (id, retained) => worker.call("retainResults", [id, retained], SMALL),
    retainedResults: (id) => worker.call("retainedResults", [id], SMALL),
    clearResults: () => worker.call("clearResults", [], SMALL),
    getSetting: (name) => worker.call("getSetting", [name], SMALL),
    putSetting: (name, value) => worker.call("putSetting", [name, value], SMALL),
    persist: () => navigator.storage.persist(),
    persisted: () => navigator.storage.persisted(),
    usage: () => usageOf(worker.call("used", [], SMALL)),
    async close() {
      try {
        await worker.call("close", [], SMALL);
      } finally {
        worker.close();
        parquet.close();
      }
    },
  });
}

/** Rejects when the browser itself does not answer. */
async function inTime<T>(asked: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(workerFailed("The browser did not open its storage.")), OPENING.deadline);
  });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
