import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { openNodeEngine } from "@/lib/engine/node";
import { openMemoryStorage } from "@/lib/storage/memory";
import type { Storage } from "@/lib/storage/storage";
import { StorageError } from "@/lib/storage/storage-error";
import { add, cellOf, rowsOf, run, sqlCell, statusOf, type } from "./testing/cells-by-name";
import { february, HEADER, january } from "./testing/drops";
import { csv, firstRow, openOver, settled, until } from "./testing/open-workbench";
import type { Workbench } from "./workbench";

let engine: Engine;

beforeAll(async () => {
  engine = await openNodeEngine();
});

afterAll(() => engine.close());

/** Nobody can know whether these are days of February or of January and March. */
const unclear = csv("unclear.csv", HEADER, "01/02/2026,B1,P,Rice,1,2.00", "02/03/2026,B2,P,Rice,2,3.00");

/** A storage whose documents can be refused and held up. */
function openTryingStorage() {
  const memory = openMemoryStorage();
  const trying = { full: false, held: null as Promise<void> | null, reading: null as (() => Promise<void>) | null };
  const write = async () => {
    await trying.held;
    if (trying.full) throw new StorageError({ kind: "full", message: "The device is full.", hint: "Free some space." });
  };
  const storage: Storage = {
    ...memory,
    appendEdit: async (id, edit) => {
      await write();
      return memory.appendEdit(id, edit);
    },
    readDoc: async (id) => {
      const stored = await memory.readDoc(id);
      await trying.reading?.();
      return stored;
    },
    putPart: async (part) => {
      await write();
      return memory.putPart(part);
    },
    writeSnapshot: async (entry, doc) => {
      await write();
      return memory.writeSnapshot(entry, doc);
    },
  };
  return { storage, trying };
}

async function notebookOf(workbench: Workbench, file: File): Promise<string> {
  await workbench.importFiles([file]);
  await settled(workbench);
  return workbench.store.get().notebook?.id ?? "";
}

const names = (workbench: Workbench) => workbench.store.get().notebook?.dataSets.map(({ fileName }) => fileName);
const revenue = (workbench: Workbench) => firstRow(workbench.store.get(), "overview")?.net_revenue;

/** Something that waits until it is let go. */
function gate(): { waits: Promise<void>; go(): void } {
  let go: () => void = () => undefined;
  const waits = new Promise<void>((resolve) => {
    go = resolve;
  });
  return { waits, go };
}

/** Starts to read a file and resolves when it is at a step. */
async function begin(workbench: Workbench, file: File, step: string): Promise<{ importing: Promise<void> }> {
  const importing = workbench.importFiles([file]);
  await until(workbench, ({ incoming }) => incoming.some((each) => each.step === step));
  return { importing };
}

/** The tables of data sets in the engine that are not of the open notebook. */
async function strangers(workbench: Workbench): Promise<string[]> {
  const own = workbench.store.get().notebook?.dataSets.map(({ id }) => id) ?? [];
  const { rows } = await engine.runText(
    "select table_name as name from duckdb_tables() where regexp_matches(table_name, '^(sales|stage|set_aside|profile)_id')",
  );
  return rows.map(({ name }) => String(name)).filter((name) => !own.some((id) => name.includes(id)));
}

describe("going to another notebook", () => {
  it.each(["inspecting", "asking", "reading"])("keeps a file that is %s out of it, and says so", async (step) => {
    const workbench = await openOver(engine);
    const first = await notebookOf(workbench, january);
    await workbench.closeNotebook();
    const before = await strangers(workbench);
    const { importing } = await begin(workbench, step === "asking" ? unclear : february, step);
    await workbench.openNotebook(first);
    await importing;
    await settled(workbench);
    expect(names(workbench)).toEqual(["january.csv"]);
    expect(revenue(workbench)).toBe("25");
    expect((await strangers(workbench)).filter((name) => !before.includes(name))).toEqual([]);
    const [told, ...others] = workbench.store.get().incoming;
    expect(others).toEqual([]);
    expect(told).toMatchObject({ step: "failed", fileName: step === "asking" ? "unclear.csv" : "february.csv" });
    expect(told?.problem?.message).toMatch(/was not added: another page was opened while it was on its way\.$/);
    expect(workbench.store.get().jobs.filter(({ state }) => state === "running" || state === "failed")).toEqual([]);
  });

  it("keeps files that were read, but not placed yet, out of it", async () => {
    const workbench = await openOver(engine);
    const first = await notebookOf(workbench, january);
    const importing = workbench.importFiles([
      february,
      csv("again.csv", HEADER, "2026-01-20,B2,S,Salt,1,5.00", "2026-02-20,B5,S,Salt,1,5.00"),
    ]);
    await until(workbench, ({ incoming }) => incoming.some((each) => each.step === "overlapping"));
    await workbench.closeNotebook();
    await importing;
    expect(workbench.store.get()).toMatchObject({ view: "first-page", notebook: null });
    expect(workbench.store.get().incoming.map(({ fileName, step }) => [fileName, step])).toEqual([
      ["february.csv", "failed"],
      ["again.csv", "failed"],
    ]);
    await workbench.openNotebook(first);
    await settled(workbench);
    expect(names(workbench)).toEqual(["january.csv"]);
  });

  it("waits for what is changed while the last change is written", async () => {
    const { storage, trying } = openTryingStorage();
    const workbench = await openOver(engine, storage);
    const first = await notebookOf(workbench, january);
    const { waits, go } = gate();
    trying.held = waits;
    workbench.edit({ type: "set-title", title: "Early" });
    const closing = workbench.closeNotebook();
    await Promise.resolve();
    workbench.edit({ type: "set-title", title: "Late" });
    go();
    await closing;
    expect(workbench.store.get().notebook).toBeNull();
    await workbench.openNotebook(first);
    expect(workbench.store.get().notebook?.title).toBe("Late");
  });

  it("waits for what is changed while the other one is read", async () => {
    const { storage, trying } = openTryingStorage();
    const workbench = await openOver(engine, storage);
    const first = await notebookOf(workbench, january);
    await workbench.closeNotebook();
    const second = await notebookOf(workbench, february);
    const asked = gate();
    const { waits, go } = gate();
    trying.reading = () => {
      asked.go();
      return waits;
    };
    const opening = workbench.openNotebook(first);
    await asked.waits;
    workbench.edit({ type: "set-title", title: "Late" });
    go();
    await opening;
    expect(names(workbench)).toEqual(["january.csv"]);
    await workbench.openNotebook(second);
    expect(workbench.store.get().notebook?.title).toBe("Late");
  });

  it("shows what the other one showed last, also when the engine cannot let go of the one before", async () => {
    const storage = openMemoryStorage();
    let refuses = false;
    const stubborn = new Proxy(engine, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== "function") return member;
        return (...given: unknown[]) => {
          const [text, , options] = given as [unknown, unknown, { signal?: AbortSignal } | undefined];
          if (refuses && /^drop table/.test(String(text))) return Promise.reject(new Error("it cannot be dropped"));
          if (!/as endless/.test(String(text))) return member.apply(target, given);
          return new Promise((_, reject) => {
            options?.signal?.addEventListener("abort", () => reject(options.signal?.reason));
          });
        };
      },
    });
    const workbench = await openOver(stubborn, storage);
    const first = await notebookOf(workbench, january);
    add(workbench, sqlCell("one", "select 1 as n"));
    await run(workbench, "one");
    type(workbench, "one", "select 2 as n");
    await workbench.closeNotebook();
    await notebookOf(workbench, february);
    add(workbench, sqlCell("long", "select 1 as endless"));
    workbench.runCell(cellOf(workbench, "long").id);
    await until(workbench, () => statusOf(workbench, "long") === "running");
    refuses = true;
    await workbench.openNotebook(first);
    expect([statusOf(workbench, "one"), rowsOf(workbench, "one")]).toEqual(["edited", [{ n: 1 }]]);
    refuses = false;
    await workbench.flush();
    expect(Object.keys((await storage.retainedResults(first))?.note ?? {})).toContain(cellOf(workbench, "one").id);
  });

  it("stays where something cannot be written, says so, and goes once it can", async () => {
    const { storage, trying } = openTryingStorage();
    const workbench = await openOver(engine, storage);
    const first = await notebookOf(workbench, january);
    trying.full = true;
    workbench.edit({ type: "set-title", title: "Kept" });
    await workbench.closeNotebook();
    await workbench.closeNotebook();
    expect(workbench.store.get().notebook?.title).toBe("Kept");
    expect(workbench.store.get().storageProblem).toEqual({
      message: "The last changes are not on this device yet, so the notebook stays open.",
      hint: "The device is full. Free some space.",
    });
    trying.full = false;
    await workbench.closeNotebook();
    expect(workbench.store.get()).toMatchObject({ notebook: null, storageProblem: null });
    await workbench.openNotebook(first);
    expect(workbench.store.get().notebook?.title).toBe("Kept");
  });

  it("goes on once the file whose lines could not be written is taken out again", async () => {
    const { storage, trying } = openTryingStorage();
    const workbench = await openOver(engine, storage);
    const first = await notebookOf(workbench, january);
    trying.full = true;
    await workbench.importFiles([february]);
    await until(workbench, ({ storageProblem }) => storageProblem !== null);
    trying.full = false;
    await workbench.closeNotebook();
    expect(names(workbench)).toEqual(["january.csv", "february.csv"]);
    workbench.undo();
    await until(workbench, ({ saved }) => saved);
    await workbench.closeNotebook();
    expect(workbench.store.get().notebook).toBeNull();
    await workbench.openNotebook(first);
    expect(names(workbench)).toEqual(["january.csv"]);
  });

  it("shows the one that was asked for last", async () => {
    const workbench = await openOver(engine);
    const first = await notebookOf(workbench, january);
    await workbench.closeNotebook();
    const second = await notebookOf(workbench, february);
    await Promise.all([workbench.openNotebook(first), workbench.closeNotebook(), workbench.openNotebook(second)]);
    await settled(workbench);
    expect(names(workbench)).toEqual(["february.csv"]);
    await Promise.all([workbench.openNotebook(second), workbench.openNotebook(first)]);
    await settled(workbench);
    expect([names(workbench), revenue(workbench)]).toEqual([["january.csv"], "25"]);
    workbench.runAll();
    await settled(workbench);
    expect(revenue(workbench)).toBe("25");
  });
});
