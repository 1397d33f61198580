import { describe, expect, it } from "vitest";
import { openMemoryStorage } from "./memory";

const entry = (id: string, updatedAt: number) => ({ id, title: id, updatedAt, headline: null });

describe("storage in memory", () => {
  it("keeps documents as the values they were, newest first", async () => {
    const storage = openMemoryStorage();
    const snapshot = { cells: [1] };
    await storage.writeSnapshot(entry("old", 1), snapshot);
    await storage.writeSnapshot(entry("new", 2), {});
    await storage.appendEdit("old", { n: 1 });
    snapshot.cells.push(2);
    expect(await storage.readDoc("old")).toEqual({ snapshot: { cells: [1] }, edits: [{ n: 1 }], damaged: false });
    expect((await storage.listDocs()).map(({ id }) => id)).toEqual(["new", "old"]);
    await storage.writeSnapshot(entry("old", 3), { cells: [] });
    expect(await storage.readDoc("old")).toMatchObject({ edits: [] });
    await storage.removeDoc("old");
    expect(await storage.readDoc("old")).toBeNull();
    await expect(storage.appendEdit("old", 1)).rejects.toMatchObject({ kind: "missing" });
  });

  it("gives a part back again and again, and names it by its bytes", async () => {
    const storage = openMemoryStorage();
    const part = await storage.putPart(Uint8Array.of(1, 2, 3));
    expect(part).toEqual({ hash: "039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81", bytes: 3 });
    (await storage.getPart(part.hash)).fill(9);
    expect(await storage.getPart(part.hash)).toEqual(Uint8Array.of(1, 2, 3));
    expect(await storage.listParts()).toEqual([part]);
    expect(await storage.usage()).toEqual({ data: 3, results: 0, documents: 0, quota: 0 });
    await storage.removePart(part.hash);
    await expect(storage.getPart(part.hash)).rejects.toMatchObject({ kind: "missing" });
  });

  it("says null for a result or a setting that is not there", async () => {
    const storage = openMemoryStorage();
    expect([await storage.getResult("key"), await storage.getSetting("name")]).toEqual([null, null]);
    await storage.putSetting("name", { a: 1 });
    expect(await storage.getSetting("name")).toEqual({ a: 1 });
  });
});
