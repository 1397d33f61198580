"use client";

import { RotateCw, X } from "lucide-react";
import { useNow } from "@/components/notebook/use-now";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Progress } from "@/components/ui/progress";
import { ScrollArea } from "@/components/ui/scroll-area";
import type { Job, JobState } from "@/lib/jobs/job";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

const WORDS: Readonly<Record<JobState, string>> = {
  queued: "waiting",
  running: "running",
  done: "done",
  failed: "failed",
  cancelled: "cancelled",
};

/** What runs, then what waits in its order, what failed, and what else ended, the newest first. */
function inOrder(jobs: readonly Job[]): readonly Job[] {
  const of = (...states: JobState[]) => jobs.filter(({ state }) => states.includes(state));
  const ended = (...states: JobState[]) => of(...states).sort((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0));
  return [...of("running"), ...of("queued"), ...ended("failed"), ...ended("done", "cancelled")];
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
      <ScrollArea label="All jobs" className="-mx-4 max-h-80 px-4">
        <ul>
          {inOrder(jobs).map((job) => (
            <JobLine
              key={job.id}
              job={job}
              onCancel={() => act((on) => on.jobs.cancel(job.id))}
              onRetry={() => act((on) => on.jobs.retry(job.id))}
            />
          ))}
        </ul>
      </ScrollArea>
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
        <span
          className={cn(
            "shrink-0 text-xs tabular-nums",
            job.state === "failed" ? "font-[550] text-down" : "text-faint",
          )}
        >
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
