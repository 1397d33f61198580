import { describe, expect, it } from "vitest";
import type { Result } from "@/lib/query/result";
import { openMemoryFiles } from "./memory-files";
import { ticking } from "./testing/ticking";
import { openWriter } from "./vault";

const RESULT: Result = {
  columns: [],
  rows: [],
  provenance: { dataHashes: [], asOf: null, computedAt: 1, durationMs: 1, engine: "test" },
};

/** A vault with a notebook, over files that can be made large without writing them. */
async function opened() {
  const clock = ticking();
  const files = openMemoryFiles(clock.now);
  const large = new Map<string, number>();
  const list: typeof files.list = async (folder) =>
    (await files.list(folder)).map((file) => ({ ...file, bytes: large.get(file.name) ?? file.bytes }));
  const open = () => openWriter({ ...files, list }, clock);
  const vault = await open();
  await vault.writeSnapshot({ id: "shop", title: "Shop", updatedAt: 1, headline: null }, {});
  const put = async (key: string, bytes?: number) => {
    await vault.putResult(key, RESULT);
    if (bytes) large.set(`${key}.parquet`, bytes);
  };
  const kept = async () => {
    await vault.tidy();
    return (await files.list("results")).map(({ name }) => name.replace(".parquet", ""));
  };
  return { files, vault, put, kept, pass: clock.pass };
}

const MB = 1024 * 1024;

describe("cached results", () => {
  it("that a notebook shows stay, however old; of the others the newest two hundred", async () => {
    const { vault, put, kept } = await opened();
    await put("shown");
    await vault.retainResults("shop", { keys: ["shown"], note: null });
    for (let at = 0; at < 205; at += 1) await put(`spare${at}`);
    const left = await kept();
    expect(left).toContain("shown");
    expect(left.filter((name) => name.startsWith("spare"))).toHaveLength(200);
    expect(left).not.toContain("spare4");
    expect(left).toContain("spare5");
  });

  it("that nothing shows any more make room from 32 MB on, the oldest first", async () => {
    const { vault, put, kept } = await opened();
    for (const key of ["first", "second", "third"]) await put(key, 15 * MB);
    await vault.retainResults("shop", { keys: ["first", "second", "third"], note: null });
    expect(await kept()).toEqual(expect.arrayContaining(["first", "second", "third"]));
    await vault.retainResults("shop", { keys: [], note: null });
    expect((await kept()).sort()).toEqual(["second", "shop.used.json", "third"]);
  });

  it("take 256 MB at most, and what is shown outlives what is not", async () => {
    const { vault, put, kept } = await opened();
    for (const key of ["old", "middle", "new"]) await put(key, 100 * MB);
    await put("spare", MB);
    await vault.retainResults("shop", { keys: ["old", "middle", "new"], note: null });
    expect((await kept()).sort()).toEqual(["middle", "new", "shop.used.json", "spare"]);
  });

  it("count as not shown when the list of a notebook is damaged, and nothing else is lost", async () => {
    const { files, vault, put, kept } = await opened();
    await put("large", 40 * MB);
    await vault.retainResults("shop", { keys: ["large"], note: null });
    files.tamper("results/shop.used.json", (bytes) => bytes.slice(0, 3));
    expect(await kept()).toEqual(["shop.used.json"]);
    expect((await vault.readDoc("shop"))?.damaged).toBe(false);
  });

  it("leave nothing of a notebook that is gone after a minute", async () => {
    const { vault, kept, pass } = await opened();
    await vault.retainResults("gone", { keys: ["key"], note: null });
    expect(await kept()).toEqual(["gone.used.json"]);
    pass(61_000);
    expect(await kept()).toEqual([]);
  });

  it("are counted apart from data and notebooks, and clearing them leaves those", async () => {
    const { vault, put } = await opened();
    await put("key");
    const { hash } = await vault.putPart(Uint8Array.of(1, 2, 3));
    const before = await vault.used();
    expect(before).toMatchObject({ data: 3 });
    expect(before.results).toBeGreaterThan(100);
    expect(before.documents).toBeGreaterThan(100);
    await vault.clearResults();
    expect(await vault.used()).toEqual({ ...before, results: 0 });
    expect(await vault.getResult("key")).toBeNull();
    expect(await vault.getPart(hash)).toEqual(Uint8Array.of(1, 2, 3));
    await put("key");
    expect(await vault.getResult("key")).toEqual(RESULT);
  });
});
