import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { isAbort } from "@/lib/std/room-error";
import type { Bindings } from "./bindings";
import { type NodeEngine, openNodeEngine } from "./node";
import { CANCEL_DEADLINE_MS, Session } from "./session";

const ENDLESS = "select count(*) from range(1000000000000) as a, range(1000000000) as b";
let engine: NodeEngine;
beforeAll(async () => {
  engine = await openNodeEngine();
});
afterEach(() => vi.useRealTimers());

const caught = (call: Promise<unknown>) =>
  call.then(
    () => "resolved",
    (error: unknown) => error,
  );

describe("cancelling", () => {
  it("stops an endless query, and the next one runs within a second", async () => {
    const controller = new AbortController();
    const endless = caught(engine.runText(ENDLESS, {}, { signal: controller.signal }));
    const polled = new Promise((resolve) => setTimeout(resolve, 150));
    await polled;
    const aborted = performance.now();
    controller.abort(new Error("any reason"));
    expect(await endless).toSatisfy(isAbort);
    expect((await engine.runText("select 1 as a")).rows).toEqual([{ a: 1 }]);
    expect(performance.now() - aborted).toBeLessThan(1000);
  });

  it("rejects a waiting call at once, and that call never runs", async () => {
    const running = new AbortController();
    const waiting = new AbortController();
    const first = caught(engine.runText(ENDLESS, {}, { signal: running.signal }));
    const second = caught(engine.execute("create table never as select 1", { signal: waiting.signal }));
    waiting.abort();
    expect(await second).toSatisfy(isAbort);
    running.abort();
    expect(await first).toSatisfy(isAbort);
    expect((await engine.runText("select * from duckdb_tables() where table_name = 'never'")).rows).toEqual([]);
  });

  it("leaves no trace of an import that was stopped between or within its statements", async () => {
    const controller = new AbortController();
    const text = `create table half as ${ENDLESS}; create table other as select 1`;
    const call = caught(engine.execute(text, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 50);
    expect(await call).toSatisfy(isAbort);
    const tables = await engine.runText("select * from duckdb_tables() where table_name in ('half', 'other')");
    expect(tables.rows).toEqual([]);
  });

  it("gives back the file that the stopped statement was reading", async () => {
    const lines = Array.from({ length: 1_000_000 }, (_, at) => `${at},text ${at}`);
    const path = await engine.attach(new Blob([`a,b\n${lines.join("\n")}\n`]), "large.csv");
    const controller = new AbortController();
    const read = caught(
      engine.execute(`create table large as select * from read_csv('${path}')`, { signal: controller.signal }),
    );
    setTimeout(() => controller.abort(), 50);
    expect(await read).toSatisfy(isAbort);
    await engine.detach(path);
    expect(String(await caught(engine.runText(`select * from read_csv('${path}')`)))).toMatch(/No files found/);
  });

  it("rejects a call whose signal had fired before", async () => {
    expect(await caught(engine.runText("select 1", {}, { signal: AbortSignal.abort() }))).toSatisfy(isAbort);
    expect(await caught(engine.export("never", undefined, { signal: AbortSignal.abort() }))).toSatisfy(isAbort);
  });
});

/** A connection on which a started statement never comes to an end. */
function deafBindings(): Bindings {
  const nothing = async () => undefined;
  const never = () => new Promise<never>(() => undefined);
  return {
    start: async () => null,
    poll: never,
    fetch: never,
    cancel: nothing,
    onProgress: () => undefined,
    check: nothing,
    tableNames: async () => [],
    insertArrow: nothing,
    registerFile: nothing,
    dropFile: nothing,
    close: nothing,
  };
}

describe("a statement that does not stop", () => {
  it("is reported once the deadline is over, while its caller was told at once", async () => {
    vi.useFakeTimers();
    const stuck = vi.fn();
    const controller = new AbortController();
    const call = caught(new Session(deafBindings(), stuck).execute("select 1", { signal: controller.signal }));
    await vi.advanceTimersByTimeAsync(1);
    controller.abort();
    expect(await call).toSatisfy(isAbort);
    await vi.advanceTimersByTimeAsync(CANCEL_DEADLINE_MS - 1);
    expect(stuck).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(stuck).toHaveBeenCalledOnce();
  });
});
