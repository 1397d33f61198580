import { askWorker, startWorker } from "./ask-worker";
import type { WorkerAnswer, WorkerCall } from "./container/open-worker-calls";
import type { NamedBlob } from "./decode";
import { lookAt } from "./open-plain";
import type { OpenChoice, OpenedFile, OpenFile } from "./opened-file";
import { decodeFailure, workerStopped } from "./worker-failure";

/** Throws IngestError as the worker met it. */
function openedOf(answer: WorkerAnswer): OpenedFile {
  if ("opened" in answer) return answer.opened;
  throw decodeFailure(answer.failure);
}

const keyOf = ({ encoding, sheet }: OpenChoice) => JSON.stringify([encoding, sheet]);

/**
 * Opens files for the page: a text in UTF-8 is the file itself after a look at 384 KB of it, everything else is converted
 * in a worker. What was opened is remembered as long as the file is, so that looking at a file and reading it open it
 * once. Aborting ends the worker.
 */
export function openFileInWorker(workerUrl: string, start = startWorker): OpenFile {
  const remembered = new WeakMap<NamedBlob, Map<string, OpenedFile>>();
  const remember = (file: NamedBlob, choice: OpenChoice, opened: OpenedFile) => {
    const known = remembered.get(file) ?? new Map<string, OpenedFile>();
    known.set(keyOf(choice), opened);
    // The plan made from it asks for what was found.
    known.set(keyOf({ encoding: opened.encoding, sheet: opened.sheet }), opened);
    remembered.set(file, known);
    return opened;
  };
  return async (file, choice, { signal } = {}) => {
    const before = remembered.get(file)?.get(keyOf(choice));
    if (before) return before;
    const look = await lookAt(file, choice, signal);
    if (look.as === "plain") return remember(file, choice, look.opened);
    const call: WorkerCall = { file, name: file.name, choice };
    const stops = { stopped: (cause: unknown) => workerStopped(file.name, cause), signal };
    const opened = openedOf(await askWorker<WorkerAnswer>(start(workerUrl), call, stops));
    return remember(file, choice, opened);
  };
}
