import { type Answer, decodeFailure, type Notice } from "./calls";
import { workerFailed } from "./failure";
import type { Service } from "./serve-calls";
import type { StorageError } from "./storage-error";

export interface CallOptions {
  /** Milliseconds; after them the call rejects. */
  deadline: number;
  transfer?: Transferable[];
  signal?: AbortSignal | undefined;
}

type Arguments<F> = F extends (...args: infer A) => unknown ? A : never;
type Value<F> = F extends (...args: never[]) => infer R ? Awaited<R> : never;

/** The page's side of a worker: every call resolves or rejects, in time. */
export interface Caller<S extends Service> {
  call<K extends keyof S & string>(name: K, args: Arguments<S[K]>, options: CallOptions): Promise<Value<S[K]>>;
  /** Calls that are not answered yet. */
  readonly open: number;
  /** Ends the worker; what is open rejects. */
  close(): void;
}

export interface CallerOptions {
  /** A sentence for a worker that does not start or breaks down. */
  broken: string;
  onNotice?: (notice: unknown) => void;
}

interface Waiting {
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/** What is used of a Worker. */
export type WorkerLike = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror" | "onmessageerror">;

export function openCaller<S extends Service>(worker: WorkerLike, options: CallerOptions): Caller<S> {
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let dead: StorageError | null = null;

  function die(cause?: unknown): void {
    dead ??= workerFailed(options.broken, cause);
    worker.terminate();
    for (const { reject } of waiting.values()) reject(dead);
    waiting.clear();
  }

  worker.onmessage = ({ data }: MessageEvent<Answer | Notice>) => {
    if ("notice" in data) {
      options.onNotice?.(data.notice);
      return;
    }
    const settle = waiting.get(data.call);
    if ("failure" in data) settle?.reject(decodeFailure(data.failure));
    else settle?.resolve(data.value);
  };
  worker.onerror = (event) => die(event.message);
  worker.onmessageerror = () => die("A message could not be read.");

  return {
    get open() {
      return waiting.size;
    },
    close: () => die(),
    call(name, args, { deadline, transfer = [], signal }) {
      return new Promise((resolve, reject) => {
        if (dead || signal?.aborted) {
          reject(dead ?? signal?.reason);
          return;
        }
        calls += 1;
        const call = calls;
        const end = () => {
          waiting.delete(call);
          clearTimeout(timer);
          signal?.removeEventListener("abort", onAbort);
        };
        const settle: Waiting = {
          resolve: (value) => {
            end();
            resolve(value as Value<S[typeof name]>);
          },
          reject: (error) => {
            end();
            reject(error);
          },
        };
        const onAbort = () => settle.reject(signal?.reason);
        const timer = setTimeout(
          () => settle.reject(workerFailed(`The device did not answer within ${Math.round(deadline / 1000)} seconds.`)),
          deadline,
        );
        signal?.addEventListener("abort", onAbort);
        waiting.set(call, settle);
        try {
          worker.postMessage({ call, name, args }, transfer);
        } catch (error) {
          settle.reject(workerFailed("This could not be handed to the part of Lucid that saves.", error));
        }
      });
    },
  };
}
