import type { Problem } from "@/lib/std/problem";

export type JobState = "queued" | "running" | "done" | "failed" | "cancelled";

/** Anything slow the page is doing, for the Activity list. */
export interface Job {
  id: string;
  title: string;
  state: JobState;
  /** 0-1, or null when it cannot be known. */
  progress: number | null;
  startedAt: number | null;
  endedAt: number | null;
  problem: Problem | null;
  /** It waits or runs and can be stopped. */
  canCancel: boolean;
  /** It failed or was cancelled and can be asked for again. */
  canRetry: boolean;
}
