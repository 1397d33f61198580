import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "@/lib/engine/engine";
import { EngineError } from "@/lib/engine/engine-error";
import { openNodeEngine } from "@/lib/engine/node";
import { openMemoryStorage } from "@/lib/storage/memory";
import { allOk, csv, firstRow, portsOver, until } from "./testing/open-workbench";
import { createWorkbench, type Workbench } from "./workbench";

let engine: Engine;

beforeAll(async () => {
  engine = await openNodeEngine();
});

afterAll(() => engine.close());

const sales = (name: string, total = "20.00") =>
  csv(name, "date,bill,product,quantity,total", `2026-01-05,B1,Tea,2,${total}`, "2026-01-20,B2,Salt,1,5.00");

const restarted = () =>
  new EngineError({
    kind: "stopped",
    message: "A cancelled query did not stop, so the engine was restarted.",
    hint: "Your files and saved work are not affected; run the cell once more.",
  });

/** A promise that resolves when it is told to. */
function gate(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((open) => {
    resolve = open;
  });
  return { promise, resolve };
}

interface Interrupted {
  workbench: Workbench;
  /** Resolves when a reading has begun and waits for the engine. */
  began: Promise<void>;
  /** The engine goes away under the reading that waits. */
  stop(): void;
}

/** A workbench whose engine goes away under the first readings: at once, or when it is told to. */
async function openInterrupted(times: number, { atOnce }: { atOnce: boolean }): Promise<Interrupted> {
  let left = times;
  const began = gate();
  const stopped = gate();
  if (atOnce) stopped.resolve();
  const engineOf = new Proxy(engine, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      return async (...given: unknown[]) => {
        if (name === "attach" && left > 0) {
          left -= 1;
          began.resolve();
          await stopped.promise;
          throw restarted();
        }
        return Reflect.apply(member, target, given);
      };
    },
  });
  const workbench = createWorkbench(portsOver(openMemoryStorage(), async () => engineOf));
  await workbench.start();
  return { workbench, began: began.promise, stop: stopped.resolve };
}

describe("a file that is cancelled while the engine reads", () => {
  it("is gone from the page at once, and nothing that happens to the engine is told of it", async () => {
    const { workbench, began, stop } = await openInterrupted(1, { atOnce: false });
    const importing = workbench.importFiles([sales("slow.csv"), sales("next.csv", "200.00")]);
    await began;
    const shown = () => workbench.store.get().incoming.map(({ fileName }) => fileName);
    const slow = workbench.store.get().incoming.find(({ fileName }) => fileName === "slow.csv");
    workbench.cancelImport(slow?.id ?? "");
    expect(shown()).toEqual(["next.csv"]);
    stop();
    await importing;
    await until(workbench, allOk);
    const { notebook, incoming, jobs } = workbench.store.get();
    expect(notebook?.dataSets.map(({ fileName }) => fileName)).toEqual(["next.csv"]);
    expect(incoming).toEqual([]);
    expect(jobs.find(({ title }) => title === "Read slow.csv")).toMatchObject({ state: "cancelled", problem: null });
  });

  it("leaves the file that is read alone when it was only waiting its turn", async () => {
    const { workbench, began, stop } = await openInterrupted(1, { atOnce: false });
    const importing = workbench.importFiles([sales("slow.csv"), sales("next.csv", "200.00")]);
    await began;
    const next = workbench.store.get().incoming.find(({ fileName }) => fileName === "next.csv");
    workbench.cancelImport(next?.id ?? "");
    stop();
    await importing;
    await until(workbench, allOk);
    expect(workbench.store.get().notebook?.dataSets.map(({ fileName }) => fileName)).toEqual(["slow.csv"]);
    expect(workbench.store.get().incoming).toEqual([]);
  });
});

describe("a file under which the engine is restarted", () => {
  it("is read once more by itself", async () => {
    const { workbench } = await openInterrupted(1, { atOnce: true });
    await workbench.importFiles([sales("shop.csv")]);
    await until(workbench, allOk);
    expect(workbench.store.get().incoming).toEqual([]);
    expect(firstRow(workbench.store.get(), "overview")).toMatchObject({ net_revenue: "25" });
  });

  it("is read once more only once, and the sentence then speaks of the file", async () => {
    const { workbench } = await openInterrupted(2, { atOnce: true });
    await workbench.importFiles([sales("shop.csv")]);
    const [{ step, problem } = { step: null, problem: null }] = workbench.store.get().incoming;
    expect(step).toBe("failed");
    expect(problem?.message).toBe("shop.csv could not be read: the engine stopped twice while it was at it.");
    expect(problem?.hint).not.toContain("cell");
    await workbench.importFiles([sales("shop.csv")]);
    await until(workbench, allOk);
    expect(firstRow(workbench.store.get(), "overview")).toMatchObject({ net_revenue: "25" });
  });
});
