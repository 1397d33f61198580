import type { Storage } from "@/lib/storage/storage";
import { StorageError } from "@/lib/storage/storage-error";

/** A storage that only writes down what it was asked, and fails when told to. */
export interface RecordingStorage {
  storage: Storage;
  calls: string[];
  /** The next writes fail until this is set to false. */
  full: boolean;
}

export function createRecordingStorage(): RecordingStorage {
  const recording: RecordingStorage = { storage: {} as Storage, calls: [], full: false };
  const write = async (call: string) => {
    if (recording.full) {
      throw new StorageError({ kind: "full", message: "The device is full.", hint: "Free some space." });
    }
    recording.calls.push(call);
  };
  recording.storage = {
    kind: "memory",
    writable: true,
    follows: false,
    onWritable: () => () => undefined,
    takeOver: async () => undefined,
    listDocs: async () => [],
    readDoc: async () => null,
    writeSnapshot: (entry) => write(`snapshot ${entry.title}`),
    appendEdit: (_, edit) => write(`edit ${JSON.stringify(edit)}`),
    removeDoc: (id) => write(`remove ${id}`),
    putVersion: async (_, note) => {
      await write(`version ${note.name ?? note.reason}`);
      return { id: "version", ...note };
    },
    listVersions: async () => [],
    readVersion: async () => null,
    removeVersion: (_, id) => write(`remove version ${id}`),
    leaveCopy: (entry) => write(`copy ${entry.title}`),
    adoptCopies: async () => 0,
    listParts: async () => [],
    putPart: async () => ({ hash: "part", bytes: 0 }),
    removePart: (hash) => write(`remove part ${hash}`),
    getPart: async () => new Uint8Array(),
    takePart: async () => ({ form: "arrow", bytes: new Uint8Array() }),
    bringPart: async () => ({ hash: "part", bytes: 0 }),
    freeParts: async () => 0,
    getResult: async () => null,
    putResult: () => write("result"),
    retainResults: async () => undefined,
    retainedResults: async () => null,
    clearResults: () => write("clear results"),
    getSetting: async () => null,
    putSetting: (name) => write(`setting ${name}`),
    persist: async () => true,
    persisted: async () => true,
    usage: async () => ({ data: 0, results: 0, documents: 0, quota: 0 }),
    close: async () => undefined,
  };
  return recording;
}
