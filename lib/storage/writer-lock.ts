/** One name for all tabs of an origin. */
const NAME = "lucid-writer";

export interface WriterLock {
  /** Resolves when the lock is ours or after `patience` milliseconds, whichever is first. */
  settled(patience: number): Promise<void>;
  /** Gives the lock back, or stops waiting for it. */
  release(): void;
}

/**
 * Asks for the right to write and keeps asking: `onGranted` is called once it is ours, at once or when the other tab
 * closes, `onLost` when another tab took it over.
 */
export function askWriterLock(locks: LockManager, onGranted: () => void, onLost: () => void): WriterLock {
  const leave = new AbortController();
  let ours = false;
  const left = new Promise<void>((resolve) => leave.signal.addEventListener("abort", () => resolve()));
  const answered = new Promise<void>((resolve) => {
    locks
      .request(NAME, { signal: leave.signal }, () => {
        ours = true;
        onGranted();
        resolve();
        return left;
      })
      .catch(() => {
        if (ours && !leave.signal.aborted) onLost();
        resolve();
      });
  });
  return {
    settled: (patience) => Promise.race([answered, new Promise<void>((resolve) => setTimeout(resolve, patience))]),
    release: () => leave.abort(),
  };
}
