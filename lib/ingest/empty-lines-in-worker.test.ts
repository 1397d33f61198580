import { describe, expect, it } from "vitest";
import type { WorkerLike } from "./ask-worker";
import { answerEmptyLines, type EmptyLinesCall } from "./empty-lines-calls";
import { emptyLinesInWorker } from "./empty-lines-in-worker";

const long = (end: string) => Object.assign(new Blob(["a,b\n", "1,2\n".repeat(600_000), end]), { name: "till.csv" });

function workers(answer: (call: EmptyLinesCall) => unknown = answerEmptyLines) {
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
      postMessage: async (call: EmptyLinesCall) => {
        const data = await answer(call);
        if (!ended[at]) worker.onmessage?.call(worker as Worker, new MessageEvent("message", { data }));
      },
    };
    return worker;
  };
  return { ended, hasEmptyLines: emptyLinesInWorker("/workers/empty-lines.worker.js", start) };
}

describe("looking for empty lines beside the page", () => {
  it("says what the worker saw, and ends it", async () => {
    const { ended, hasEmptyLines } = workers();
    expect(await hasEmptyLines(long("\n3,4\n"))).toBe(true);
    expect(await hasEmptyLines(long("3,4\n"))).toBe(false);
    expect(ended).toEqual([true, true]);
  });

  it("starts no worker for a short file", async () => {
    const { ended, hasEmptyLines } = workers();
    expect(await hasEmptyLines(Object.assign(new Blob(["a,b\n\n1,2\n"]), { name: "till.csv" }))).toBe(true);
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
    const answer = await answerEmptyLines({ file: gone, name: "till.csv" });
    expect(answer).toMatchObject({ failure: { kind: "unreadable" } });
    const { ended, hasEmptyLines } = workers(() => answer);
    await expect(hasEmptyLines(long(""))).rejects.toMatchObject({ kind: "unreadable" });
    expect(ended).toEqual([true]);
  });

  it("ends the worker when it is cancelled", async () => {
    const stop = new AbortController();
    const { ended, hasEmptyLines } = workers(() => new Promise(() => undefined));
    const looking = hasEmptyLines(long(""), stop.signal);
    stop.abort();
    await expect(looking).rejects.toMatchObject({ name: "AbortError" });
    expect(ended).toEqual([true]);
  });
});
