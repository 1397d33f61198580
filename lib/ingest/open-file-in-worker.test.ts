import { afterEach, describe, expect, it } from "vitest";
import type { WorkerLike } from "./ask-worker";
import { answerCall, type WorkerCall } from "./container/open-worker-calls";
import { encodeText, fileOf } from "./container/testing/encode-text";
import { openFileInWorker } from "./open-file-in-worker";

const CHOICE = { encoding: null, sheet: null };
const CAFE = "item,price\nnaïve café,3\n";

/** A worker in this thread: what crosses is cloned as between threads. */
function workers(answer: (call: WorkerCall) => unknown = answerCall) {
  const started: { url: string; ended: boolean }[] = [];
  const start = (url: string): WorkerLike => {
    const state = { url, ended: false };
    started.push(state);
    const worker: WorkerLike = {
      onmessage: null,
      onerror: null,
      onmessageerror: null,
      terminate: () => {
        state.ended = true;
      },
      postMessage: async (call: WorkerCall) => {
        const data = await answer(call);
        if (!state.ended) worker.onmessage?.call(worker as Worker, new MessageEvent("message", { data }));
      },
    };
    return worker;
  };
  return { started, openFile: openFileInWorker("/workers/open.worker.js", start) };
}

let controller = new AbortController();
afterEach(() => {
  controller = new AbortController();
});

describe("opening files for the page", () => {
  it("starts no worker for a text in UTF-8: it is the file itself", async () => {
    const { started, openFile } = workers();
    const file = fileOf("till.csv", CAFE);
    expect((await openFile(file, CHOICE)).text).toBe(file);
    expect((await openFile(file, { encoding: "utf-8", sheet: null })).text).toBe(file);
    expect(started).toEqual([]);
  });

  it("converts everything else in a worker that ends with the answer", async () => {
    const { started, openFile } = workers();
    const { text, ...rest } = await openFile(fileOf("till.csv", encodeText(CAFE, "windows-1252")), CHOICE);
    expect([await text.text(), text.name, rest.encoding]).toEqual([CAFE, "till.csv", "windows-1252"]);
    expect(started).toEqual([{ url: "/workers/open.worker.js", ended: true }]);
  });

  it("converts a file once for looking at it and for reading it", async () => {
    const { started, openFile } = workers();
    const file = fileOf("till.csv", encodeText(CAFE, "macintosh"));
    const looked = await openFile(file, CHOICE);
    const read = await openFile(file, { encoding: looked.encoding, sheet: looked.sheet });
    expect(read).toBe(looked);
    expect(started).toHaveLength(1);
    const other = await openFile(file, { encoding: "windows-1252", sheet: null });
    expect(other.encoding).toBe("windows-1252");
    expect(started).toHaveLength(2);
  });

  it("passes refusals on with their kind, sentence and next step", async () => {
    const { started, openFile } = workers();
    const file = fileOf("till.csv.gz", Uint8Array.from([0x1f, 0x8b, 8, 0, 1, 2, 3]));
    await expect(openFile(file, CHOICE)).rejects.toMatchObject({
      name: "IngestError",
      kind: "unreadable",
      message: expect.stringContaining("till.csv.gz is a gzip archive that cannot be read"),
      hint: expect.any(String),
    });
    expect(started[0]?.ended).toBe(true);
    await expect(openFile(fileOf("a.pdf", "%PDF-1.7"), CHOICE)).rejects.toMatchObject({ kind: "not-a-table" });
    expect(started).toHaveLength(1);
  });

  it("ends the worker when it is aborted, and can be asked again", async () => {
    let asked: () => void = () => undefined;
    const waiting = new Promise<void>((resolve) => {
      asked = resolve;
    });
    let hang = true;
    const { started, openFile } = workers((call) => {
      asked();
      return hang ? new Promise(() => undefined) : answerCall(call);
    });
    const file = fileOf("till.csv", encodeText(CAFE, "windows-1252"));
    const opening = openFile(file, CHOICE, { signal: controller.signal });
    await waiting;
    controller.abort();
    await expect(opening).rejects.toMatchObject({ name: "AbortError" });
    expect(started[0]?.ended).toBe(true);
    hang = false;
    expect((await openFile(file, CHOICE)).encoding).toBe("windows-1252");
  });

  it("says so when the worker breaks down", async () => {
    const start = (): WorkerLike => {
      const worker: WorkerLike = {
        onmessage: null,
        onerror: null,
        onmessageerror: null,
        terminate: () => undefined,
        postMessage: () =>
          worker.onerror?.call(
            worker as Worker,
            Object.assign(new Event("error"), { message: "out of memory" }) as ErrorEvent,
          ),
      };
      return worker;
    };
    const openFile = openFileInWorker("/workers/open.worker.js", start);
    await expect(openFile(fileOf("till.csv", encodeText(CAFE, "windows-1252")), CHOICE)).rejects.toMatchObject({
      kind: "unreadable",
      message: "till.csv could not be opened: the part of Lucid that opens files stopped. Nothing was imported.",
      hint: expect.stringContaining("memory"),
    });
  });
});
