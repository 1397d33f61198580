import { describe, expect, it } from "vitest";
import type { NotebookId } from "@/lib/notebook/ids";
import { readNotebook } from "@/lib/notebook/schema";
import { someNotebook } from "@/lib/notebook/testing/arbitrary-notebook";
import { consentOf, giveConsent } from "./explain-consent";
import { createNotebooks } from "./notebooks";
import { openDocument } from "./testing/open-document";

const HOUR = 3_600_000;

async function opened() {
  const document = openDocument(someNotebook(2, 1));
  const { context, doc, saver, storage } = document;
  const told: string[] = [];
  const unwatched: string[] = [];
  context.ports.places.keep = async (id) => void unwatched.push(id);
  let writes = true;
  const notebooks = createNotebooks({
    context,
    retitle: (title) => doc.edit({ type: "set-title", title }),
    save: () => saver.flush(),
    close: async () => {
      await saver.flush();
      doc.show(null);
    },
    changed: () => told.push("changed"),
    mayChange: () => writes,
  });
  saver.whole();
  await saver.flush();
  await notebooks.add({ ...someNotebook(1, 0), id: "other" as NotebookId, title: "Other" }, "£12");
  const titles = () => document.state().recents.map(({ title }) => title);
  const read = async (id: string) => {
    const stored = await storage.readDoc(id);
    return stored && readNotebook(stored);
  };
  const follow = () => {
    writes = false;
  };
  return { ...document, notebooks, titles, read, told, unwatched, follow };
}

describe("the notebooks of a device", () => {
  it("are renamed, open or not", async () => {
    const { notebooks, titles, read, state, saver } = await opened();
    await notebooks.rename("other", "Winter");
    expect(await read("other")).toMatchObject({ title: "Winter" });
    expect(titles()).toContain("Winter");
    await notebooks.rename("notebook", "Spring");
    expect(state()).toMatchObject({ notebook: { title: "Spring" }, canUndo: true });
    await saver.flush();
    await notebooks.list();
    expect(titles().sort()).toEqual(["Spring", "Winter"]);
  });

  it("are duplicated with what was typed last, as notebooks of their own", async () => {
    const { notebooks, doc, read, titles } = await opened();
    doc.edit({ type: "set-title", title: "Typed last" });
    const id = await notebooks.duplicate("notebook");
    expect(await read(id ?? "")).toMatchObject({ id, title: "Typed last (copy)", cells: someNotebook(2, 1).cells });
    expect(titles()).toContain("Typed last (copy)");
    expect(await notebooks.duplicate("none")).toBeNull();
  });

  it("leave the list at once and the device later; until then they can be put back", async () => {
    const { notebooks, titles, read, clock, storage, state, unwatched } = await opened();
    const part = await storage.putPart(new TextEncoder().encode("lines"));
    await storage.writeSnapshot(
      { id: "other", title: "Other", updatedAt: 1, headline: null },
      { ...someNotebook(0, 0), id: "other", note: part.hash },
    );
    await giveConsent(storage, "other", { hideNames: true });
    await notebooks.remove("other");
    expect(titles()).toEqual(["A notebook"]);
    await notebooks.clear();
    await notebooks.putBack("other");
    expect(titles().sort()).toEqual(["A notebook", "Other"]);
    await notebooks.remove("other");
    await notebooks.remove("notebook");
    expect(state()).toMatchObject({ notebook: null, recents: [] });
    expect(await storage.listParts()).toEqual([part]);
    clock.time += HOUR;
    await notebooks.clear();
    expect(await read("other")).toBeNull();
    expect(await consentOf(storage, "other")).toBeNull();
    expect(unwatched).toEqual(["other", "notebook"]);
    expect(await storage.listParts()).toEqual([]);
    expect(await storage.getSetting("removed-notebooks")).toEqual({});
  });

  it("stay as they are in a tab that only reads", async () => {
    const { notebooks, follow, titles } = await opened();
    follow();
    await notebooks.rename("other", "No");
    await notebooks.remove("other");
    expect(await notebooks.duplicate("other")).toBeNull();
    expect(titles().sort()).toEqual(["A notebook", "Other"]);
  });

  it("spare the lines that can still be brought back by undo, and look for others once a day", async () => {
    const { notebooks, doc, storage, clock } = await opened();
    const part = await storage.putPart(new TextEncoder().encode("lines"));
    const [dataSet] = someNotebook(0, 1).dataSets;
    if (!dataSet) throw new Error("There is a data set.");
    doc.note({ type: "set-data-set", dataSet: { ...dataSet, parts: [part.hash] } });
    doc.edit({ type: "remove-data-set", id: dataSet.id });
    await notebooks.clear();
    expect(await storage.listParts()).toEqual([part]);
    doc.show(null);
    await notebooks.clear();
    expect(await storage.listParts()).toEqual([part]);
    clock.time += 24 * HOUR;
    await notebooks.clear();
    expect(await storage.listParts()).toEqual([]);
  });
});
