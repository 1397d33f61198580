import { openCaller } from "./caller";
import { fileUnreadable } from "./failure";
import type { StreamHashOptions } from "./stream-hash";

/** The service of a worker that hashes one file; progress comes as notices. */
export type HashService = { hashFile(file: Blob): Promise<string> };

export interface HashOptions extends StreamHashOptions {
  /** The storage worker's script; without it, or where there are no workers, the work is done here. */
  workerUrl?: string | undefined;
}

/** Milliseconds without progress after which a file counts as unreadable. */
const STALL = 30_000;

/**
 * sha256 of a file's bytes, hex, in a worker of its own that holds at most 64 MB of the file. Aborting rejects with an AbortError and
 * ends the worker. A file that cannot be read is a StorageError "missing".
 */
export async function hashFile(file: Blob, { workerUrl, onProgress, signal }: HashOptions = {}): Promise<string> {
  signal?.throwIfAborted();
  if (workerUrl === undefined || typeof Worker === "undefined") {
    const { digestFile } = await import("./digest-file");
    return digestFile(file, { onProgress, signal });
  }
  const stalled = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stalled.abort(fileUnreadable("It did not answer.")), STALL);
  };
  const caller = openCaller<HashService>(new Worker(workerUrl), {
    broken: "The part of Lucid that reads files stopped.",
    onNotice: (bytes) => {
      alive();
      onProgress?.(Number(bytes));
    },
  });
  alive();
  try {
    const either = AbortSignal.any(signal ? [signal, stalled.signal] : [stalled.signal]);
    return await caller.call("hashFile", [file], { deadline: 2 ** 31 - 1, signal: either });
  } finally {
    clearTimeout(timer);
    caller.close();
  }
}
