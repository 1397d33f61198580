import type { Clock } from "@/lib/std/clock";
import { type Problem, toProblem } from "@/lib/std/problem";
import { isAbort } from "@/lib/std/room-error";
import type { Job } from "./job";

/** Jobs the list remembers once they ended. */
const REMEMBERED = 50;

/** What is to be done. */
export interface JobSpec {
  title: string;
  /** What it is about: of jobs about the same thing only the newest stays on the list once it ended. */
  subject: string;
  /** Stops it, with an AbortError of the work where it runs. Without it, it cannot be stopped. */
  cancel?: () => void;
  /** Asks for it again. */
  retry?: () => void;
}

/** What a running job may tell of itself. */
export interface JobHandle {
  progress(part: number | null): void;
}

/** A job that waits for its turn. */
export interface QueuedJob {
  run<T>(work: (job: JobHandle) => Promise<T>): Promise<T>;
  /** It does not get its turn any more. */
  cancel(): void;
  /** Takes it off the list: there was nothing to do, or something newer does it. */
  drop(): void;
}

/** Slow work by name. A failed job never takes others along. */
export interface JobList {
  queue(spec: JobSpec): QueuedJob;
  /** Does it now. */
  run<T>(spec: JobSpec, work: (job: JobHandle) => Promise<T>): Promise<T>;
  cancel(id: string): void;
  retry(id: string): void;
  /** Another notebook is opened: what ended belongs to the one before. */
  forgetEnded(): void;
}

/** A job list that tells `publish` of every change. */
export function createJobList(clock: Clock, publish: (jobs: readonly Job[]) => void): JobList {
  const specs = new Map<string, JobSpec>();
  let jobs: readonly Job[] = [];
  let made = 0;

  const hasEnded = ({ endedAt }: Job) => endedAt !== null;

  function show(next: readonly Job[]) {
    jobs = next;
    const listed = new Set(jobs.map(({ id }) => id));
    for (const id of [...specs.keys()]) if (!listed.has(id)) specs.delete(id);
    publish(jobs);
  }

  function forget(gone: (job: Job) => boolean) {
    if (jobs.some(gone)) show(jobs.filter((job) => !gone(job)));
  }

  function change(id: string, part: Partial<Job>) {
    const ended = part.endedAt === undefined ? [] : jobs.filter(hasEnded);
    const oldest = new Set(ended.slice(0, Math.max(0, ended.length + 1 - REMEMBERED)));
    show(jobs.filter((job) => !oldest.has(job)).map((job) => (job.id === id ? { ...job, ...part } : job)));
  }

  function end(id: string, state: "done" | "failed" | "cancelled", problem: Problem | null = null) {
    const canRetry = state !== "done" && specs.get(id)?.retry !== undefined;
    const progress = state === "done" ? { progress: 1 } : {};
    change(id, { ...progress, state, endedAt: clock.now(), problem, canCancel: false, canRetry });
  }

  function queue(spec: JobSpec): QueuedJob {
    made += 1;
    const id = `job-${made}`;
    forget((job) => hasEnded(job) && specs.get(job.id)?.subject === spec.subject);
    specs.set(id, spec);
    const job: Job = {
      id,
      title: spec.title,
      state: "queued",
      progress: null,
      startedAt: null,
      endedAt: null,
      problem: null,
      canCancel: spec.cancel !== undefined,
      canRetry: false,
    };
    show([...jobs, job]);
    return {
      async run(work) {
        change(id, { state: "running", startedAt: clock.now() });
        try {
          const result = await work({ progress: (progress) => change(id, { progress }) });
          end(id, "done");
          return result;
        } catch (error) {
          if (isAbort(error)) end(id, "cancelled");
          else end(id, "failed", toProblem(error));
          throw error;
        }
      },
      cancel: () => end(id, "cancelled"),
      drop: () => forget((other) => other.id === id),
    };
  }

  return {
    queue,
    run: (spec, work) => queue(spec).run(work),
    cancel(id) {
      if (jobs.find((job) => job.id === id)?.canCancel) specs.get(id)?.cancel?.();
    },
    retry(id) {
      if (jobs.find((job) => job.id === id)?.canRetry) specs.get(id)?.retry?.();
    },
    forgetEnded: () => forget(hasEnded),
  };
}
