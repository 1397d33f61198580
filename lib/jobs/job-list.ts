import type { Clock } from "@/lib/std/clock";
import { type Problem, toProblem } from "@/lib/std/problem";
import { isAbort } from "@/lib/std/room-error";
import type { Job } from "./job";

/** Jobs the list remembers once they ended. */
const REMEMBERED = 50;

/** What a running job may tell of itself. */
export interface JobHandle {
  progress(part: number | null): void;
}

/** Runs slow work under a name and keeps the list of it. A failed job never takes others along. */
export interface JobList {
  run<T>(title: string, work: (job: JobHandle) => Promise<T>): Promise<T>;
}

/** A job list that tells `publish` of every change. */
export function createJobList(clock: Clock, publish: (jobs: readonly Job[]) => void): JobList {
  let jobs: readonly Job[] = [];
  let made = 0;

  function put(job: Job) {
    const known = jobs.some((other) => other.id === job.id);
    jobs = known ? jobs.map((other) => (other.id === job.id ? job : other)) : [...jobs, job];
    const ended = jobs.filter((other) => other.endedAt !== null);
    const forgotten = new Set(ended.slice(0, Math.max(0, ended.length - REMEMBERED)));
    jobs = jobs.filter((other) => !forgotten.has(other));
    publish(jobs);
  }

  return {
    async run(title, work) {
      made += 1;
      let job: Job = {
        id: `job-${made}`,
        title,
        state: "running",
        progress: null,
        startedAt: clock.now(),
        endedAt: null,
        problem: null,
      };
      const change = (part: Partial<Job>) => {
        job = { ...job, ...part };
        put(job);
      };
      put(job);
      try {
        const result = await work({ progress: (progress) => change({ progress }) });
        change({ state: "done", progress: 1, endedAt: clock.now() });
        return result;
      } catch (error) {
        const problem: Problem | null = isAbort(error) ? null : toProblem(error);
        change({ state: problem ? "failed" : "cancelled", endedAt: clock.now(), problem });
        throw error;
      }
    },
  };
}
