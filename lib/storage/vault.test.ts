import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeManifest } from "./manifest";
import { Crash, type Fault, type MemoryFiles, openMemoryFiles } from "./memory-files";
import type { DocEntry } from "./storage";
import { StorageError } from "./storage-error";
import { ticking } from "./testing/ticking";
import { openReader, openWriter, type Vault } from "./vault";

fc.configureGlobal({ includeErrorInReport: true });

const entry = (id = "one"): DocEntry => ({ id, title: `Notebook ${id}`, updatedAt: 1, headline: null });
const bytes = (seed: number) => Uint8Array.from({ length: 300 }, (_, index) => (index * seed) % 251);

type Step = "edit" | "snapshot" | "part" | "setting" | "result";

/** A user who edits a notebook, and what was acknowledged to them. */
function user(vault: () => Vault) {
  const made: number[] = [];
  const acknowledged = new Set<number>();
  const parts = new Map<string, Uint8Array>();
  let setting = 0;
  let acknowledgedSetting = 0;
  let count = 0;
  async function act(step: Step): Promise<void> {
    count += 1;
    if (step === "edit") {
      made.push(count);
      await vault().appendEdit("one", count);
      acknowledged.add(made.at(-1) ?? 0);
    } else if (step === "snapshot") {
      const state = [...made];
      await vault().writeSnapshot(entry(), state);
      for (const edit of state) acknowledged.add(edit);
    } else if (step === "part") {
      const content = bytes(count);
      parts.set((await vault().putPart(content.slice())).hash, content);
    } else if (step === "setting") {
      setting = count;
      await vault().putSetting("n", setting);
      acknowledgedSetting = setting;
    } else {
      await vault().putResult("key", {
        columns: [],
        rows: [],
        provenance: { dataHashes: [], asOf: null, computedAt: count, durationMs: 0, engine: "" },
      });
    }
  }
  async function check(opened: Vault): Promise<void> {
    const doc = await opened.readDoc("one");
    const kept = doc ? [...(doc.snapshot as number[]), ...(doc.edits as number[])] : [];
    expect(kept.filter((edit) => acknowledged.has(edit))).toEqual(made.filter((edit) => acknowledged.has(edit)));
    expect(kept).toEqual(made.filter((edit) => kept.includes(edit)));
    for (const [hash, content] of parts) expect(await opened.getPart(hash)).toEqual(content);
    const stored = await opened.getSetting("n");
    expect([acknowledgedSetting, setting]).toContain(stored ?? 0);
  }
  return { act, check };
}

async function validManifests(files: MemoryFiles): Promise<number> {
  const slots = await Promise.all(["manifest.a.json", "manifest.b.json"].map((slot) => files.read(slot)));
  const states = await Promise.all(slots.map(async (slot) => (slot ? (await decodeManifest(slot)).state : "absent")));
  return states.filter((state) => state === "valid").length;
}

const story: Step[] = [
  "snapshot",
  "edit",
  "part",
  "edit",
  "setting",
  "result",
  "snapshot",
  "edit",
  "edit",
  "part",
  "snapshot",
  "edit",
];

/** Lives the story with one fault; after a failure that is no crash, the story goes on. */
async function live(fault: { call: number; kind: Fault } | null, steps = story) {
  const clock = ticking();
  const files = openMemoryFiles(clock.now);
  let vault = await openWriter(files, clock);
  const someone = user(() => vault);
  await someone.act("snapshot");
  const before = files.calls;
  if (fault) files.failAt(before + fault.call, fault.kind);
  let failures = 0;
  for (const step of steps) {
    try {
      await someone.act(step);
    } catch (error) {
      failures += 1;
      if (error instanceof Crash || (error instanceof Error && error.cause instanceof Crash)) break;
    }
  }
  const reopen = async () => {
    vault = await openWriter(files, clock);
    return vault;
  };
  return { clock, files, someone, reopen, failures, calls: files.calls - before };
}

describe("a vault", () => {
  it("loses nothing acknowledged and heals itself whatever call fails or writes short", async () => {
    const { calls } = await live(null);
    expect(calls).toBeGreaterThan(60);
    for (const kind of ["fail", "short"] as const) {
      for (let call = 1; call <= calls; call += 1) {
        const { files, someone, reopen, failures } = await live({ call, kind });
        expect(failures, `${kind} at ${call}`).toBeLessThanOrEqual(1);
        await someone.check(await reopen());
        expect(await validManifests(files)).toBeGreaterThan(0);
        await someone.act("edit");
        await someone.act("snapshot");
        await someone.check(await reopen());
      }
    }
  });

  it("loses nothing acknowledged when the power goes at any call and any unflushed writes are lost", async () => {
    const { calls } = await live(null);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: calls }),
        fc.infiniteStream(fc.boolean()),
        fc.constantFrom<"mixed" | "all" | "none">("mixed", "all", "none"),
        async (call, coins, lost) => {
          const { files, someone, reopen } = await live({ call, kind: "crash" });
          files.powerLoss(() => (lost === "mixed" ? Boolean(coins.next().value) : lost === "none"));
          const opened = await reopen();
          await someone.check(opened);
          expect(await validManifests(files)).toBeGreaterThan(0);
          await someone.act("edit");
          await someone.act("part");
          await someone.act("snapshot");
          files.powerLoss(() => false);
          await someone.check(await reopen());
        },
      ),
      { numRuns: 600 },
    );
  });

  it("loses nothing acknowledged in any order of steps, with a power loss at any call of any of them", async () => {
    const step = fc.constantFrom<Step>("edit", "edit", "snapshot", "part", "setting");
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 80 }),
        fc.infiniteStream(fc.boolean()),
        async (steps, call, coins) => {
          const { files, someone, reopen } = await live({ call, kind: "crash" }, steps);
          files.powerLoss(() => Boolean(coins.next().value));
          await someone.check(await reopen());
        },
      ),
      { numRuns: 400 },
    );
  });

  it("collects files that stand in neither manifest after a minute, and nothing before", async () => {
    const { clock, files, someone, reopen } = await live(null);
    await files.put("data/left.parquet.tmp", 0, bytes(3));
    await files.put("docs/one/snap-1-00000000.json", 0, bytes(3));
    await files.put("docs/gone/log-1.jsonl", 0, bytes(3));
    await (await reopen()).tidy();
    expect(files.paths()).toContain("data/left.parquet.tmp");
    clock.pass(61_000);
    const vault = await reopen();
    await vault.tidy();
    const left = ["data/left.parquet.tmp", "docs/one/snap-1-00000000.json", "docs/gone/log-1.jsonl"];
    expect(files.paths().filter((path) => left.includes(path))).toEqual([]);
    await someone.check(vault);
  });

  it("gives up its reserve so that a document can still be saved", async () => {
    const { files, someone, reopen } = await live(null);
    await (await reopen()).tidy();
    expect(files.paths()).toContain("reserve");
    files.failAt(files.calls + 1, "fail");
    await someone.act("edit");
    expect(files.paths()).not.toContain("reserve");
    await someone.check(await reopen());
  });

  it("turns read-only when a newer writer has taken over, and says so", async () => {
    const { clock, files, someone, reopen } = await live(null);
    const old = await reopen();
    const newer = await openWriter(files, clock);
    await expect(old.appendEdit("one", 99)).rejects.toMatchObject({ kind: "locked" });
    expect(old.writable).toBe(false);
    await someone.check(newer);
  });

  it("says that nothing is saved when the files were cleared under it", async () => {
    const { files, reopen } = await live(null);
    const vault = await reopen();
    for (const path of files.paths()) await files.remove(path);
    await expect(vault.appendEdit("one", 1)).rejects.toMatchObject({ kind: "missing" });
    await expect(vault.writeSnapshot(entry(), [])).rejects.toMatchObject({ kind: "missing" });
  });

  it("reads in a second tab while the first writes, and refuses to write there", async () => {
    const { files, someone, reopen } = await live(null);
    const writer = await reopen();
    const reader = await openReader(files);
    expect(reader.writable).toBe(false);
    await someone.check(reader);
    await writer.appendEdit("one", 1000);
    expect((await reader.readDoc("one"))?.edits.at(-1)).toBe(1000);
    const before = files.paths();
    const writes = [
      () => reader.appendEdit("one", 1),
      () => reader.writeSnapshot(entry(), []),
      () => reader.putPart(bytes(1)),
      () => reader.removeDoc("one"),
      () => reader.putSetting("n", 1),
    ];
    for (const write of writes) await expect(write()).rejects.toMatchObject({ kind: "locked" });
    expect(files.paths()).toEqual(before);
  });

  it("gives a reader's own reason for refusing to write", async () => {
    const { files, someone } = await live(null);
    const reader = await openReader(files, () => new StorageError({ kind: "internal", message: "No worker." }));
    await someone.check(reader);
    for (const write of [() => reader.appendEdit("one", 1), () => reader.putPart(bytes(1))]) {
      await expect(write()).rejects.toMatchObject({ kind: "internal", message: "No worker." });
    }
  });

  it("does not write over what a newer Lucid wrote", async () => {
    const { files, clock } = await live(null);
    const { encodeManifest, EMPTY } = await import("./manifest");
    await files.put("manifest.a.json", 0, await encodeManifest({ ...EMPTY, format: 2, seq: 9e15, epoch: 7 }));
    const before = await files.read("manifest.a.json");
    const vault = await openWriter(files, clock);
    expect(vault.writable).toBe(false);
    await expect(vault.writeSnapshot(entry(), [])).rejects.toMatchObject({ kind: "newer" });
    expect(await files.read("manifest.a.json")).toEqual(before);
  });

  it("frees the files of a removed document and of a removed part", async () => {
    const { files, reopen } = await live(null);
    const vault = await reopen();
    for (const { hash } of await vault.listParts()) await vault.removePart(hash);
    await vault.removeDoc("one");
    expect(await vault.listDocs()).toEqual([]);
    expect(files.paths().filter((path) => /^(docs|data)\//.test(path))).toEqual([]);
  });
});
