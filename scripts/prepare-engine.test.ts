import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import pins from "@/lib/engine/engine-files.json";

interface Places {
  target: string;
  cache: string;
  pins: Record<string, string>;
}
interface Script {
  prepareEngine(places: Places): Promise<boolean>;
}

const script = "./prepare-engine.mjs";
const { prepareEngine } = (await import(script)) as Script;
const SMALL = "parquet-wasm/esm/parquet_wasm_bg.wasm";
const WORKER = "@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js";

let folder: string;
let places: Places;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "prepare-engine-"));
  places = {
    target: join(folder, "public"),
    cache: join(folder, "cache"),
    pins: { [SMALL]: pins[SMALL], [WORKER]: pins[WORKER] },
  };
});
afterEach(() => rm(folder, { recursive: true }));

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

describe("preparing the engine's files", () => {
  it("serves exactly what the manifest lists, and the same compressed", async () => {
    expect(await prepareEngine(places)).toBe(true);
    const manifest = JSON.parse(await readFile(join(places.target, "manifest.json"), "utf8"));
    expect(Object.keys(manifest)).toEqual(["parquet_wasm_bg.wasm", "duckdb-browser-eh.worker.js"]);
    for (const [name, served] of Object.entries(manifest)) {
      const bytes = await readFile(join(places.target, name));
      expect({ sha256: sha256(bytes), bytes: bytes.length }).toEqual(served);
      expect(sha256(brotliDecompressSync(await readFile(join(places.target, `${name}.br`))))).toBe(sha256(bytes));
    }
    const worker = await readFile(join(places.target, "duckdb-browser-eh.worker.js"), "utf8");
    expect(worker).not.toContain("sourceMappingURL");
    expect(worker).toMatch(/^if \(self\.name && navigator\.locks\)/);
  });

  it("does nothing the second time, and mends what is missing without compressing again", async () => {
    await prepareEngine(places);
    expect(await prepareEngine(places)).toBe(false);
    const [kept = ""] = await readdir(places.cache);
    const before = await stat(join(places.cache, kept));
    await rm(join(places.target, "parquet_wasm_bg.wasm"));
    expect(await prepareEngine(places)).toBe(true);
    expect((await stat(join(places.target, "parquet_wasm_bg.wasm"))).size).toBeGreaterThan(4_000_000);
    expect((await stat(join(places.cache, kept))).mtimeMs).toBe(before.mtimeMs);
  });

  it("refuses a package file that is not the pinned one", async () => {
    const wrong = { ...places, pins: { [SMALL]: "0".repeat(64) } };
    await expect(prepareEngine(wrong)).rejects.toThrow(`${SMALL} is not the file that is pinned`);
  });

  it("notices that the pins changed", async () => {
    await prepareEngine(places);
    await writeFile(join(places.target, ".stamp"), "another");
    expect(await prepareEngine(places)).toBe(true);
  });
});
