import { askWorker, startWorker } from "./ask-worker";
import type { NamedBlob } from "./decode";
import type { Walk, WalkAnswer, WalkCall } from "./text-walk-calls";
import { type TextWalks, WALKS_HERE } from "./text-walks";
import { decodeFailure, workerStopped } from "./worker-failure";

/** Below, in bytes, the page is through before a worker has started. */
const AT_ONCE = 1_000_000;

/**
 * Walks through texts beside the page, which goes on answering meanwhile. Aborting ends the worker. What was found of
 * empty lines is remembered as long as the file is.
 */
export function walksInWorker(workerUrl: string, start = startWorker): TextWalks {
  const looked = new WeakMap<NamedBlob, Promise<boolean>>();

  /** The worker answers what it was asked. */
  async function walked<Found>(file: NamedBlob, walk: Walk, signal: AbortSignal | undefined): Promise<Found> {
    const call: WalkCall = { ...walk, file, name: file.name };
    const stopped = (cause: unknown) => workerStopped(file.name, cause);
    const answer = await askWorker<{ found: Found } | Extract<WalkAnswer, { failure: unknown }>>(
      start(workerUrl),
      call,
      { stopped, signal },
    );
    if ("failure" in answer) throw decodeFailure(answer.failure);
    return answer.found;
  }

  function look(file: NamedBlob, signal: AbortSignal | undefined): Promise<boolean> {
    const looking = walked<boolean>(file, { walk: "hasEmptyLines" }, signal);
    looked.set(file, looking);
    // Who asks is told; the next one looks again.
    looking.catch(() => looked.delete(file));
    return looking;
  }

  return {
    prepare(file, signal) {
      if (file.size >= AT_ONCE && !looked.has(file)) look(file, signal);
    },
    hasEmptyLines: async (file, signal) => {
      if (file.size < AT_ONCE) return WALKS_HERE.hasEmptyLines(file, signal);
      const found = await (looked.get(file) ?? look(file, signal));
      signal?.throwIfAborted();
      return found;
    },
    regularise: (file, plan, signal) =>
      file.size < AT_ONCE
        ? WALKS_HERE.regularise(file, plan, signal)
        : walked(file, { walk: "regularise", plan }, signal),
    dateEvidence: (file, column, signal) =>
      file.size < AT_ONCE
        ? WALKS_HERE.dateEvidence(file, column, signal)
        : walked(file, { walk: "dateEvidence", column }, signal),
  };
}
