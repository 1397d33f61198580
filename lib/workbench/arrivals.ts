import { toProblem } from "@/lib/std/problem";
import { isAbort } from "@/lib/std/room-error";
import type { IncomingFiles } from "./incoming";

/** A file of a drop, known on the page by its id. */
export interface Arrival {
  id: string;
  file: File;
}

/**
 * Does a step for one file: what was cancelled leaves the list, what failed says why; both give null. Whatever goes wrong
 * with a file after it was cancelled is no news to anyone.
 */
export async function attempt<T>(incoming: IncomingFiles, { id }: Arrival, step: () => Promise<T>): Promise<T | null> {
  try {
    return await step();
  } catch (error) {
    if (isAbort(error) || incoming.signal(id).aborted) incoming.remove(id);
    else incoming.change(id, { step: "failed", problem: toProblem(error) });
    return null;
  }
}

/** The same step for several files, one after the other; those that cannot go on are left out. */
export async function attemptEach<A extends Arrival, T>(
  incoming: IncomingFiles,
  arrivals: readonly A[],
  step: (arrival: A) => Promise<T | null>,
): Promise<T[]> {
  const done: T[] = [];
  for (const arrival of arrivals) {
    const result = await attempt(incoming, arrival, () => step(arrival));
    if (result !== null) done.push(result);
  }
  return done;
}
