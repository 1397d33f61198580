import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import type { DataSetId } from "@/lib/notebook/ids";
import { someNotebook } from "@/lib/notebook/testing/arbitrary-notebook";
import { openMemoryStorage } from "@/lib/storage/memory";
import { initialState } from "./context";
import type { KeptPlaces, LiveFile, Place } from "./ports";
import { createStore } from "./store";
import { allOk, csv, firstRow, portsOver, until } from "./testing/open-workbench";
import { createWatchedFiles } from "./watched-files";
import { createWorkbench } from "./workbench";

const ID = "data-0" as DataSetId;
const NEXT = "data-1" as DataSetId;
const LOOK = 1500;
const saved = (text: string, lastModified: number) => new File([text], "till.csv", { lastModified });

describe("watched files", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** One visit; `kept` is what the browser remembers from one to the next. */
  function visit(live: LiveFile, kept: ReadonlyMap<DataSetId, Place>[] = []) {
    const store = createStore({ ...initialState, notebook: someNotebook(0, 2) });
    const ports = portsOver(openMemoryStorage(), () => Promise.reject(new Error("no engine")));
    const taken: File[] = [];
    const places: KeptPlaces = {
      of: async () => new Map([...(kept.at(-1) ?? [])].map(([id, { stamp }]) => [id, { live, stamp }])),
      keep: async (_, now) => void kept.push(now),
    };
    const files = createWatchedFiles(
      { ports: { ...ports, liveFile: async () => live, places }, store },
      async (_, file) => {
        taken.push(file);
        return NEXT;
      },
    );
    return { store, files, taken, kept };
  }

  async function watched(read: () => Promise<File>, first: File) {
    const open = visit({ read, allow: async () => true });
    open.files.readFrom(ID, first);
    await vi.advanceTimersByTimeAsync(0);
    await open.files.watch(ID);
    return open;
  }

  it("are read again once a save has come to rest, and followed under the data set's new id", async () => {
    let file = saved("a", 1);
    const { store, taken } = await watched(async () => file, file);
    expect(store.get().watched).toEqual([ID]);
    await vi.advanceTimersByTimeAsync(3 * LOOK);
    expect(taken).toEqual([]);
    file = saved("ab", 2);
    await vi.advanceTimersByTimeAsync(LOOK);
    file = saved("abc", 3);
    await vi.advanceTimersByTimeAsync(LOOK);
    expect(taken).toEqual([]);
    await vi.advanceTimersByTimeAsync(LOOK);
    expect(taken).toEqual([file]);
    expect(store.get().watched).toEqual([NEXT]);
    await vi.advanceTimersByTimeAsync(5 * LOOK);
    expect(taken).toHaveLength(1);
  });

  it("are looked at no more once nobody watches them", async () => {
    let file = saved("a", 1);
    const { files, taken, store } = await watched(async () => file, file);
    files.stop(ID);
    file = saved("ab", 2);
    await vi.advanceTimersByTimeAsync(5 * LOOK);
    expect(taken).toEqual([]);
    expect(store.get().watchable).toEqual([ID]);
  });

  it("can be watched again on the next visit, and what was saved between is read then", async () => {
    let file = saved("a", 1);
    const live: LiveFile = { read: async () => file, allow: async () => true };
    const { kept } = await watched(live.read, file);
    file = saved("ab", 2);
    const { store, files, taken } = visit(live, kept);
    await files.opened();
    expect(store.get()).toMatchObject({ watchable: [ID], watched: [], watchedBefore: [ID] });
    await vi.advanceTimersByTimeAsync(5 * LOOK);
    expect(taken).toEqual([]);
    await files.watch(ID);
    expect(store.get()).toMatchObject({ watched: [ID], watchedBefore: [] });
    await vi.advanceTimersByTimeAsync(2 * LOOK);
    expect(taken).toEqual([file]);
    // The notebook may be left before it has the new lines.
    expect([...(kept.at(-1)?.entries() ?? [])].map(([id, { stamp }]) => [id, stamp])).toEqual([
      [NEXT, "2 2"],
      [ID, "1 1"],
    ]);
    files.stop(NEXT);
    expect(kept.at(-1)?.size).toBe(0);
  });

  it("stay as they are when the browser is told not to let them be read, and can be asked for once more", async () => {
    const file = saved("a", 1);
    let allowed = false;
    const live: LiveFile = { read: async () => file, allow: async () => allowed };
    const { kept } = await watched(live.read, file);
    const { store, files } = visit(live, kept);
    await files.opened();
    await files.watch(ID);
    expect(store.get()).toMatchObject({ watched: [], watchedBefore: [ID] });
    expect(store.get().watchProblem?.message).toContain("told not to let Lucid read this file");
    allowed = true;
    await files.watch(ID);
    expect(store.get()).toMatchObject({ watched: [ID], watchProblem: null });
  });

  it("that the browser cannot remember are watched on this visit, and that is said", async () => {
    const file = saved("a", 1);
    const { store, files, kept } = visit({ read: async () => file, allow: async () => true });
    kept.push = () => {
      throw new Error("There is no database.");
    };
    files.readFrom(ID, file);
    await vi.advanceTimersByTimeAsync(0);
    await files.watch(ID);
    await vi.advanceTimersByTimeAsync(0);
    expect(store.get().watched).toEqual([ID]);
    expect(store.get().watchProblem?.message).toContain("until the page is closed");
  });

  it("that are gone are told of, and their lines stay", async () => {
    const { store, taken } = await watched(
      () => Promise.reject(new DOMException("A requested file could not be found.", "NotFoundError")),
      saved("a", 1),
    );
    await vi.advanceTimersByTimeAsync(LOOK);
    expect(store.get().watched).toEqual([]);
    expect(store.get().watchProblem?.message).toContain("its lines stay as they were");
    expect(taken).toEqual([]);
  });
});

describe("a file that is saved anew", () => {
  it("takes the place of the one before, read the same way, as one step of undo", async () => {
    const engine: Engine = await openNodeEngine();
    const header = "Tag;Artikel;Anzahl;Summe";
    let file = csv("kasse.csv", header, "25.01.2026;Tee;2;20,10", "26.01.2026;Tee;1;10,05");
    const ports = {
      ...portsOver(openMemoryStorage(), async () => engine),
      liveFile: async () => ({ read: async () => file, allow: async () => true }),
    };
    const workbench = createWorkbench(ports);
    await workbench.start();
    await workbench.importFiles([file]);
    await until(workbench, allOk);
    const revenue = () => firstRow(workbench.store.get(), "overview")?.net_revenue;
    expect(revenue()).toBe("30.15");
    await until(workbench, ({ watchable }) => watchable.length > 0);
    const [id] = workbench.store.get().watchable;
    if (id) await workbench.watched.watch(id);
    file = csv("kasse.csv", header, "25.01.2026;Tee;2;20,10", "26.01.2026;Tee;1;10,05", "27.01.2026;Tee;4;40,20");
    await until(workbench, () => revenue() === "70.35");
    expect(workbench.store.get().notebook?.dataSets).toHaveLength(1);
    expect(workbench.store.get().watched).toHaveLength(1);
    workbench.undo();
    await until(workbench, () => revenue() === "30.15");
    await engine.close();
  });
});
