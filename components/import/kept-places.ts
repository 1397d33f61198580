import type { DataSetId } from "@/lib/notebook/ids";
import type { KeptPlaces } from "@/lib/workbench/ports";
import { handleOf, liveAt } from "./live-files";

const DATABASE = "lucid-places";
const STORE = "places";

/** What stands under a notebook's id. Only this store of the browser takes a file's place. */
type Kept = [id: DataSetId, handle: FileSystemFileHandle, stamp: string][];

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function withStore<T>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => void opening.result.createObjectStore(STORE);
  const database = await settled(opening);
  try {
    return await settled(ask(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/** The places of watched files in this browser, by notebook. Rejects where the browser keeps nothing. */
export const keptPlaces: KeptPlaces = {
  async of(notebook) {
    const kept: Kept | undefined = await withStore("readonly", (store) => store.get(notebook));
    return new Map((kept ?? []).map(([id, handle, stamp]) => [id, { live: liveAt(handle), stamp }]));
  },
  async keep(notebook, places) {
    const kept = [...places].flatMap(([id, { live, stamp }]): Kept => {
      const handle = handleOf(live);
      return handle ? [[id, handle, stamp]] : [];
    });
    if (kept.length > 0) await withStore("readwrite", (store) => store.put(kept, notebook));
    else await withStore("readwrite", (store) => store.delete(notebook));
  },
};
