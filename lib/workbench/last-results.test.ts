import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { openMemoryStorage } from "@/lib/storage/memory";
import type { RetainedResults, Storage } from "@/lib/storage/storage";
import { add, cellOf, rowsOf, run, sqlCell, statusOf, type } from "./testing/cells-by-name";
import { portsOver, until } from "./testing/open-workbench";
import { openTeaAndCake, type TeaAndCake } from "./testing/tea-and-cake";
import { createWorkbench, type Workbench } from "./workbench";

let tea: TeaAndCake;

beforeAll(async () => {
  tea = await openTeaAndCake();
});
afterAll(() => tea.engine.close());
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"], shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

/** A storage that says what is told to it of results and settings. */
function openTelling() {
  const storage = openMemoryStorage();
  const told: (RetainedResults | string)[] = [];
  const telling: Storage = {
    ...storage,
    retainResults(id, retained) {
      told.push(retained);
      return storage.retainResults(id, retained);
    },
    putSetting(name, value) {
      told.push(name);
      return storage.putSetting(name, value);
    },
  };
  return { storage: telling, told };
}

const idOf = (workbench: Workbench) => workbench.store.get().notebook?.id ?? "";

describe("what each cell showed last", () => {
  it("is written once for all that is computed in a second, and never as a setting", async () => {
    const { storage, told } = openTelling();
    const workbench = await tea.shop(storage);
    await workbench.flush();
    told.length = 0;
    add(workbench, sqlCell("one", "select 1 as n"), sqlCell("two", "from one"), sqlCell("three", "from two"));
    await run(workbench, "three");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ note: { "id-one": {}, "id-two": {}, "id-three": {} } });
    for (const sql of ["select 10", "select 100", "select 100 as n"]) type(workbench, "one", sql);
    await vi.advanceTimersByTimeAsync(5_000);
    await workbench.flush();
    expect(told).toHaveLength(1);
  });

  it("is not written again when a notebook is opened and nothing differs", async () => {
    const { storage, told } = openTelling();
    const before = await tea.shop(storage);
    await before.flush();
    told.length = 0;
    const after = await tea.opened(storage);
    await vi.advanceTimersByTimeAsync(5_000);
    await after.flush();
    expect(statusOf(after, "best_sellers")).toBe("ok");
    expect(told.filter((each) => typeof each !== "string")).toEqual([]);
  });

  it("is on the device before a change that makes it another's answer", async () => {
    const storage = openMemoryStorage();
    const before = await tea.shop(storage);
    add(before, sqlCell("one", "select 1 as n"));
    await run(before, "one");
    type(before, "one", "select 2 as n");
    await until(before, ({ saved }) => !saved);
    await until(before, ({ saved }) => saved);
    const after = await tea.opened(storage);
    expect([statusOf(after, "one"), rowsOf(after, "one")]).toEqual(["edited", [{ n: 1 }]]);
  });

  it("is written when the notebook is left at once", async () => {
    const storage = openMemoryStorage();
    const before = await tea.shop(storage);
    add(before, sqlCell("one", "select 1 as n"));
    await run(before, "one");
    const id = idOf(before);
    await before.closeNotebook();
    await before.openNotebook(id);
    type(before, "one", "select 2 as n");
    await before.flush();
    const after = await tea.opened(storage);
    expect([statusOf(after, "one"), rowsOf(after, "one")]).toEqual(["edited", [{ n: 1 }]]);
  });

  it("is shown by another version of Lucid too, whose answers have other keys", async () => {
    const storage = openMemoryStorage();
    const before = await tea.shop(storage);
    const rows = rowsOf(before, "best_sellers");
    before.edit({ type: "set-auto-run", autoRun: false });
    await before.flush();
    const after = createWorkbench({ ...portsOver(storage, async () => tea.engine), relationsVersion: "another" });
    await after.start();
    expect([statusOf(after, "best_sellers"), rowsOf(after, "best_sellers")]).toEqual(["stale", rows]);
  });

  it("comes back with a cell that was deleted while its query was being changed", async () => {
    const storage = openMemoryStorage();
    const before = await tea.shop(storage);
    add(before, sqlCell("one", "select 1 as n"), sqlCell("apart", "select 5 as n"));
    await run(before, "one");
    type(before, "one", "select 2 as n");
    before.edit({ type: "remove-cell", id: cellOf(before, "one").id });
    await run(before, "apart");
    await before.flush();
    before.undo();
    await before.flush();
    const after = await tea.opened(storage);
    expect([statusOf(after, "one"), rowsOf(after, "one")]).toEqual(["edited", [{ n: 1 }]]);
  });

  it("is written anew after the results of the device were cleared and made again", async () => {
    const storage = openMemoryStorage();
    const before = await tea.shop(storage);
    add(before, sqlCell("one", "select 1 as n"));
    await run(before, "one");
    await before.flush();
    await before.device.clearResults();
    await run(before, "one");
    type(before, "one", "select 2 as n");
    await before.flush();
    const after = await tea.opened(storage);
    expect([statusOf(after, "one"), rowsOf(after, "one")]).toEqual(["edited", [{ n: 1 }]]);
  });

  it("that cannot be written is told of, and tried again with the next result", async () => {
    const storage = openMemoryStorage();
    let full = true;
    const retainResults: Storage["retainResults"] = (id, retained) =>
      full ? Promise.reject(new Error("The device is full.")) : storage.retainResults(id, retained);
    const workbench = await tea.shop({ ...storage, retainResults });
    await workbench.flush();
    expect(workbench.store.get().storageProblem?.message).toContain("The device is full.");
    full = false;
    add(workbench, sqlCell("one", "select 1 as n"));
    await run(workbench, "one");
    await workbench.flush();
    expect(await storage.retainedResults(idOf(workbench))).toMatchObject({ note: { "id-one": {} } });
  });

  it("goes with the notebook", async () => {
    const storage = openMemoryStorage();
    const workbench = await tea.shop(storage);
    const id = idOf(workbench);
    await workbench.flush();
    const key = (await storage.retainedResults(id))?.keys[0] ?? "";
    expect(await storage.getResult(key)).not.toBeNull();
    await workbench.notebooks.remove(id);
    await storage.putSetting("removed-notebooks", { [id]: 0 });
    await tea.opened(storage);
    await vi.waitUntil(async () => (await storage.readDoc(id)) === null);
    await vi.waitUntil(async () => (await storage.retainedResults(id)) === null);
    expect(await storage.getResult(key)).toBeNull();
  });
});
