import { describe, expect, it } from "vitest";
import { someCell, someDataSet, someNotebook } from "@/lib/notebook/testing/arbitrary-notebook";
import { openDocument } from "./testing/open-document";
import { createVersions } from "./versions";

const MINUTE = 60_000;

function opened() {
  const document = openDocument(someNotebook(2, 1));
  const { context, doc } = document;
  const versions = createVersions({ context, doc, keeper: { idle: async () => undefined } });
  const rename = (title: string) => doc.edit({ type: "set-title", title });
  const listed = async () => (await versions.list()).map(({ name, reason }) => name ?? `(${reason})`);
  return { ...document, versions, rename, listed };
}

describe("versions of a notebook", () => {
  it("are kept with a name, compared with now, and restored as one step of undo", async () => {
    const { versions, doc, state, listed, rename, clock } = opened();
    const kept = await versions.save("  Before the sale ");
    clock.time += MINUTE;
    doc.edit({ type: "set-cell-params", id: someCell(0).id, params: { limit: 25 } });
    rename("Spring");
    const changes = await versions.diff(kept.id);
    expect(changes.map(({ sentence }) => sentence)).toEqual(['Title "A notebook" → "Spring"', "Cell 0: Limit 0 → 25"]);
    await versions.restore(kept.id);
    expect(state().notebook).toEqual({ ...someNotebook(2, 1) });
    expect(await listed()).toEqual(["(Before a restore)", "Before the sale"]);
    doc.undo();
    expect(state().notebook?.title).toBe("Spring");
    await versions.remove(kept.id);
    expect(await listed()).toEqual(["(Before a restore)"]);
  });

  it("without a name are not kept twice for the same content", async () => {
    const { versions, listed, rename, clock } = opened();
    const first = await versions.save(null);
    clock.time += MINUTE;
    expect(await versions.save(null)).toEqual(first);
    await versions.save("The same with a name");
    rename("Other");
    await versions.save("");
    expect((await listed()).sort()).toEqual(["Saved by hand", "Saved by hand", "The same with a name"]);
  });

  it("are kept on opening when the notebook changed and the newest is older than ten minutes", async () => {
    const { versions, listed, rename, clock } = opened();
    await versions.opened();
    await versions.opened();
    expect(await listed()).toEqual(["(On opening)"]);
    rename("Changed soon");
    clock.time += 9 * MINUTE;
    await versions.opened();
    expect(await listed()).toHaveLength(1);
    clock.time += 2 * MINUTE;
    await versions.opened();
    clock.time += 20 * MINUTE;
    await versions.opened();
    expect(await listed()).toHaveLength(2);
  });

  it("that nobody named are thirty at most; those with a name stay", async () => {
    const { versions, listed, rename, clock } = opened();
    await versions.save("Named");
    for (let n = 0; n < 35; n += 1) {
      clock.time += MINUTE;
      rename(`Title ${n}`);
      await versions.before(`Change ${n}`);
    }
    const names = await listed();
    expect(names.filter((name) => name !== "Named")).toHaveLength(30);
    expect(names).toContain("Named");
    expect(names[0]).toBe("(Change 34)");
  });

  it("hold the names of lines that were written after they were asked for", async () => {
    const { versions, doc, state, storage } = opened();
    const kept = await versions.save("Named");
    doc.note({ type: "set-data-set", dataSet: { ...someDataSet(0), parts: ["part"] } });
    const stored = await storage.readVersion("notebook", kept.id);
    expect(stored).toMatchObject({ dataSets: [{ parts: [] }] });
    await versions.restore(kept.id);
    expect(state().notebook?.dataSets[0]?.parts).toEqual(["part"]);
  });

  it("that cannot be kept say so and stop nothing", async () => {
    const { versions, state, storage } = opened();
    storage.listVersions = () => Promise.reject(new Error("the disk is gone"));
    await versions.before("Anything");
    expect(state().storageProblem?.message).toContain("the disk is gone");
  });
});
