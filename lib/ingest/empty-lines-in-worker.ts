import { askWorker, startWorker } from "./ask-worker";
import { type HasEmptyLines, hasEmptyLines } from "./empty-lines";
import type { EmptyLinesAnswer, EmptyLinesCall } from "./empty-lines-calls";
import { decodeFailure, workerStopped } from "./worker-failure";

/** Below, in bytes, the page has looked before a worker has started. */
const AT_ONCE = 2_000_000;

/** Looks for empty lines beside the page, which goes on answering meanwhile. Aborting ends the worker. */
export function emptyLinesInWorker(workerUrl: string, start = startWorker): HasEmptyLines {
  return async (file, signal) => {
    if (file.size < AT_ONCE) return hasEmptyLines(file, signal);
    const call: EmptyLinesCall = { file, name: file.name };
    const stopped = (cause: unknown) => workerStopped(file.name, cause);
    const answer = await askWorker<EmptyLinesAnswer>(start(workerUrl), call, { stopped, signal });
    if ("failure" in answer) throw decodeFailure(answer.failure);
    return answer.found;
  };
}
