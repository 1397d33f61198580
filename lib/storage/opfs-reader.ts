import { workerFailed } from "./failure";
import { readableOpfs } from "./opfs-files";
import { openParquet } from "./parquet-client";
import type { Storage } from "./storage";
import { usageOf } from "./usage";
import { openReader } from "./vault";

/**
 * What is stored, read in the page itself because the storage worker did not start. Documents and results open;
 * every write rejects. Throws as reading does.
 */
export async function openOpfsReader(
  root: FileSystemDirectoryHandle,
  parquetWorkerUrl: string,
  cause: unknown,
): Promise<Storage> {
  const refusal = () => workerFailed("The part of Lucid that saves on this device could not be started.", cause);
  const vault = await openReader(readableOpfs(root), refusal);
  const parquet = openParquet(parquetWorkerUrl);
  const refuse = () => Promise.reject(refusal());
  return {
    kind: "opfs",
    writable: false,
    follows: false,
    onWritable: () => () => undefined,
    takeOver: refuse,
    listDocs: vault.listDocs,
    readDoc: vault.readDoc,
    writeSnapshot: refuse,
    appendEdit: refuse,
    removeDoc: refuse,
    putVersion: refuse,
    listVersions: vault.listVersions,
    readVersion: vault.readVersion,
    removeVersion: refuse,
    leaveCopy: refuse,
    adoptCopies: refuse,
    listParts: vault.listParts,
    putPart: refuse,
    getPart: async (hash, options) => parquet.toIpc(await vault.getPart(hash), options?.signal),
    takePart: async (hash) => ({ form: "parquet", bytes: await vault.getPart(hash) }),
    bringPart: refuse,
    removePart: refuse,
    freeParts: refuse,
    getResult: vault.getResult,
    putResult: refuse,
    retainResults: refuse,
    retainedResults: vault.retainedResults,
    clearResults: refuse,
    getSetting: vault.getSetting,
    putSetting: refuse,
    persist: () => navigator.storage.persist(),
    persisted: () => navigator.storage.persisted(),
    usage: () => usageOf(vault.used()),
    close: async () => parquet.close(),
  };
}
