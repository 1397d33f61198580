import { describe, expect, it } from "vitest";
import { openMemoryFiles } from "./memory-files";
import { storageService } from "./storage-service";

/** Web Locks, as far as they are used: one holder, the others wait, "take over" is `steal`. */
function lockManager() {
  let holder: { reject(error: unknown): void } | null = null;
  const waiting: (() => void)[] = [];
  function give(callback: () => Promise<unknown>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      holder = { reject };
      callback().then((value) => {
        holder = null;
        waiting.shift()?.();
        resolve(value);
      }, reject);
    });
  }
  const locks = {
    async request(_: string, { signal }: { signal: AbortSignal }, callback: () => Promise<unknown>) {
      if (holder) {
        await new Promise<void>((resolve, reject) => {
          waiting.push(resolve);
          signal.addEventListener("abort", () => reject(signal.reason));
        });
      }
      return give(callback);
    },
  };
  return {
    locks: locks as unknown as LockManager,
    steal() {
      holder?.reject(new DOMException("stolen", "AbortError"));
      holder = { reject: () => undefined };
    },
  };
}

function tabs() {
  const files = openMemoryFiles(() => Date.now());
  const manager = lockManager();
  const open = async () => {
    const told: boolean[] = [];
    let wake: (() => void) | null = null;
    const service = storageService({
      files: async () => files,
      locks: manager.locks,
      onWritable: (writable) => {
        told.push(writable);
        wake?.();
      },
    });
    const writes = await service.open();
    const nextNotice = () => new Promise<void>((resolve) => (wake = resolve));
    return { service, writes, told, nextNotice };
  };
  return { files, manager, open };
}

const ENTRY = { id: "one", title: "One", updatedAt: 1, headline: null };

describe("two tabs", () => {
  it("have one writer; the other reads and is refused in plain words", async () => {
    const { open } = tabs();
    const first = await open();
    const second = await open();
    expect([first.writes, second.writes]).toEqual([true, false]);
    await first.service.writeSnapshot(ENTRY, ["here"]);
    await first.service.appendEdit("one", 1);
    expect(await second.service.readDoc("one")).toMatchObject({ snapshot: ["here"], edits: [1] });
    await expect(second.service.appendEdit("one", 2)).rejects.toMatchObject({
      kind: "locked",
      message: expect.stringContaining("Another tab has Lucid open"),
    });
  });

  it("hand the right to write on when the first closes", async () => {
    const { open } = tabs();
    const first = await open();
    const second = await open();
    await first.service.writeSnapshot(ENTRY, []);
    const told = second.nextNotice();
    await first.service.close();
    await told;
    await second.service.appendEdit("one", 2);
    expect(second.told).toEqual([true]);
    expect((await second.service.readDoc("one"))?.edits).toEqual([2]);
  });

  it("tell the tab whose lock was taken over, which reads from then on", async () => {
    const { open, manager } = tabs();
    const first = await open();
    await first.service.writeSnapshot(ENTRY, ["mine"]);
    const told = first.nextNotice();
    manager.steal();
    await told;
    expect(first.told).toEqual([true, false]);
    await expect(first.service.appendEdit("one", 1)).rejects.toMatchObject({ kind: "locked" });
    expect(await first.service.readDoc("one")).toMatchObject({ snapshot: ["mine"] });
  });
});

describe("a browser without locks or files", () => {
  it("is told to use memory", async () => {
    const files = openMemoryFiles(() => 1);
    const without = storageService({ files: async () => files, locks: undefined, onWritable: () => undefined });
    await expect(without.open()).rejects.toMatchObject({ kind: "unavailable" });
    await expect(without.listDocs()).rejects.toMatchObject({ kind: "unavailable" });
  });
});
