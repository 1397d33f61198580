import { type Problem, toProblem } from "@/lib/std/problem";
import type { WorkbenchState } from "@/lib/workbench/state";
import { createWorkbench, type Workbench } from "@/lib/workbench/workbench";
import { adoptAnalysis } from "./adopt-analysis";
import { openBrowserPorts } from "./browser-ports";
import type { EngineControl } from "./engine-control";
import { loadKeyChoices } from "./key-choices";
import { mirror } from "./mirror";

export interface Opened {
  workbench: Workbench;
  /** Mirrors its state on the document; gives the way to stop. */
  mirror(): () => void;
  retryEngine(): Promise<void>;
}

/** Wires the browser's parts together, shows what was open last, and lets the engine start if it has not. */
export async function openWorkbench(control: EngineControl): Promise<Opened> {
  const workbench = createWorkbench(await openBrowserPorts(() => control.engine()));
  const tell = (engine: WorkbenchState["engine"], engineProblem: Problem | null) =>
    workbench.store.set((state) => ({ ...state, engine, engineProblem }));
  control.watch(
    (state) => tell(state.status, state.status === "failed" ? toProblem(state.problem) : null),
    async () => workbench.engineRestarted(),
  );
  const fail = (error: unknown) => tell("failed", toProblem(error));
  // A notebook that is shown listens to the keys its person chose.
  await Promise.all([loadKeyChoices(workbench), workbench.start()]);
  await adoptAnalysis(workbench);
  void control
    .begin()
    .catch(fail)
    .then(() => prepareImport(workbench, control));
  return {
    workbench,
    mirror: () => mirror(workbench),
    async retryEngine() {
      tell("starting", null);
      await control.retry().catch(fail);
      workbench.refresh();
    },
  };
}

/** Where nothing has been read yet, a file comes next: what its import needs is compiled while nobody waits. */
async function prepareImport({ store }: Workbench, control: EngineControl) {
  const { engine, notebook, incoming } = store.get();
  if (engine !== "ready" || notebook !== null || incoming.length > 0) return;
  const [{ warmUp }, { EngineError }] = await Promise.all([
    import("@/lib/ingest/warm-up"),
    import("@/lib/engine/engine-error"),
  ]);
  try {
    await warmUp(await control.engine());
  } catch (error) {
    // An engine that stopped says so itself, and where someone waits for it.
    if (!(error instanceof EngineError)) throw error;
  }
}
