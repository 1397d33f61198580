import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import type { DataSetId } from "@/lib/notebook/ids";
import { someNotebook } from "@/lib/notebook/testing/arbitrary-notebook";
import { openMemoryStorage } from "@/lib/storage/memory";
import { initialState } from "./context";
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

  async function watched(read: () => Promise<File>, first: File) {
    const store = createStore({ ...initialState, notebook: someNotebook(0, 2) });
    const ports = portsOver(openMemoryStorage(), () => Promise.reject(new Error("no engine")));
    const taken: File[] = [];
    const files = createWatchedFiles(
      { ports: { ...ports, liveFile: async () => ({ read }) }, store },
      async (_, file) => {
        taken.push(file);
        return NEXT;
      },
    );
    files.readFrom(ID, first);
    await vi.advanceTimersByTimeAsync(0);
    files.watch(ID);
    return { store, files, taken };
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
      liveFile: async () => ({ read: async () => file }),
    };
    const workbench = createWorkbench(ports);
    await workbench.start();
    await workbench.importFiles([file]);
    await until(workbench, allOk);
    const revenue = () => firstRow(workbench.store.get(), "overview")?.net_revenue;
    expect(revenue()).toBe("30.15");
    await until(workbench, ({ watchable }) => watchable.length > 0);
    const [id] = workbench.store.get().watchable;
    if (id) workbench.watched.watch(id);
    file = csv("kasse.csv", header, "25.01.2026;Tee;2;20,10", "26.01.2026;Tee;1;10,05", "27.01.2026;Tee;4;40,20");
    await until(workbench, () => revenue() === "70.35");
    expect(workbench.store.get().notebook?.dataSets).toHaveLength(1);
    expect(workbench.store.get().watched).toHaveLength(1);
    workbench.undo();
    await until(workbench, () => revenue() === "30.15");
    await engine.close();
  });
});
