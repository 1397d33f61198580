/** What is used of a Worker. */
export type WorkerLike = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror" | "onmessageerror">;

export const startWorker = (url: string): WorkerLike => new Worker(url);

/** How a call to a worker ends when no answer comes. */
export interface AskOptions {
  /** The error to throw when the worker stopped or its answer cannot be read. */
  stopped: (cause: unknown) => Error;
  signal?: AbortSignal | undefined;
}

/** Asks a worker of its own, whose memory goes with it. Aborting ends it and rejects with the signal's reason. */
export function askWorker<Answer>(worker: WorkerLike, call: unknown, { stopped, signal }: AskOptions): Promise<Answer> {
  const answered = new Promise<Answer>((resolve, reject) => {
    const onAbort = () => reject(signal?.reason);
    signal?.addEventListener("abort", onAbort, { once: true });
    worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
    worker.onerror = (event) => reject(stopped(event.message));
    worker.onmessageerror = () => reject(stopped("A message could not be read."));
    if (signal?.aborted) onAbort();
    else worker.postMessage(call);
  });
  return answered.finally(() => worker.terminate());
}
