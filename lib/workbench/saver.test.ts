import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openFile } from "@/lib/ingest/open-file";
import { WALKS_HERE } from "@/lib/ingest/text-walks";
import { createJobList } from "@/lib/jobs/job-list";
import { startHistory } from "@/lib/notebook/history";
import { someNotebook } from "@/lib/notebook/testing/arbitrary-notebook";
import { type Context, initialState } from "./context";
import { createSaver } from "./saver";
import type { WorkbenchState } from "./state";
import { createStore } from "./store";
import { createRecordingStorage } from "./testing/recording-storage";

function opened() {
  const recording = createRecordingStorage();
  const notebook = someNotebook(1, 0);
  const clock = { now: () => 0 };
  const context: Context = {
    ports: {
      clock,
      newId: () => "id",
      locale: "en",
      storage: recording.storage,
      channel: { post: () => undefined, listen: () => () => undefined },
      engineVersion: "test",
      relationsVersion: "test",
      engine: () => Promise.reject(new Error("no engine here")),
      openFile,
      liveFile: async () => null,
      places: { of: async () => new Map(), keep: async () => undefined },
      walks: WALKS_HERE,
      hashFile: async () => "hash",
      fetchOwn: () => Promise.reject(new Error("no network here")),
    },
    store: createStore<WorkbenchState>({ ...initialState, notebook }),
    jobs: createJobList(clock, () => undefined),
    history: createStore(startHistory(notebook)),
  };
  const saver = createSaver(context, ({ id, title }) => ({ id, title, updatedAt: 0, headline: null }));
  return { recording, saver, saved: () => context.store.get().saved, state: context.store.get };
}

const rename = (title: string) => ({ type: "set-title", title }) as const;

describe("the saver", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("says saved only once the edit is on the device", async () => {
    const { recording, saver, saved } = opened();
    saver.edit(rename("A"));
    expect(saved()).toBe(false);
    expect(recording.calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(recording.calls).toEqual([`edit ${JSON.stringify(rename("A"))}`]);
    expect(saved()).toBe(true);
  });

  it("writes edits in the order they were made", async () => {
    const { recording, saver } = opened();
    saver.edit(rename("A"));
    saver.edit(rename("B"));
    await saver.flush();
    saver.edit(rename("C"));
    await saver.flush();
    expect(recording.calls.map((call) => call.slice(-3, -2))).toEqual(["A", "B", "C"]);
  });

  it("writes nothing while data parts are still being written", async () => {
    const { recording, saver, saved } = opened();
    const release = saver.hold();
    saver.edit(rename("A"));
    await vi.advanceTimersByTimeAsync(5000);
    expect(recording.calls).toEqual([]);
    expect(saved()).toBe(false);
    release();
    await vi.advanceTimersByTimeAsync(1000);
    expect(recording.calls).toHaveLength(1);
    expect(saved()).toBe(true);
  });

  it("keeps what could not be written and writes the whole document once it can", async () => {
    const { recording, saver, saved, state } = opened();
    recording.full = true;
    saver.edit(rename("A"));
    await saver.flush();
    expect(saved()).toBe(false);
    expect(state().storageProblem?.hint).toBe("Free some space.");
    recording.full = false;
    await saver.flush();
    expect(recording.calls).toEqual(["snapshot A notebook"]);
    expect(saved()).toBe(true);
    expect(state().storageProblem).toBeNull();
  });

  it("makes the edit log short again after many edits", async () => {
    const { recording, saver } = opened();
    for (let n = 0; n < 201; n += 1) saver.edit(rename(`${n}`));
    await saver.flush();
    expect(recording.calls).toEqual(["snapshot A notebook"]);
  });
});
