import type { Bindings } from "./bindings";
import type { RunOptions } from "./engine";
import { joinStream } from "./ipc-stream";

/** The error every aborted call rejects with. */
export function abortError(): DOMException {
  return new DOMException("The query was cancelled.", "AbortError");
}

type Sender = Pick<Bindings, "start" | "poll" | "fetch" | "cancel" | "onProgress">;

/**
 * Runs one statement to its end and gives the result as one Arrow IPC stream.
 * An abort is passed on between two polls; the call then rejects with AbortError once the engine has let go.
 * The stream carries no dictionaries: an ENUM column must not reach it (see `withoutDictionaries`).
 */
export async function send(bindings: Sender, text: string, options: RunOptions = {}): Promise<Uint8Array> {
  const { onProgress = null } = options;
  if (onProgress) bindings.onProgress(onProgress);
  try {
    return await sendQuietly(bindings, text, options.signal);
  } finally {
    if (onProgress) bindings.onProgress(null);
  }
}

/** A cancelled statement keeps its files and its memory until the next one begins. */
const LET_GO = "select 1";

async function sendQuietly(bindings: Sender, text: string, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const step = async <T>(work: Promise<T>): Promise<T> => {
    const value = await work;
    if (!signal?.aborted) return value;
    await bindings.cancel();
    await sendQuietly(bindings, LET_GO, undefined);
    throw abortError();
  };
  if (signal?.aborted) throw abortError();
  let header = await step(bindings.start(text));
  while (header === null) header = await step(bindings.poll());
  const pieces = [header];
  for (;;) {
    const batch = await step(bindings.fetch());
    if (batch === null) continue;
    if (batch.length === 0) return joinStream(pieces);
    pieces.push(batch);
  }
}
