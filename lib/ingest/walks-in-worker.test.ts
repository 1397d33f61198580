import { describe, expect, it } from "vitest";
import type { WorkerLike } from "./ask-worker";
import { PLAIN } from "./plan";
import { answerWalk, type WalkCall } from "./text-walk-calls";
import { WALKS_HERE } from "./text-walks";
import { walksInWorker } from "./walks-in-worker";

const long = (end: string) => Object.assign(new Blob(["a,b\n", "1,2\n".repeat(600_000), end]), { name: "till.csv" });

function workers(answer: (call: WalkCall) => unknown = answerWalk) {
  const ended: boolean[] = [];
  const start = (): WorkerLike => {
    const at = ended.push(false) - 1;
    const worker: WorkerLike = {
      onmessage: null,
      onerror: null,
      onmessageerror: null,
      terminate: () => {
        ended[at] = true;
      },
      postMessage: async (call: WalkCall) => {
        const data = await answer(call);
        if (!ended[at]) worker.onmessage?.call(worker as Worker, new MessageEvent("message", { data }));
      },
    };
    return worker;
  };
  return { ended, walks: walksInWorker("/workers/text-walk.worker.js", start) };
}

describe("walking through texts beside the page", () => {
  it("says what the worker saw, and ends it", async () => {
    const { ended, walks } = workers();
    expect(await walks.hasEmptyLines(long("\n3,4\n"))).toBe(true);
    expect(await walks.hasEmptyLines(long("3,4\n"))).toBe(false);
    expect(ended).toEqual([true, true]);
  });

  it("rewrites and weighs dates as this thread would", async () => {
    const { ended, walks } = workers();
    const file = long("3\n4,5,6\n");
    const plan = { dialect: PLAIN.dialect, columns: ["a", "b"], layout: PLAIN.layout };
    const [there, here] = [await walks.regularise(file, plan), await WALKS_HERE.regularise(file, plan)];
    expect({ ...there, blob: there.blob.size }).toEqual({ ...here, blob: here.blob.size });
    const column = { dialect: PLAIN.dialect, column: 1 };
    expect(await walks.dateEvidence(file, column)).toEqual(await WALKS_HERE.dateEvidence(file, column));
    expect(ended).toEqual([true, true]);
  });

  it("starts no worker for a short file", async () => {
    const { ended, walks } = workers();
    expect(await walks.hasEmptyLines(Object.assign(new Blob(["a,b\n\n1,2\n"]), { name: "till.csv" }))).toBe(true);
    expect(ended).toEqual([]);
  });

  it("says plainly when the file vanished meanwhile", async () => {
    const stream = () =>
      new ReadableStream({
        pull: () => {
          throw new DOMException("gone", "NotFoundError");
        },
      });
    const gone = Object.assign(new File(["a,b\n"], "till.csv"), { stream });
    const answer = await answerWalk({ walk: "hasEmptyLines", file: gone, name: "till.csv" });
    expect(answer).toMatchObject({ failure: { kind: "unreadable" } });
    const { ended, walks } = workers(() => answer);
    await expect(walks.hasEmptyLines(long(""))).rejects.toMatchObject({ kind: "unreadable" });
    expect(ended).toEqual([true]);
  });

  it("looks once at a file whose reading was prepared, and again after a failure", async () => {
    let failing = true;
    const { ended, walks } = workers((call) =>
      failing ? { failure: { kind: "unreadable", message: "gone", hint: null, cause: "" } } : answerWalk(call),
    );
    const file = long("\n3,4\n");
    walks.prepare(file);
    await expect(walks.hasEmptyLines(file)).rejects.toMatchObject({ kind: "unreadable" });
    failing = false;
    walks.prepare(file);
    expect(await walks.hasEmptyLines(file)).toBe(true);
    expect(await walks.hasEmptyLines(file)).toBe(true);
    expect(ended).toEqual([true, true]);
  });

  it("ends the worker of a prepared walk when the reading is cancelled, and looks again afterwards", async () => {
    const stop = new AbortController();
    let silent = true;
    const { ended, walks } = workers((call) => (silent ? new Promise(() => undefined) : answerWalk(call)));
    const file = long("\n3,4\n");
    walks.prepare(file);
    const looking = walks.hasEmptyLines(file, stop.signal);
    stop.abort();
    await expect(looking).rejects.toMatchObject({ name: "AbortError" });
    expect(ended).toEqual([true]);
    silent = false;
    expect(await walks.hasEmptyLines(file)).toBe(true);
  });

  it("ends the worker when it is cancelled", async () => {
    const stop = new AbortController();
    const { ended, walks } = workers(() => new Promise(() => undefined));
    const looking = walks.hasEmptyLines(long(""), stop.signal);
    stop.abort();
    await expect(looking).rejects.toMatchObject({ name: "AbortError" });
    expect(ended).toEqual([true]);
  });
});
