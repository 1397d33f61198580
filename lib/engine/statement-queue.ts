import { abortError } from "./send";

/** Rejects with AbortError the moment the signal fires; what `work` does afterwards no longer matters. */
export function abortable<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return work;
  if (signal.aborted) {
    work.catch(() => undefined);
    return Promise.reject(abortError());
  }
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(abortError());
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/** One statement at a time, in order of arrival: DuckDB's connection cannot do two things at once. */
export class StatementQueue {
  #tail: Promise<unknown> = Promise.resolve();

  /** An aborted call rejects at once; waiting, it never starts; running, its turn lasts until the engine has let go. */
  run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const turn = this.#tail.then(() => {
      if (signal?.aborted) throw abortError();
      return work();
    });
    this.#tail = turn.catch(() => undefined);
    return abortable(turn, signal);
  }
}
