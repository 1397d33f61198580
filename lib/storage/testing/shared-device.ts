import { openMemoryFiles } from "../memory-files";
import { ownBytes } from "../own-bytes";
import type { Storage } from "../storage";
import { type Access, storageService } from "../storage-service";
import { lockManager } from "./lock-manager";

/** A device that several tabs share: each call opens the storage of one more tab. Parts are kept as they came. */
export function sharedDevice(): { open(): Promise<Storage> } {
  const files = openMemoryFiles(() => Date.now());
  const locks = lockManager();

  async function open(): Promise<Storage> {
    const listeners = new Set<(writable: boolean) => void>();
    let access: Access = { writable: false, follows: false };
    const service = storageService({
      files: async () => files,
      locks,
      onAccess(now) {
        access = now;
        for (const listener of listeners) listener(now.writable);
      },
    });
    access = await service.open();
    const { used, open: _, ...methods } = service;
    return {
      ...methods,
      kind: "opfs",
      get writable() {
        return access.writable;
      },
      get follows() {
        return access.follows;
      },
      onWritable(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      putPart: (ipc) => service.putPart(ownBytes(ipc)),
      getPart: (hash) => service.getPart(hash),
      takePart: async (hash) => ({ form: "arrow", bytes: await service.getPart(hash) }),
      bringPart: ({ bytes }) => service.putPart(ownBytes(bytes)),
      persist: async () => true,
      persisted: async () => true,
      usage: async () => ({ ...(await used()), quota: 0 }),
    };
  }

  return { open };
}
