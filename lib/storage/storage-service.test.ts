import { describe, expect, it } from "vitest";
import { raiseEpoch } from "./epoch";
import { openMemoryFiles } from "./memory-files";
import { type Access, storageService } from "./storage-service";
import { lockManager } from "./testing/lock-manager";

function tabs() {
  const files = openMemoryFiles(() => Date.now());
  const locks = lockManager();
  const open = async () => {
    const told: Access[] = [];
    let wake: (() => void) | null = null;
    const service = storageService({
      files: async () => files,
      locks,
      onAccess: (access) => {
        told.push(access);
        wake?.();
      },
    });
    const { writable } = await service.open();
    const nextNotice = () => new Promise<void>((resolve) => (wake = resolve));
    return { service, writable, told, nextNotice };
  };
  return { files, open };
}

const WRITES = { writable: true, follows: false };
const FOLLOWS = { writable: false, follows: true };
const ENTRY = { id: "one", title: "One", updatedAt: 1, headline: null };

describe("two tabs", () => {
  it("have one writer; the other reads and is refused in plain words", async () => {
    const { open } = tabs();
    const first = await open();
    const second = await open();
    expect([first.writable, second.writable]).toEqual([true, false]);
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
    expect(second.told).toEqual([WRITES]);
    expect((await second.service.readDoc("one"))?.edits).toEqual([2]);
  });

  it("tell the tab whose lock was taken over, which reads from then on", async () => {
    const { open } = tabs();
    const first = await open();
    const second = await open();
    await first.service.writeSnapshot(ENTRY, ["mine"]);
    const told = first.nextNotice();
    await second.service.takeOver();
    await told;
    expect(first.told.at(-1)).toEqual(FOLLOWS);
    expect(second.told.at(-1)).toEqual(WRITES);
    await expect(first.service.appendEdit("one", 1)).rejects.toMatchObject({ kind: "locked" });
    await second.service.appendEdit("one", 2);
    expect(await first.service.readDoc("one")).toMatchObject({ snapshot: ["mine"], edits: [2] });
  });

  it("refuse a commit of the old writer that has not heard of the new one yet", async () => {
    const { open, files } = tabs();
    const first = await open();
    await first.service.writeSnapshot(ENTRY, ["mine"]);
    await raiseEpoch(files, 0);
    const told = first.nextNotice();
    await expect(first.service.appendEdit("one", 1)).rejects.toMatchObject({ kind: "locked" });
    await told;
    expect(first.told).toEqual([WRITES, FOLLOWS]);
  });

  it("pass the right on to who waits, and to the first again once the second has closed", async () => {
    const { open } = tabs();
    const first = await open();
    const second = await open();
    const lost = first.nextNotice();
    await second.service.takeOver();
    await lost;
    const back = first.nextNotice();
    await second.service.close();
    await back;
    expect(first.told.at(-1)).toEqual(WRITES);
    await first.service.writeSnapshot(ENTRY, ["back"]);
  });

  it("lay down what the one that only reads must not lose, and the writer takes it in", async () => {
    const { open } = tabs();
    const first = await open();
    const second = await open();
    await second.service.leaveCopy(ENTRY, ["unsaved"]);
    expect(await first.service.listDocs()).toEqual([]);
    expect(await first.service.adoptCopies()).toBe(1);
    expect(await first.service.adoptCopies()).toBe(0);
    expect(await second.service.readDoc("one")).toMatchObject({ snapshot: ["unsaved"] });
  });
});

describe("a browser without locks or files", () => {
  it("is told to use memory", async () => {
    const files = openMemoryFiles(() => 1);
    const without = storageService({ files: async () => files, locks: undefined, onAccess: () => undefined });
    await expect(without.open()).rejects.toMatchObject({ kind: "unavailable" });
    await expect(without.listDocs()).rejects.toMatchObject({ kind: "unavailable" });
  });
});
