interface LockRequest {
  signal?: AbortSignal;
  steal?: boolean;
}

/** Web Locks, as far as they are used: one holder, the others wait, a thief takes it from the holder. */
export function lockManager(): LockManager {
  let holder: { reject(error: unknown): void } | null = null;
  let waiting: (() => void)[] = [];
  function give(callback: () => Promise<unknown>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const own = { reject };
      holder = own;
      callback().then((value) => {
        if (holder === own) {
          holder = null;
          waiting.shift()?.();
        }
        resolve(value);
      }, reject);
    });
  }
  const locks = {
    async request(_: string, { signal, steal }: LockRequest, callback: () => Promise<unknown>) {
      if (steal) {
        holder?.reject(new DOMException("stolen", "AbortError"));
      } else if (holder) {
        await new Promise<void>((resolve, reject) => {
          waiting.push(resolve);
          signal?.addEventListener("abort", () => {
            waiting = waiting.filter((other) => other !== resolve);
            reject(signal.reason);
          });
        });
      }
      return give(callback);
    },
  };
  return locks as unknown as LockManager;
}
