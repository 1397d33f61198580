import { describe, expect, it, vi } from "vitest";
import { RoomError } from "@/lib/std/room-error";
import type { Job } from "./job";
import { createJobList, type JobSpec } from "./job-list";

function list() {
  let time = 0;
  let jobs: readonly Job[] = [];
  const clock = {
    now() {
      time += 10;
      return time;
    },
  };
  const made = createJobList(clock, (next) => {
    jobs = next;
  });
  return { ...made, now: () => jobs, states: () => jobs.map(({ title, state }) => `${title} ${state}`) };
}

const spec = (title: string, more: Partial<JobSpec> = {}): JobSpec => ({ title, subject: title, ...more });
const failure = () => Promise.reject(new RoomError({ kind: "bad", message: "It is broken.", hint: "Mend it." }));
const abort = () => Promise.reject(new DOMException("stopped", "AbortError"));

describe("the list of jobs", () => {
  it("tells of a job from its queue to its end, with progress and times", async () => {
    const jobs = list();
    const queued = jobs.queue(spec("Read"));
    expect(jobs.now()).toMatchObject([{ state: "queued", startedAt: null, endedAt: null, canCancel: false }]);
    const result = queued.run(async ({ progress }) => {
      progress(0.5);
      expect(jobs.now()).toMatchObject([{ state: "running", progress: 0.5, startedAt: 10, endedAt: null }]);
      return "rows";
    });
    expect(await result).toBe("rows");
    expect(jobs.now()).toMatchObject([{ state: "done", progress: 1, startedAt: 10, endedAt: 20, problem: null }]);
  });

  it("keeps the sentence of a failed job and goes on with the others", async () => {
    const jobs = list();
    const other = jobs.queue(spec("Other"));
    await expect(jobs.run(spec("Read"), failure)).rejects.toThrow("broken");
    await other.run(async () => undefined);
    expect(jobs.now().map(({ title, state, problem }) => ({ title, state, problem }))).toEqual([
      { title: "Other", state: "done", problem: null },
      { title: "Read", state: "failed", problem: { message: "It is broken.", hint: "Mend it." } },
    ]);
  });

  it("cancels what waits or runs, and only that", async () => {
    const jobs = list();
    const cancel = vi.fn();
    const queued = jobs.queue(spec("Read", { cancel }));
    const [job] = jobs.now();
    jobs.cancel(job?.id ?? "");
    expect(cancel).toHaveBeenCalledTimes(1);
    await expect(queued.run(abort)).rejects.toThrow();
    expect(jobs.now()).toMatchObject([{ state: "cancelled", problem: null, canCancel: false, canRetry: false }]);
    jobs.cancel(job?.id ?? "");
    expect(cancel).toHaveBeenCalledTimes(1);
  });

  it("asks again for what failed or was cancelled; the newer job takes the place of the older", async () => {
    const jobs = list();
    const again = vi.fn(() => void jobs.run(spec("Read"), async () => undefined));
    await expect(jobs.run(spec("Read", { retry: again }), failure)).rejects.toThrow();
    jobs.queue(spec("Save", { retry: again })).cancel();
    expect(jobs.now().map(({ canRetry }) => canRetry)).toEqual([true, true]);
    jobs.retry(jobs.now()[0]?.id ?? "");
    await vi.waitFor(() => expect(jobs.states()).toEqual(["Save cancelled", "Read done"]));
    jobs.retry(jobs.now()[1]?.id ?? "");
    expect(again).toHaveBeenCalledTimes(1);
  });

  it("forgets what was dropped, what ended in another notebook and the oldest of many", async () => {
    const jobs = list();
    const waiting = jobs.queue(spec("Waits"));
    jobs.queue(spec("Dropped")).drop();
    for (let at = 0; at < 60; at += 1) await jobs.run(spec(`Job ${at}`), async () => undefined);
    expect(jobs.now()).toHaveLength(51);
    expect(jobs.states().slice(0, 2)).toEqual(["Waits queued", "Job 10 done"]);
    jobs.forgetEnded();
    expect(jobs.states()).toEqual(["Waits queued"]);
    waiting.drop();
    expect(jobs.now()).toEqual([]);
  });
});
