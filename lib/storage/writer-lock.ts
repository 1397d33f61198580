/** One name for all tabs of an origin. */
const NAME = "lucid-writer";

export interface WriterLock {
  /** Resolves when the lock is ours or after `patience` milliseconds, whichever is first. */
  settled(patience: number): Promise<void>;
  /** Takes the lock from whoever has it; resolves once it is ours. */
  steal(): Promise<void>;
  /** Gives the lock back, or stops waiting for it. */
  release(): void;
}

/**
 * Asks for the right to write and keeps asking: `onGranted` is called once it is ours, at once or when the other tab
 * closes or crashes, `onLost` when another tab took it over. Whoever lost it waits in line again and never takes it back.
 */
export function askWriterLock(locks: LockManager, onGranted: () => void, onLost: () => void): WriterLock {
  let leave = new AbortController();
  let ours = false;
  let over = false;

  /** Resolves when the lock is granted, or when it will not be. */
  function ask(options: (signal: AbortSignal) => LockOptions): Promise<void> {
    const own = new AbortController();
    leave = own;
    const left = new Promise<void>((resolve) => own.signal.addEventListener("abort", () => resolve()));
    return new Promise<void>((resolve) => {
      locks
        .request(NAME, options(own.signal), () => {
          ours = true;
          onGranted();
          resolve();
          return left;
        })
        .catch(() => {
          resolve();
          if (!ours || own.signal.aborted) return;
          ours = false;
          onLost();
          if (!over) void ask((signal) => ({ signal }));
        });
    });
  }

  const first = ask((signal) => ({ signal }));
  return {
    settled: (patience) => Promise.race([first, new Promise<void>((resolve) => setTimeout(resolve, patience))]),
    async steal() {
      if (ours || over) return;
      leave.abort();
      await ask(() => ({ steal: true }));
    },
    release() {
      over = true;
      leave.abort();
    },
  };
}
