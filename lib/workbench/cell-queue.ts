import type { JobList, QueuedJob } from "@/lib/jobs/job-list";
import type { CellId } from "@/lib/notebook/ids";
import type { Question } from "./questions";

/** Cells that wait for their turn, each with its job. */
export interface CellQueue {
  readonly size: number;
  has(id: CellId): boolean;
  ids(): CellId[];
  add(question: Question): void;
  /** Its turn has come: gives its job. */
  take(id: CellId): QueuedJob | null;
  /** A person does not want it any more. */
  cancel(id: CellId): void;
  /** It is not to be computed, and nobody needs to be told. */
  drop(ids?: readonly CellId[]): void;
}

interface CellQueueSpec {
  jobs: JobList;
  cancel(id: CellId): void;
  retry(id: CellId): void;
}

export function createCellQueue({ jobs, cancel, retry }: CellQueueSpec): CellQueue {
  const waiting = new Map<CellId, QueuedJob>();

  function take(id: CellId): QueuedJob | null {
    const job = waiting.get(id) ?? null;
    waiting.delete(id);
    return job;
  }

  return {
    get size() {
      return waiting.size;
    },
    has: (id) => waiting.has(id),
    ids: () => [...waiting.keys()],
    add({ cell: { id, title } }) {
      const job = jobs.queue({
        title: `Compute ${title}`,
        subject: `cell ${id}`,
        cancel: () => cancel(id),
        retry: () => retry(id),
      });
      waiting.set(id, job);
    },
    take,
    cancel: (id) => take(id)?.cancel(),
    drop(ids = [...waiting.keys()]) {
      for (const id of ids) take(id)?.drop();
    },
  };
}
