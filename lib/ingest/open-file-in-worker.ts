import type { WorkerAnswer, WorkerCall } from "./container/open-worker-calls";
import type { NamedBlob } from "./decode";
import { IngestError } from "./ingest-error";
import { lookAt } from "./open-plain";
import type { OpenChoice, OpenedFile, OpenFile } from "./opened-file";

/** What is used of a Worker. */
export type WorkerLike = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror" | "onmessageerror">;

function stopped(name: string, cause: unknown): IngestError {
  return new IngestError({
    kind: "unreadable",
    message: `${name} could not be opened: the part of Lucid that opens files stopped. Nothing was imported.`,
    hint: "The file may need more memory than the browser gives. Save it as CSV, or leave out what you do not need, and add that file.",
    cause,
  });
}

/** Asks a worker of its own, whose memory goes with it. */
function ask(worker: WorkerLike, call: WorkerCall, signal?: AbortSignal): Promise<OpenedFile> {
  const answered = new Promise<OpenedFile>((resolve, reject) => {
    const onAbort = () => reject(signal?.reason);
    signal?.addEventListener("abort", onAbort, { once: true });
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
      if ("opened" in data) resolve(data.opened);
      else reject(new IngestError({ ...data.failure, hint: data.failure.hint ?? undefined }));
    };
    worker.onerror = (event) => reject(stopped(call.name, event.message));
    worker.onmessageerror = () => reject(stopped(call.name, "A message could not be read."));
    if (signal?.aborted) onAbort();
    else worker.postMessage(call);
  });
  return answered.finally(() => worker.terminate());
}

const keyOf = ({ encoding, sheet }: OpenChoice) => JSON.stringify([encoding, sheet]);

/**
 * Opens files for the page: a text in UTF-8 is the file itself after a look at 384 KB of it, everything else is converted
 * in a worker. What was converted is remembered as long as the file is, so that looking at a file and reading it convert
 * it once. Aborting ends the worker.
 */
export function openFileInWorker(
  workerUrl: string,
  startWorker: (url: string) => WorkerLike = (url) => new Worker(url),
): OpenFile {
  const remembered = new WeakMap<NamedBlob, Map<string, OpenedFile>>();
  return async (file, choice, { signal } = {}) => {
    const before = remembered.get(file)?.get(keyOf(choice));
    if (before) return before;
    const look = await lookAt(file, choice, signal);
    if (look.as === "plain") return look.opened;
    const opened = await ask(startWorker(workerUrl), { file, name: file.name, choice }, signal);
    const known = remembered.get(file) ?? new Map<string, OpenedFile>();
    known.set(keyOf(choice), opened);
    // The plan made from it asks for what was found.
    known.set(keyOf({ encoding: opened.encoding, sheet: opened.sheet }), opened);
    remembered.set(file, known);
    return opened;
  };
}
