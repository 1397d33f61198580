import { workerFailed } from "./failure";
import { ipcToParquet, type ParquetModule, parquetToIpc } from "./parquet";

/** What the Parquet worker does; `start` gives the wasm module and is asked once. */
export function parquetService(start: () => Promise<ParquetModule>) {
  let started: Promise<ParquetModule> | null = null;
  const module = () => {
    started ??= start().catch((error: unknown) => {
      throw workerFailed("The part of Lucid that packs data for the device could not be loaded.", error);
    });
    return started;
  };
  return {
    toParquet: async (ipc: Uint8Array) => ipcToParquet(await module(), ipc),
    toIpc: async (parquet: Uint8Array) => parquetToIpc(await module(), parquet),
  };
}

export type ParquetService = ReturnType<typeof parquetService>;
