"use client";

import { Progress } from "@/components/ui/progress";
import type { Job, JobState } from "@/lib/jobs/job";
import { useWorkbenchState } from "./use-workbench";

const WORDS: Readonly<Record<JobState, string>> = {
  queued: "waiting",
  running: "running",
  done: "done",
  failed: "failed",
  cancelled: "cancelled",
};

/** What the page is doing and has done: reading files, writing them to the device. */
export function ActivityList() {
  const jobs = useWorkbenchState((state) => state.jobs);
  return (
    <section
      aria-label="Activity"
      data-slot="activity"
      className="mb-8 border-line border-y bg-sheet px-4 py-3 print:hidden"
    >
      <h2 className="mb-1 font-semibold text-faint text-xs">Activity</h2>
      {jobs.length === 0 ? <p className="text-base text-soft">Nothing is running.</p> : null}
      <ul>
        {[...jobs].reverse().map((job) => (
          <JobLine key={job.id} job={job} />
        ))}
      </ul>
    </section>
  );
}

function JobLine({ job }: { job: Job }) {
  const seconds = job.startedAt !== null && job.endedAt !== null ? (job.endedAt - job.startedAt) / 1000 : null;
  return (
    <li data-job={job.id} data-state={job.state} className="border-line border-b py-1.5 text-base last:border-b-0">
      <div className="flex items-baseline gap-3">
        <span className="min-w-0 flex-1 truncate">{job.title}</span>
        <span className="text-faint text-xs">
          {WORDS[job.state]}
          {seconds === null ? "" : ` · ${seconds.toFixed(1)} s`}
        </span>
      </div>
      {job.state === "running" ? <Progress label={job.title} value={job.progress} className="mt-1" /> : null}
      {job.problem ? (
        <p className="text-soft text-sm">
          {job.problem.message} {job.problem.hint}
        </p>
      ) : null}
    </li>
  );
}
