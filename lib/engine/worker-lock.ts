import { isAbort } from "@/lib/std/room-error";
import { EngineError } from "./engine-error";
import type { Life } from "./life";

/**
 * Ends a life the moment its worker is gone, which no event tells: the worker holds a Web Lock of its own name
 * (the first line of the worker files, written by scripts/prepare-engine.mjs), and whoever waits for that lock
 * gets it when the worker dies. Browsers without locks are left with the deadlines.
 */
export async function endWithWorker(workerName: string, life: Life): Promise<void> {
  const locks: LockManager | undefined = navigator.locks;
  const { held = [] } = (await locks?.query()) ?? {};
  if (!held.some((lock) => lock.name === workerName)) return;
  const waiting = new AbortController();
  life.onEnd(() => waiting.abort());
  locks
    .request(workerName, { signal: waiting.signal }, () => life.end(workerGone()))
    .catch((error: unknown) => {
      if (!isAbort(error)) life.end(workerGone(error));
    });
}

/** The worker died without a word: killed by the browser, for memory more often than not. */
export function workerGone(cause?: unknown): EngineError {
  return new EngineError({
    kind: "stopped",
    message: "The browser stopped the engine in the middle of this step.",
    hint: "It is started again. Your files and saved work are not affected; run the cell once more.",
    cause,
  });
}
