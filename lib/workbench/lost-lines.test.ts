import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { openMemoryStorage } from "@/lib/storage/memory";
import type { Storage } from "@/lib/storage/storage";
import { StorageError } from "@/lib/storage/storage-error";
import { lostProblem } from "./lost-lines";
import { allOk, csv, firstRow, isKept, portsOver, until } from "./testing/open-workbench";
import { createWorkbench, type Workbench } from "./workbench";

const HEADER = "date,bill,product,quantity,total";
const MAY = () => csv("may.csv", HEADER, "2026-05-05,B1,Tea,2,20.10");
const JUNE = () => csv("june.csv", HEADER, "2026-06-05,B2,Cake,1,30.00", "2026-06-09,B3,Cake,1,30.00");

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterAll(() => engine.close());

async function opened(storage: Storage): Promise<Workbench> {
  const workbench = createWorkbench(portsOver(storage, async () => engine));
  await workbench.start();
  return workbench;
}

/** A notebook of two files, as it was left. */
async function made(): Promise<Storage> {
  const storage = openMemoryStorage();
  const workbench = await opened(storage);
  await workbench.importFiles([MAY(), JUNE()]);
  await until(workbench, (state) => allOk(state) && isKept(state));
  await workbench.flush();
  return storage;
}

const revenue = (workbench: Workbench) => firstRow(workbench.store.get(), "overview")?.net_revenue;
const told = ({ store }: Workbench) => lostProblem(store.get().notebook?.dataSets ?? [], store.get().lost)?.message;
const refusals = ({ store }: Workbench) => store.get().incoming.map(({ problem }) => problem?.message);

describe("lines that are not on the device", () => {
  it("are told of by their files, and read again from them, each kept at once", async () => {
    const storage = await made();
    for (const { hash } of await storage.listParts()) await storage.removePart(hash);
    const workbench = await opened(storage);
    await until(workbench, ({ lost }) => lost.length > 0);
    expect(told(workbench)).toBe("The lines of may.csv and june.csv are not on this device.");
    expect(revenue(workbench)).toBe("80.1");
    expect(allOk(workbench.store.get())).toBe(true);

    await workbench.importFiles([csv("july.csv", HEADER, "2026-07-05,B4,Tea,1,1.00")]);
    await workbench.importFiles([csv("may.csv", HEADER, "2026-05-05,B1,Tea,2,99.99")]);
    expect(refusals(workbench)).toEqual([
      "july.csv was not read, because the lines of may.csv are not on this device.",
      "This may.csv is not the file this notebook was made of: it holds other lines.",
    ]);
    for (const { id } of workbench.store.get().incoming) workbench.dismissImport(id);

    await workbench.importFiles([JUNE()]);
    expect(told(workbench)).toBe("The lines of may.csv are not on this device.");
    await until(workbench, isKept);
    await workbench.flush();
    const later = await opened(storage);
    await until(later, ({ lost }) => lost.length > 0);
    expect(told(later)).toBe("The lines of may.csv are not on this device.");

    await later.importFiles([MAY()]);
    await until(later, (state) => allOk(state) && isKept(state) && state.lost.length === 0);
    expect(told(later)).toBeUndefined();
    expect(revenue(later)).toBe("80.1");
    expect(later.store.get()).toMatchObject({ incoming: [], storageProblem: null });
  });

  it("that are damaged are read again from their file, too", async () => {
    const storage = await made();
    const [may] = (await storage.listParts()).map(({ hash }) => hash);
    let broken = true;
    const getPart: Storage["getPart"] = (hash, options) =>
      broken && hash === may
        ? Promise.reject(new StorageError({ kind: "damaged", message: "A part is damaged." }))
        : storage.getPart(hash, options);
    const workbench = await opened({ ...storage, getPart });
    await until(workbench, ({ lost }) => lost.length > 0);
    expect(told(workbench)).toBe("The lines of may.csv are damaged on this device.");
    broken = false; // written anew it is whole
    await workbench.importFiles([MAY()]);
    await until(workbench, (state) => allOk(state) && isKept(state) && state.lost.length === 0);
    expect(refusals(workbench)).toEqual([]);
    expect(workbench.store.get().storageProblem).toBeNull();
  });

  it("are told of together, too, when only their files are gone", async () => {
    const storage = await made();
    const gone = new StorageError({ kind: "missing", message: "A part is not there." });
    const workbench = await opened({ ...storage, getPart: () => Promise.reject(gone) });
    await until(workbench, ({ lost }) => lost.length > 0);
    expect(told(workbench)).toBe("The lines of may.csv and june.csv are not on this device.");
    await workbench.importFiles([JUNE(), MAY()]);
    await until(workbench, (state) => allOk(state) && isKept(state) && state.lost.length === 0);
    expect(workbench.store.get().incoming).toEqual([]);
  });

  it("of a file that is taken out of the notebook stop nothing", async () => {
    const storage = await made();
    const [may] = (await storage.listParts()).map(({ hash }) => hash);
    await storage.removePart(may ?? "");
    const workbench = await opened(storage);
    await until(workbench, ({ lost }) => lost.length > 0);
    const [lost] = workbench.store.get().lost;
    if (lost) workbench.edit({ type: "remove-data-set", id: lost.id });
    expect(told(workbench)).toBeUndefined();
    await until(workbench, (state) => allOk(state) && isKept(state) && state.lost.length === 0);
    workbench.undo();
    await until(workbench, ({ lost: again }) => again.length > 0);
    expect(told(workbench)).toBe("The lines of may.csv are not on this device.");
  });
});
