"use client";

import { type ReactNode, useEffect, useMemo, useState } from "react";
import type { Engine } from "@/lib/engine/engine";
import { type Problem, toProblem } from "@/lib/std/problem";
import type { WorkbenchState } from "@/lib/workbench/state";
import { createWorkbench, type Workbench } from "@/lib/workbench/workbench";
import { openBrowserPorts } from "./browser-ports";
import { NOTEBOOK_COOKIE } from "./notebook-cookie";
import { WorkbenchContext, type WorkbenchHandle } from "./use-workbench";

interface Opened {
  workbench: Workbench;
  retryEngine(): Promise<void>;
}

/** The browser's parts are wired together once for the life of the page. */
let opening: Promise<Opened> | null = null;

async function open(): Promise<Opened> {
  const { ports, control } = await openBrowserPorts();
  const workbench = createWorkbench(ports);
  const tell = (engine: WorkbenchState["engine"], engineProblem: Problem | null) =>
    workbench.store.set((state) => ({ ...state, engine, engineProblem }));
  control.watch(
    (state) => tell(state.status, state.status === "failed" ? toProblem(state.problem) : null),
    async () => workbench.engineRestarted(),
  );
  const start = () => control.start().catch((error: unknown) => tell("failed", toProblem(error)));
  await workbench.start();
  void start().then(() => prepareImport(workbench, () => control.engine()));
  return {
    workbench,
    async retryEngine() {
      tell("starting", null);
      await start();
      workbench.refresh();
    },
  };
}

/** Where nothing has been read yet, a file comes next: what its import needs is compiled while nobody waits. */
async function prepareImport({ store }: Workbench, openEngine: () => Promise<Engine>) {
  const { engine, notebook, incoming } = store.get();
  if (engine !== "ready" || notebook !== null || incoming.length > 0) return;
  const [{ warmUp }, { EngineError }] = await Promise.all([
    import("@/lib/ingest/warm-up"),
    import("@/lib/engine/engine-error"),
  ]);
  try {
    await warmUp(await openEngine());
  } catch (error) {
    // An engine that stopped says so itself, and where someone waits for it.
    if (!(error instanceof EngineError)) throw error;
  }
}

/** Makes the workbench reachable below it and mirrors its state on the document. */
export function Provider({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<Opened | null>(null);

  useEffect(() => {
    opening ??= open();
    let here = true;
    opening.then((done) => here && setOpened(done));
    return () => {
      here = false;
    };
  }, []);

  useEffect(() => (opened ? mirror(opened.workbench) : undefined), [opened]);

  const handle = useMemo<WorkbenchHandle>(
    () => ({
      workbench: opened?.workbench ?? null,
      act(action) {
        opening ??= open();
        opening.then(({ workbench }) => action(workbench));
      },
      retryEngine: () => void opened?.retryEngine(),
    }),
    [opened],
  );

  return <WorkbenchContext value={handle}>{children}</WorkbenchContext>;
}

/** Half a year, milliseconds. */
const REMEMBERED = 180 * 86_400_000;
let remembered: boolean | null = null;

/** One flag for the server's first paint; a browser without a cookie store paints the first page for a moment. */
function rememberView(notebook: boolean): void {
  if (remembered === notebook || !("cookieStore" in window)) return;
  remembered = notebook;
  void window.cookieStore.set({
    name: NOTEBOOK_COOKIE,
    value: notebook ? "1" : "0",
    expires: Date.now() + REMEMBERED,
    sameSite: "strict",
  });
}

/** Engine and saving on the document element; a last write when the page is left. */
function mirror(workbench: Workbench): () => void {
  const { dataset } = document.documentElement;
  const onState = () => {
    const { engine, saved, view, storage } = workbench.store.get();
    dataset.engine = engine;
    dataset.saved = String(saved && storage === "opfs");
    if (view !== "opening") {
      rememberView(view === "notebook" && storage === "opfs");
    }
  };
  const onLeave = () => {
    if (document.visibilityState === "hidden") void workbench.flush();
  };
  const leaving = () => void workbench.flush();
  onState();
  const stop = workbench.store.subscribe(onState);
  document.addEventListener("visibilitychange", onLeave);
  window.addEventListener("pagehide", leaving);
  return () => {
    stop();
    document.removeEventListener("visibilitychange", onLeave);
    window.removeEventListener("pagehide", leaving);
  };
}
