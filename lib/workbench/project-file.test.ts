import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { zipDirectory } from "@/lib/ingest/container/zip-directory";
import type { CellId } from "@/lib/notebook/ids";
import type { Notebook } from "@/lib/notebook/notebook";
import { zipFile } from "@/lib/report/files/zip-file";
import { openMemoryStorage } from "@/lib/storage/memory";
import type { Storage } from "@/lib/storage/storage";
import { initialState } from "./context";
import { readProject } from "./project-file-import";
import { createStore } from "./store";
import { cellOf } from "./testing/cells-by-name";
import { openExportedShop } from "./testing/exported-shop";
import { openOver, portsOver } from "./testing/open-workbench";
import type { Workbench } from "./workbench";

let engine: Engine;
let workbench: Workbench;

beforeAll(async () => {
  ({ engine, workbench } = await openExportedShop());
});

afterAll(() => engine.close());

const deviceOf = (storage: Storage) => ({
  ports: portsOver(storage, async () => engine),
  store: createStore(initialState),
});

describe("a project file", () => {
  const projectOf = async () => {
    const { name, blob } = await workbench.exporter.notebook("project", new Map());
    return new File([blob], name);
  };

  it("brings everything to an empty device: document, versions, lines with their checksums, results", async () => {
    await workbench.versions.save("As it left");
    const before = workbench.store.get();
    const file = await projectOf();
    expect(file.name).toMatch(/\.lucid\.zip$/);
    const storage = openMemoryStorage();
    const other = await openOver(engine, storage);
    await other.importFiles([file]);
    const now = other.store.get();
    expect(now.incoming).toEqual([]);
    const own = before.notebook?.dataSets.map(({ dataHash }) => dataHash);
    const dataSets = now.notebook?.dataSets.map((set, at) => ({ ...set, dataHash: own?.[at] }));
    expect({ ...now.notebook, dataSets }).toEqual(before.notebook);
    const parts = (before.notebook?.dataSets ?? []).flatMap((set) => [...set.parts, ...set.setAsideParts]);
    expect(parts.length).toBeGreaterThan(2);
    expect((await storage.listParts()).map(({ hash }) => hash).sort()).toEqual([...parts].sort());
    expect((await other.versions.list()).map(({ name }) => name)).toContain("As it left");
    for (const [cell, run] of Object.entries(before.runs)) {
      expect(now.runs[cell as CellId]?.result?.rows, cell).toEqual(run.result?.rows);
    }
    expect(now.runs[cellOf(workbench, "earned").id]).toMatchObject({ status: "ok", cached: true });
  });

  it("is opened as a copy where the notebook is already", async () => {
    const storage = openMemoryStorage();
    const file = await projectOf();
    const first = await readProject(deviceOf(storage), file);
    await storage.writeSnapshot({ id: first.id, title: "x", updatedAt: 1, headline: null }, first);
    const copy = await readProject(deviceOf(storage), file);
    expect(copy.id).not.toBe(first.id);
    const named = (notebook: Notebook) => ({
      ...notebook,
      id: "",
      dataSets: notebook.dataSets.map((set) => ({ ...set, dataHash: "" })),
    });
    expect(named(copy)).toEqual(named(first));
  });

  it("is refused whole when one byte of it is another, when it is cut off, or is of a newer Lucid", async () => {
    const file = await projectOf();
    const bytes = new Uint8Array(await file.arrayBuffer());
    const entries = (await zipDirectory(file)) ?? [];
    const part = entries.find(({ name }) => name.startsWith("data/"));
    const flipped = bytes.slice();
    const at = (part?.at ?? 0) + 30 + (part?.name.length ?? 0) + 100;
    flipped[at] = (flipped[at] ?? 0) ^ 1;
    const storage = openMemoryStorage();
    const open = (content: BlobPart) => readProject(deviceOf(storage), new File([content], "shop.lucid.zip"));
    await expect(open(flipped)).rejects.toThrow("shop.lucid.zip is damaged");
    await expect(open(bytes.slice(0, bytes.length - 200))).rejects.toThrow("is not a project that can be read");
    const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
    const made = (manifest: unknown) =>
      zipFile([
        { name: "manifest.json", bytes: text(manifest) },
        { name: "notebook.lucid.json", bytes: text({}) },
      ]);
    await expect(open(await made({ format: "lucid-project", version: 2 }))).rejects.toThrow("a newer Lucid");
    await expect(open(await made({ format: "lucid-project", version: 1, parts: "all" }))).rejects.toThrow(
      "is not a project",
    );
    await expect(open(await made(JSON.parse('{"__proto__": {"format": "lucid-project"}}')))).rejects.toThrow(
      "is not a project",
    );
    expect(await storage.listDocs()).toEqual([]);
  });

  it("does not unpack a bomb", async () => {
    const bomb = await zipFile([
      { name: "manifest.json", bytes: new Uint8Array(51_000_000) },
      { name: "notebook.lucid.json", bytes: new Uint8Array(1) },
    ]);
    expect(bomb.size).toBeLessThan(100_000);
    const file = new File([bomb], "bomb.lucid.zip");
    await expect(readProject(deviceOf(openMemoryStorage()), file)).rejects.toThrow("is damaged");
  });
});
