import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { isAbort } from "@/lib/std/room-error";
import type { Bindings } from "./bindings";
import { EngineError } from "./engine-error";
import { guardedBindings } from "./guarded-bindings";
import type { Life } from "./life";
import { Session } from "./session";
import { SupervisedEngine } from "./supervised-engine";
import { Supervisor } from "./supervisor";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A worker of the imagination: answers DDL at once, "hang" never, and remembers what was asked of it. */
function fakeWorld({ boots = [] }: { boots?: (EngineError | "hang")[] } = {}) {
  const lives: Life[] = [];
  const asked: string[] = [];
  const states: string[] = [];
  const killed: Life[] = [];
  const reload = vi.fn(async (session: Session) => session.execute("reload"));
  const never = () => new Promise<never>(() => undefined);
  const nothing = async () => undefined;
  const bindings: Bindings = {
    async start(text) {
      asked.push(text);
      if (text === "trap") throw Object.assign(new Error("unreachable"), { name: "RuntimeError" });
      return text === "hang" ? never() : new Uint8Array(8);
    },
    poll: never,
    fetch: async () => new Uint8Array(0),
    cancel: nothing,
    onProgress: () => undefined,
    check: nothing,
    tableNames: async () => [],
    insertArrow: nothing,
    async registerFile(path) {
      asked.push(`file ${path}`);
    },
    dropFile: nothing,
    close: nothing,
  };
  const supervisor: Supervisor<Session> = new Supervisor<Session>({
    async open(life) {
      lives.push(life);
      const outcome = boots.shift();
      if (outcome === "hang") await life.guard("start", 30_000, never);
      else if (outcome) throw outcome;
      return new Session(guardedBindings(bindings, life), () => undefined);
    },
    kill: (life) => killed.push(life),
    async reload(session) {
      await engine.reattach(session);
      await reload(session);
    },
    onState: (state) => states.push(state.status === "failed" ? `failed: ${state.problem.message}` : state.status),
  });
  const engine = new SupervisedEngine(supervisor);
  return { engine, lives, asked, states, killed, reload };
}

const gone = () => new EngineError({ kind: "stopped", message: "gone" });
const missing = () => new EngineError({ kind: "unavailable", message: "file missing" });
const caught = (call: Promise<unknown>) =>
  call.then(
    () => "resolved",
    (error: unknown) => error,
  );

describe("the supervised engine", () => {
  it("starts with the first call, once for all calls at the same time", async () => {
    const { engine, lives, states } = fakeWorld();
    expect(lives).toHaveLength(0);
    await Promise.all([engine.execute("a"), engine.execute("b"), engine.start()]);
    expect(lives).toHaveLength(1);
    expect(states).toEqual(["starting", "ready"]);
  });

  it("rejects running and waiting calls when the worker dies, and runs later ones on its successor", async () => {
    const { engine, lives, asked, states, killed } = fakeWorld();
    await engine.start();
    const running = caught(engine.execute("hang"));
    const waiting = caught(engine.execute("waits"));
    await vi.advanceTimersByTimeAsync(1);
    lives[0]?.end(gone());
    expect(await running).toMatchObject({ kind: "stopped" });
    expect(await waiting).toMatchObject({ kind: "stopped" });
    const later = engine.execute("later");
    await vi.advanceTimersByTimeAsync(0);
    await later;
    expect(asked).toEqual(["hang", "reload", "later"]);
    expect(states).toEqual(["starting", "ready", "starting", "starting", "ready"]);
    expect(killed).toEqual([lives[0]]);
  });

  it("registers attached files again and reloads before anything else runs", async () => {
    const { engine, lives, asked, reload } = fakeWorld();
    const kept = await engine.attach(new Blob(["a"]), "kept.csv");
    const dropped = await engine.attach(new Blob(["a"]), "dropped.csv");
    await engine.detach(dropped);
    expect(reload).not.toHaveBeenCalled();
    asked.length = 0;
    lives[0]?.end(gone());
    await vi.advanceTimersByTimeAsync(0);
    await engine.execute("next");
    expect(asked).toEqual([`file ${kept}`, "reload", "next"]);
  });

  it("replaces a worker that gives no answer in time, and one whose wasm trapped", async () => {
    const { engine, lives } = fakeWorld();
    await engine.start();
    const silent = caught(engine.execute("hang"));
    await vi.advanceTimersByTimeAsync(60_001);
    expect(await silent).toMatchObject({ kind: "timeout", message: expect.stringContaining("60 seconds") });
    const trapped = caught(engine.execute("trap"));
    await vi.advanceTimersByTimeAsync(0);
    expect(await trapped).toMatchObject({ kind: "stopped" });
    await vi.advanceTimersByTimeAsync(1000);
    expect(lives).toHaveLength(3);
  });

  it("waits longer before each restart and gives up after three in a row", async () => {
    const { engine, lives, states } = fakeWorld();
    await engine.start();
    for (const wait of [0, 1000, 4000]) {
      lives.at(-1)?.end(gone());
      const before = lives.length;
      await vi.advanceTimersByTimeAsync(Math.max(0, wait - 1));
      if (wait > 0) expect(lives).toHaveLength(before);
      await vi.advanceTimersByTimeAsync(1);
      expect(lives).toHaveLength(before + 1);
    }
    lives.at(-1)?.end(gone());
    expect(await caught(engine.execute("more"))).toMatchObject({ kind: "unavailable" });
    expect(states.at(-1)).toContain("failed: The engine stopped several times in a row");
    expect(lives).toHaveLength(4);
    await engine.start();
    expect(states.at(-1)).toBe("ready");
  });

  it("counts anew after a minute of good life", async () => {
    const { engine, lives } = fakeWorld();
    await engine.start();
    for (let life = 1; life <= 6; life += 1) {
      await vi.advanceTimersByTimeAsync(60_000);
      lives.at(-1)?.end(gone());
      await vi.advanceTimersByTimeAsync(0);
      expect(lives).toHaveLength(life + 1);
    }
  });

  it("tells every call why it cannot start, and tries again only when started anew", async () => {
    const { engine, lives, states, reload } = fakeWorld({ boots: [missing()] });
    const calls = await Promise.all([caught(engine.execute("a")), caught(engine.execute("b"))]);
    expect(calls).toEqual([missing(), missing()]);
    expect(await caught(engine.execute("c"))).toEqual(missing());
    expect(lives).toHaveLength(1);
    expect(states).toEqual(["starting", "failed: file missing"]);
    await engine.start();
    await engine.execute("d");
    expect(lives).toHaveLength(2);
    expect(reload).not.toHaveBeenCalled();
  });

  it("fails a start that hangs, instead of hanging with it", async () => {
    const { engine, states, killed } = fakeWorld({ boots: ["hang"] });
    const call = caught(engine.execute("a"));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await call).toMatchObject({ kind: "unavailable" });
    expect(states.at(-1)).toBe("failed: The engine could not be started.");
    expect(killed).toHaveLength(1);
  });

  it("rejects an aborted call at once while the engine still starts", async () => {
    const { engine } = fakeWorld({ boots: ["hang"] });
    const controller = new AbortController();
    const call = caught(engine.execute("a", { signal: controller.signal }));
    controller.abort();
    expect(await call).toSatisfy(isAbort);
  });

  it("fails with the reason when the reload fails, and reloads again on the next start", async () => {
    const { engine, lives, states, reload } = fakeWorld();
    await engine.start();
    reload.mockRejectedValueOnce(new Error("a part is damaged"));
    lives[0]?.end(gone());
    await vi.advanceTimersByTimeAsync(0);
    expect(states.at(-1)).toBe("failed: The engine could not be started.");
    await engine.start();
    expect(reload).toHaveBeenCalledTimes(2);
    expect(states.at(-1)).toBe("ready");
  });

  it("stays closed once closed, and rejects what was running", async () => {
    const { engine, lives } = fakeWorld();
    await engine.start();
    const running = caught(engine.execute("hang"));
    await vi.advanceTimersByTimeAsync(1);
    await engine.close();
    expect(await running).toMatchObject({ kind: "stopped" });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(lives).toHaveLength(1);
    expect(await caught(engine.start())).toMatchObject({ kind: "stopped" });
  });
});
