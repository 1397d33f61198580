import { type Caller, openCaller } from "./caller";
import type { Bytes } from "./files";
import { ownBytes } from "./own-bytes";
import type { ParquetService } from "./parquet-service";

/** A worker without work for this long is ended: its memory never shrinks. Milliseconds. */
const IDLE = 10_000;

/** Start-up and, beyond it, half a megabyte a second: ten times what a slow device needs. */
function deadlineFor({ length }: Uint8Array): number {
  return 30_000 + length / 500;
}

export interface ParquetClient {
  /** Takes the bytes over. */
  toParquet(ipc: Uint8Array, signal?: AbortSignal): Promise<Bytes>;
  toIpc(parquet: Bytes, signal?: AbortSignal): Promise<Bytes>;
  close(): void;
}

/** Turns Arrow into Parquet and back in a worker of its own, started when it is needed. */
export function openParquet(workerUrl: string): ParquetClient {
  let caller: Caller<ParquetService> | null = null;
  let idle: ReturnType<typeof setTimeout> | undefined;

  function stop(): void {
    clearTimeout(idle);
    caller?.close();
    caller = null;
  }

  async function ask(name: "toParquet" | "toIpc", given: Uint8Array, signal?: AbortSignal): Promise<Bytes> {
    clearTimeout(idle);
    caller ??= openCaller<ParquetService>(new Worker(workerUrl), {
      broken: "The part of Lucid that packs data for the device stopped.",
    });
    const asked = caller;
    const bytes = ownBytes(given);
    try {
      return await asked.call(name, [bytes], { deadline: deadlineFor(bytes), transfer: [bytes.buffer], signal });
    } catch (error) {
      // After a failure its memory is in doubt; others' calls are let through first.
      if (asked === caller && asked.open === 0) stop();
      throw error;
    } finally {
      clearTimeout(idle);
      idle = setTimeout(() => caller?.open === 0 && stop(), IDLE);
    }
  }

  return {
    toParquet: (ipc, signal) => ask("toParquet", ipc, signal),
    toIpc: (parquet, signal) => ask("toIpc", parquet, signal),
    close: stop,
  };
}
