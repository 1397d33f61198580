import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { EngineError } from "@/lib/engine/engine-error";
import { openNodeEngine } from "@/lib/engine/node";
import type { Job } from "@/lib/jobs/job";
import { openMemoryStorage } from "@/lib/storage/memory";
import type { Storage } from "@/lib/storage/storage";
import { StorageError } from "@/lib/storage/storage-error";
import type { Ports } from "./ports";
import { allOk, csv, firstRow, isKept, portsOver, settled, until } from "./testing/open-workbench";
import { createWorkbench, type Workbench } from "./workbench";

const SALES = () => csv("till.csv", "date,bill,product,quantity,total", "2026-01-05,B1,Tea,2,20.10");

let node: Engine;
/** Names of the queries that were asked, and those that fail. */
let asked: string[] = [];
let failing: string | null = null;

const noRoom = () => new EngineError({ kind: "memory", message: "No room for it.", hint: "Ask for less." });

const engine = async (): Promise<Engine> => {
  if (failing === "the start") throw noRoom();
  return node;
};

beforeAll(async () => {
  node = await openNodeEngine();
  const run: Engine["run"] = node.run.bind(node);
  node.run = (query, params, options) => {
    asked.push(query.name);
    return query.name === failing ? Promise.reject(noRoom()) : run(query, params, options);
  };
});
afterAll(() => node.close());

async function opened(storage: Storage, change: Partial<Ports> = {}): Promise<Workbench> {
  asked = [];
  failing = null;
  const workbench = createWorkbench({ ...portsOver(storage, engine), ...change });
  await workbench.start();
  return workbench;
}

async function imported(storage: Storage): Promise<Workbench> {
  const workbench = await opened(storage);
  await workbench.importFiles([SALES()]);
  await settled(workbench);
  await workbench.flush();
  return workbench;
}

function job(workbench: Workbench, title: string): Job {
  const found = workbench.store.get().jobs.find((each) => each.title === title);
  if (!found) throw new Error(`There is no job ${title}.`);
  return found;
}

const overview = (workbench: Workbench) => firstRow(workbench.store.get(), "overview");

describe("after an import", () => {
  it("every cell is computed ahead in the order of the screen, each as a job, and then the lines are written", async () => {
    const { notebook, jobs } = (await imported(openMemoryStorage())).store.get();
    const titles = notebook?.cells.map(({ title }) => `Compute ${title}`) ?? [];
    expect(titles).toHaveLength(9);
    expect(jobs.map(({ title }) => title)).toEqual(["Read till.csv", ...titles, "Save till.csv"]);
    const starts = jobs.map(({ startedAt }) => startedAt ?? 0);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    for (const { state, endedAt, startedAt, canCancel, canRetry } of jobs) {
      expect({ state, canCancel, canRetry }).toEqual({ state: "done", canCancel: false, canRetry: false });
      expect(endedAt).toBeGreaterThanOrEqual(startedAt ?? 0);
    }
  });

  it("a cell that fails takes none along, keeps its sentence and is computed on Retry", async () => {
    const workbench = await opened(openMemoryStorage());
    failing = "trends";
    await workbench.importFiles([SALES()]);
    await until(workbench, (state) => state.notebook !== null && isKept(state));
    const states = workbench.store.get().jobs.map(({ state }) => state);
    expect(states.filter((state) => state === "done")).toHaveLength(10);
    expect(job(workbench, "Compute Trends")).toMatchObject({
      state: "failed",
      problem: { message: "No room for it.", hint: "Ask for less." },
      canRetry: true,
    });
    failing = null;
    workbench.jobs.retry(job(workbench, "Compute Trends").id);
    await until(workbench, allOk);
    expect(job(workbench, "Compute Trends")).toMatchObject({ state: "done", problem: null });
    expect(workbench.store.get().jobs).toHaveLength(11);
  });

  it("a cell that waits is cancelled and asked for again through its job", async () => {
    const workbench = await imported(openMemoryStorage());
    workbench.runAll();
    const waiting = job(workbench, "Compute Profitability");
    expect(waiting).toMatchObject({ state: "queued", canCancel: true, startedAt: null });
    workbench.jobs.cancel(waiting.id);
    expect(job(workbench, "Compute Profitability")).toMatchObject({ state: "cancelled", canRetry: true });
    await until(workbench, ({ jobs }) => jobs.every(({ endedAt }) => endedAt !== null));
    const cell = workbench.store.get().notebook?.cells.find(({ name }) => name === "profitability");
    expect(cell && workbench.store.get().runs[cell.id]?.status).toBe("cancelled");
    workbench.jobs.retry(waiting.id);
    await until(workbench, allOk);
    expect(job(workbench, "Compute Profitability").state).toBe("done");
  });

  it("a file whose reading failed is read on Retry, and is on the list once", async () => {
    const workbench = await opened(openMemoryStorage());
    failing = "the start";
    await workbench.importFiles([SALES()]);
    expect(job(workbench, "Read till.csv")).toMatchObject({ state: "failed", canRetry: true });
    failing = null;
    workbench.jobs.retry(job(workbench, "Read till.csv").id);
    await until(workbench, allOk);
    expect(workbench.store.get().incoming).toEqual([]);
    expect(job(workbench, "Read till.csv").state).toBe("done");
  });

  it("the jobs of a notebook are forgotten with it", async () => {
    const workbench = await imported(openMemoryStorage());
    await workbench.closeNotebook();
    expect(workbench.store.get().jobs).toEqual([]);
  });
});

describe("what the device kept of results", () => {
  it("is shown without a single query, and no job", async () => {
    const storage = openMemoryStorage();
    await imported(storage);
    const after = await opened(storage);
    expect(allOk(after.store.get())).toBe(true);
    expect(asked).toEqual([]);
    expect(after.store.get().jobs).toEqual([]);
  });

  it("is computed again when other code makes the relations", async () => {
    const storage = openMemoryStorage();
    const before = await imported(storage);
    const after = await opened(storage, { relationsVersion: "another" });
    await until(after, allOk);
    expect(asked).toContain("overview");
    expect(overview(after)).toEqual(overview(before));
  });

  it("is computed again after it was cleared, from the lines that stay", async () => {
    const storage = openMemoryStorage();
    const before = await imported(storage);
    const { data } = await before.device.usage();
    expect(await before.device.clearResults()).toBe(true);
    expect((await before.device.usage()).data).toBe(data);
    const after = await opened(storage);
    await until(after, allOk);
    expect(asked.filter((name) => name === "overview")).toHaveLength(1);
    expect(overview(after)).toEqual(overview(before));
    expect(after.store.get().storageProblem).toBeNull();
  });

  it.each(["facts", "overview", "insights"])("costs only a query when the result of %s is lost", async (lost) => {
    const storage = openMemoryStorage();
    const before = await imported(storage);
    const keys: string[] = [];
    const getResult: Storage["getResult"] = async (key) => {
      const found = await storage.getResult(key);
      const isLost = lost === "facts" ? found?.columns[0]?.name === "fact" : found?.columns.length === columnsOf(lost);
      if (isLost && !keys.includes(key)) keys.push(key);
      return isLost ? null : found;
    };
    const columnsOf = (name: string) => {
      const { notebook, runs } = before.store.get();
      const cell = notebook?.cells.find((each) => each.name === name);
      return cell && runs[cell.id]?.result?.columns.length;
    };
    const after = await opened({ ...storage, getResult });
    await until(after, (state) => allOk(state) && state.facts !== null);
    expect(keys).toHaveLength(1);
    expect([...new Set(asked)]).toEqual([lost]);
    expect(overview(after)).toEqual(overview(before));
    expect(after.store.get()).toMatchObject({ facts: before.store.get().facts, storageProblem: null });
  });

  it("that cannot be read at all is told of, and every cell is computed", async () => {
    const storage = openMemoryStorage();
    const before = await imported(storage);
    const broken = new StorageError({ kind: "internal", message: "The device does not answer.", hint: "Reload." });
    const after = await opened({ ...storage, getResult: () => Promise.reject(broken) });
    await until(after, allOk);
    expect(overview(after)).toEqual(overview(before));
    expect(after.store.get().storageProblem?.message).toBe("The device does not answer.");
  });
});
