import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openCaller, type WorkerLike } from "./caller";
import { outOfSpace } from "./failure";
import { type Port, type Service, serveCalls } from "./serve-calls";

/** A worker in the same thread; messages are cloned and buffers handed over as between real ones. */
function workerOf(service: Service) {
  const listeners: ((event: MessageEvent) => void)[] = [];
  const worker: WorkerLike & { ended: boolean } = {
    ended: false,
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage(message: unknown, transfer?: unknown) {
      const data = structuredClone(message, { transfer: transfer as ArrayBuffer[] });
      for (const listener of listeners) listener({ data } as MessageEvent);
    },
    terminate() {
      worker.ended = true;
    },
  };
  const port: Port = {
    addEventListener: (_, listener) => listeners.push(listener),
    postMessage(message, transfer) {
      const data = structuredClone(message, { transfer });
      if (!worker.ended) worker.onmessage?.call(worker as unknown as Worker, { data } as MessageEvent);
    },
  };
  serveCalls(port, service);
  return { worker, port };
}

const service = {
  double: async (value: number) => value * 2,
  fail: async () => {
    throw outOfSpace();
  },
  odd: async () => {
    throw new TypeError("odd");
  },
  never: () => new Promise<void>(() => undefined),
  bytes: async (given: Uint8Array) => new Uint8Array(given.map((byte) => byte + 1)),
};
const SOON = { deadline: 1_000 };
const open = (onNotice?: (notice: unknown) => void) => {
  const { worker, port } = workerOf(service);
  return { worker, port, caller: openCaller<typeof service>(worker, { broken: "It stopped.", onNotice }) };
};

describe("a call to a worker", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("resolves with the answer, hands bytes over both ways, and leaves nothing behind", async () => {
    const { caller } = open();
    expect(await caller.call("double", [21], SOON)).toBe(42);
    const given = Uint8Array.of(1, 2);
    expect(await caller.call("bytes", [given], { ...SOON, transfer: [given.buffer] })).toEqual(Uint8Array.of(2, 3));
    expect(given.length).toBe(0);
    expect(caller.open).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("rejects with the error of the other side, its kind and hint kept", async () => {
    const { caller } = open();
    await expect(caller.call("fail", [], SOON)).rejects.toMatchObject({ kind: "full", hint: outOfSpace().hint });
    await expect(caller.call("odd", [], SOON)).rejects.toMatchObject({ kind: "internal", cause: "TypeError: odd" });
  });

  it("rejects for a name the worker does not have, inherited names among them", async () => {
    const { caller } = open();
    const unknown = "toString" as "double";
    await expect(caller.call(unknown, [1], SOON)).rejects.toMatchObject({ kind: "internal" });
  });

  it("rejects at its deadline when no answer comes", async () => {
    const { caller } = open();
    const asked = expect(caller.call("never", [], SOON)).rejects.toMatchObject({ kind: "internal" });
    await vi.advanceTimersByTimeAsync(1_000);
    await asked;
    expect(await caller.call("double", [1], SOON)).toBe(2);
  });

  it("rejects at once when it is aborted, before or after it was asked", async () => {
    const { caller } = open();
    await expect(caller.call("never", [], { ...SOON, signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "AbortError",
    });
    const control = new AbortController();
    const asked = caller.call("never", [], { ...SOON, signal: control.signal });
    control.abort();
    await expect(asked).rejects.toMatchObject({ name: "AbortError" });
    expect(vi.getTimerCount()).toBe(0);
  });

  it("rejects when the worker breaks down, and from then on", async () => {
    const { worker, caller } = open();
    const asked = caller.call("never", [], SOON);
    worker.onerror?.call(worker as unknown as Worker, { message: "404" } as ErrorEvent);
    await expect(asked).rejects.toMatchObject({ kind: "internal", message: expect.stringContaining("It stopped.") });
    await expect(caller.call("double", [1], SOON)).rejects.toMatchObject({ kind: "internal" });
    expect(worker.ended).toBe(true);
  });

  it("rejects what is open when it is closed", async () => {
    const { caller } = open();
    const asked = caller.call("never", [], SOON);
    caller.close();
    await expect(asked).rejects.toMatchObject({ kind: "internal" });
  });

  it("passes notices on", () => {
    const notices: unknown[] = [];
    const { port } = open((notice) => notices.push(notice));
    port.postMessage({ notice: true }, []);
    expect(notices).toEqual([true]);
  });
});
