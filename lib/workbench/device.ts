import { toProblem } from "@/lib/std/problem";
import type { Usage } from "@/lib/storage/storage";
import type { Context } from "./context";

/** What the device keeps, and what a person decides about it. */
export interface Device {
  usage(): Promise<Usage>;
  /** Removes the computed results; they come again when they are needed. False when that failed and the page says why. */
  clearResults(): Promise<boolean>;
  /** Looks up whether the browser keeps the data for good. */
  checkPersisted(): Promise<void>;
  /** Asks the browser for it. */
  persist(): Promise<void>;
  /** The keys a person chose, as they were stored; null when there are none. */
  keys(): Promise<unknown>;
  keepKeys(keys: Readonly<Record<string, readonly string[]>>): Promise<void>;
}

const KEYS = "keys";

export function createDevice({ ports, store }: Pick<Context, "ports" | "store">): Device {
  const { storage } = ports;
  const tell = (persisted: boolean) => store.set((state) => ({ ...state, persisted }));

  return {
    usage: () => storage.usage(),
    async clearResults() {
      try {
        await storage.clearResults();
        return true;
      } catch (error) {
        store.set((state) => ({ ...state, storageProblem: toProblem(error) }));
        return false;
      }
    },
    checkPersisted: async () => tell(await storage.persisted()),
    persist: async () => tell(await storage.persist()),
    keys: () => storage.getSetting(KEYS),
    keepKeys: (keys) => storage.putSetting(KEYS, keys),
  };
}
