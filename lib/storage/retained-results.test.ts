import { describe, expect, it } from "vitest";
import type { Result } from "@/lib/query/result";
import { openMemoryStorage } from "./memory";
import { openMemoryFiles } from "./memory-files";
import { ticking } from "./testing/ticking";
import { openReader, openWriter } from "./vault";

const RESULT: Result = {
  columns: [],
  rows: [],
  provenance: { dataHashes: [], asOf: null, computedAt: 1, durationMs: 1, engine: "test" },
};
const NOTE = { cell: { key: "k", params: { period: "2026-01" } } };

const entry = (id: string) => ({ id, title: id, updatedAt: 1, headline: null });

async function opened() {
  const clock = ticking();
  const files = openMemoryFiles(clock.now);
  const open = () => openWriter(files, clock);
  const vault = await open();
  await vault.writeSnapshot(entry("shop"), {});
  await vault.writeSnapshot(entry("other"), {});
  const manifest = async () => {
    const slots = await Promise.all(["manifest.a.json", "manifest.b.json"].map((slot) => files.read(slot)));
    return slots.map((bytes) => new TextDecoder().decode(bytes ?? undefined)).join("\n");
  };
  return { files, vault, open, manifest };
}

describe("what a document retains of its results", () => {
  it("comes back with its note, in a tab that only reads too, and stands in no manifest", async () => {
    const { files, vault, open, manifest } = await opened();
    expect(await vault.retainedResults("shop")).toBeNull();
    await vault.retainResults("shop", { keys: ["k"], note: NOTE });
    expect(await vault.retainedResults("shop")).toEqual({ keys: ["k"], note: NOTE });
    expect(await (await openReader(files)).retainedResults("shop")).toEqual({ keys: ["k"], note: NOTE });
    expect(await (await open()).retainedResults("shop")).toEqual({ keys: ["k"], note: NOTE });
    expect(await manifest()).not.toContain("2026-01");
  });

  it("goes with the document at once, and with it the results nothing else shows", async () => {
    const { files, vault } = await opened();
    const memory = openMemoryStorage();
    for (const storage of [vault, memory]) {
      for (const key of ["own", "both"]) await storage.putResult(key, RESULT);
      await storage.retainResults("shop", { keys: ["own", "both", "never-made"], note: NOTE });
      await storage.retainResults("other", { keys: ["both"], note: null });
      await storage.removeDoc("shop");
      expect(await storage.retainedResults("shop")).toBeNull();
      expect([await storage.getResult("own"), await storage.getResult("both")]).toEqual([null, RESULT]);
    }
    expect(files.paths().filter((path) => path.startsWith("results/"))).toEqual([
      "results/both.parquet",
      "results/other.used.json",
    ]);
  });

  it("that an older version wrote is the keys alone, and damage is nothing", async () => {
    const { files, vault } = await opened();
    await files.put("results/shop.used.json", 0, new TextEncoder().encode('["a","b"]'));
    expect(await vault.retainedResults("shop")).toEqual({ keys: ["a", "b"], note: null });
    files.tamper("results/shop.used.json", (bytes) => bytes.slice(0, 3));
    expect(await vault.retainedResults("shop")).toBeNull();
  });
});

describe("notes of an older version, in the manifest", () => {
  it("are read, then moved beside the results; those of documents that are gone are dropped", async () => {
    const { files, vault, open, manifest } = await opened();
    await files.put("results/shop.used.json", 0, new TextEncoder().encode('["a"]'));
    for (const id of ["shop", "other", "gone"]) await vault.putSetting(`last-results ${id}`, { ...NOTE, of: id });
    await vault.putSetting("theme", "dark");
    await vault.retainResults("other", { keys: ["newer"], note: "newer" });
    const kept = async (of: typeof vault) => [await of.retainedResults("shop"), await of.retainedResults("other")];
    const wanted = [
      { keys: ["a"], note: { ...NOTE, of: "shop" } },
      { keys: ["newer"], note: "newer" },
    ];
    const later = await open();
    expect(await kept(later)).toEqual(wanted);
    await later.tidy();
    expect(await kept(later)).toEqual(wanted);
    await later.putSetting("theme", "light");
    expect(await manifest()).not.toContain("last-results");
    expect(files.paths().join()).not.toContain("gone");
    expect(await kept(await open())).toEqual(wanted);
  });

  it("stay where they are when moving them fails, and nothing is lost", async () => {
    const { files, vault, open } = await opened();
    await vault.putSetting("last-results shop", NOTE);
    const later = await open();
    files.failAt(files.calls + 1, "fail");
    await expect(later.tidy()).rejects.toThrow();
    expect(await later.retainedResults("shop")).toEqual({ keys: [], note: NOTE });
    await later.tidy();
    expect(await later.getSetting("last-results shop")).toBeNull();
    expect(await later.retainedResults("shop")).toEqual({ keys: [], note: NOTE });
  });
});

describe("a setting", () => {
  it("that is set to null is gone from the manifest", async () => {
    const { vault, manifest } = await opened();
    await vault.putSetting("choice", 1);
    await vault.putSetting("choice", null);
    expect(await vault.getSetting("choice")).toBeNull();
    await vault.putSetting("another", 1);
    expect(await manifest()).not.toContain("choice");
  });
});
