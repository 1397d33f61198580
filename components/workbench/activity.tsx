"use client";

import { RotateCw, X } from "lucide-react";
import { useNow } from "@/components/notebook/use-now";
import { Button } from "@/components/ui/button";
import { Progress } from "@/components/ui/progress";
import type { Job, JobState } from "@/lib/jobs/job";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

const WORDS: Readonly<Record<JobState, string>> = {
  queued: "waiting",
  running: "running",
  done: "done",
  failed: "failed",
  cancelled: "cancelled",
};

/** What runs, then what waits in its order, then what ended, the newest first. */
function inOrder(jobs: readonly Job[]): readonly Job[] {
  const of = (...states: JobState[]) => jobs.filter(({ state }) => states.includes(state));
  const ended = of("done", "failed", "cancelled").sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0));
  return [...of("running"), ...of("queued"), ...ended];
}

/** What the page is doing and has done: reading files, computing cells, writing to the device. */
export function ActivityList() {
  const jobs = useWorkbenchState((state) => state.jobs);
  const { act } = useWorkbenchHandle();
  return (
    <section
      aria-label="Activity"
      data-slot="activity"
      className="mb-8 border-line border-y bg-sheet px-4 py-3 print:hidden"
    >
      <h2 className="mb-1 font-semibold text-faint text-xs">Activity</h2>
      {jobs.length === 0 ? <p className="text-base text-soft">Nothing is running.</p> : null}
      <ul className="max-h-[50dvh] overflow-y-auto overscroll-contain">
        {inOrder(jobs).map((job) => (
          <JobLine
            key={job.id}
            job={job}
            onCancel={() => act((on) => on.jobs.cancel(job.id))}
            onRetry={() => act((on) => on.jobs.retry(job.id))}
          />
        ))}
      </ul>
    </section>
  );
}

interface JobLineProps {
  job: Job;
  onCancel: () => void;
  onRetry: () => void;
}

function JobLine({ job, onCancel, onRetry }: JobLineProps) {
  return (
    <li data-job={job.id} data-state={job.state} className="border-line border-b py-1.5 text-base last:border-b-0">
      <div className="flex min-h-7 items-center gap-3">
        <span className="min-w-0 flex-1 truncate" title={job.title}>
          {job.title}
        </span>
        <span className="shrink-0 text-faint text-xs tabular-nums">
          {WORDS[job.state]}
          <Duration job={job} />
        </span>
        {job.canCancel ? (
          <Button variant="outline" size="sm" aria-label={`Cancel: ${job.title}`} onClick={onCancel}>
            <X aria-hidden="true" />
            Cancel
          </Button>
        ) : null}
        {job.canRetry ? (
          <Button variant="outline" size="sm" aria-label={`Retry: ${job.title}`} onClick={onRetry}>
            <RotateCw aria-hidden="true" />
            Retry
          </Button>
        ) : null}
      </div>
      {job.state === "running" ? <Progress label={job.title} value={job.progress} className="mt-1" /> : null}
      {job.problem ? (
        <p className="pb-1 text-sm text-soft [overflow-wrap:anywhere]">
          {job.problem.message} {job.problem.hint}
        </p>
      ) : null}
    </li>
  );
}

/** How long it took, or how long it has been running. */
function Duration({ job: { startedAt, endedAt } }: { job: Job }) {
  if (startedAt === null) return null;
  return <> · {endedAt === null ? <Elapsed since={startedAt} /> : seconds(endedAt - startedAt)}</>;
}

function Elapsed({ since }: { since: number }) {
  return seconds(useNow(200) - since);
}

function seconds(ms: number): string {
  return `${(Math.max(0, ms) / 1000).toFixed(1)} s`;
}
