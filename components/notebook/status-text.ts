import type { CellRun } from "@/lib/workbench/state";

/** "just now", "2 min ago", "3 h ago", "4 days ago". */
export function ago(then: number, now: number): string {
  const minutes = Math.floor((now - then) / 60_000);
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${minutes} min ago`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return `${hours} h ago`;
  const days = Math.floor(hours / 24);
  return days === 1 ? "yesterday" : `${days} days ago`;
}

/** "64 ms", "1.2 s", "2 min 5 s". */
export function duration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** What the margin of a cell says. */
export function statusText(run: CellRun, now: number): string {
  const because = run.reason ? `: ${run.reason}` : "";
  switch (run.status) {
    case "never-run":
      return "not run yet";
    case "queued":
      return "queued";
    case "running":
      return run.startedAt === null ? "running" : `running ${Math.max(0, Math.floor((now - run.startedAt) / 1000))} s`;
    case "ok": {
      const time = run.cached ? "cached" : run.durationMs === null ? "done" : duration(run.durationMs);
      return run.ranAt === null ? time : `${time} · ${ago(run.ranAt, now)}`;
    }
    case "error":
      return "failed";
    case "edited":
      return "edited, not run yet";
    case "stale":
      return `stale${because}`;
    case "blocked":
      return run.reason?.startsWith("blocked") ? run.reason : `blocked${because}`;
    case "cancelled":
      return "cancelled";
  }
}

/** One word for lists: "done", "stale", "running". */
export const STATUS_WORDS: Readonly<Record<CellRun["status"], string>> = {
  "never-run": "not run yet",
  queued: "queued",
  running: "running",
  ok: "done",
  error: "failed",
  edited: "edited",
  stale: "stale",
  blocked: "blocked",
  cancelled: "cancelled",
};
