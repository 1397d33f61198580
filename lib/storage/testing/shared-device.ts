import { changingAccess } from "../changing-access";
import { openMemoryFiles } from "../memory-files";
import { ownBytes } from "../own-bytes";
import type { Storage } from "../storage";
import { storageService } from "../storage-service";
import { lockManager } from "./lock-manager";

/** A device that several tabs share: each call opens the storage of one more tab. Parts are kept as they came. */
export function sharedDevice(): { open(): Promise<Storage> } {
  const files = openMemoryFiles(() => Date.now());
  const locks = lockManager();

  async function open(): Promise<Storage> {
    const access = changingAccess();
    const service = storageService({
      files: async () => files,
      locks,
      onAccess: access.change,
    });
    access.begin(await service.open());
    const { used, open: _, ...methods } = service;
    return access.storage({
      ...methods,
      kind: "opfs",
      putPart: (ipc) => service.putPart(ownBytes(ipc)),
      getPart: (hash) => service.getPart(hash),
      takePart: async (hash) => ({ form: "arrow", bytes: await service.getPart(hash) }),
      bringPart: ({ bytes }) => service.putPart(ownBytes(bytes)),
      persist: async () => true,
      persisted: async () => true,
      usage: async () => ({ ...(await used()), quota: 0 }),
    });
  }

  return { open };
}
