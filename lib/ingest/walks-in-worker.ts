import { askWorker, startWorker } from "./ask-worker";
import type { NamedBlob } from "./decode";
import type { Walk, WalkAnswer, WalkCall } from "./text-walk-calls";
import { type TextWalks, WALKS_HERE } from "./text-walks";
import { decodeFailure, workerStopped } from "./worker-failure";

/** A walk for empty lines, under way or done. */
interface Looking {
  found: Promise<boolean>;
  end: AbortController;
}

/** Below, in bytes, the page is through before a worker has started. */
const AT_ONCE = 1_000_000;

/**
 * Walks through texts beside the page, which goes on answering meanwhile. Aborting ends the worker. What was found of
 * empty lines is remembered as long as the file is.
 */
export function walksInWorker(workerUrl: string, start = startWorker): TextWalks {
  const looked = new WeakMap<NamedBlob, Looking>();

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

  function look(file: NamedBlob): Looking {
    const end = new AbortController();
    const looking = { found: walked<boolean>(file, { walk: "hasEmptyLines" }, end.signal), end };
    looked.set(file, looking);
    // Who asks is told; the next one looks again.
    looking.found.catch(() => looked.delete(file));
    return looking;
  }

  /** Whoever is aborted ends the walk, also one that was begun before. */
  async function lookFor(file: NamedBlob, signal: AbortSignal | undefined): Promise<boolean> {
    const { found, end } = looked.get(file) ?? look(file);
    const abort = () => end.abort(signal?.reason);
    signal?.addEventListener("abort", abort, { once: true });
    if (signal?.aborted) abort();
    try {
      const empty = await found;
      signal?.throwIfAborted();
      return empty;
    } finally {
      signal?.removeEventListener("abort", abort);
    }
  }

  return {
    prepare(file, signal) {
      // What goes wrong is told when it is asked for.
      if (file.size >= AT_ONCE && !looked.has(file)) lookFor(file, signal).catch(() => undefined);
    },
    hasEmptyLines: (file, signal) =>
      file.size < AT_ONCE ? WALKS_HERE.hasEmptyLines(file, signal) : lookFor(file, signal),
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
