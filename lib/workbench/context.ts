import type { JobList } from "@/lib/jobs/job-list";
import type { History } from "@/lib/notebook/history";
import type { CellId } from "@/lib/notebook/ids";
import type { Ports } from "./ports";
import type { CellRun, WorkbenchState } from "./state";
import type { Store } from "./store";

/** What every use case works on. */
export interface Context {
  ports: Ports;
  store: Store<WorkbenchState>;
  jobs: JobList;
  history: Store<History | null>;
}

export const initialState: WorkbenchState = {
  view: "opening",
  engine: "starting",
  engineProblem: null,
  storage: "opening",
  storageProblem: null,
  saved: true,
  tab: "writer",
  persisted: null,
  recents: [],
  notebook: null,
  facts: null,
  products: null,
  tables: null,
  runs: {},
  incoming: [],
  watchable: [],
  watched: [],
  watchedBefore: [],
  watchProblem: null,
  lost: [],
  jobs: [],
  canUndo: false,
  canRedo: false,
};

export const neverRun: CellRun = {
  status: "never-run",
  result: null,
  resultKey: null,
  triedKey: null,
  comparison: null,
  startedAt: null,
  ranAt: null,
  durationMs: null,
  cached: false,
  problem: null,
  reason: null,
};

/** Changes what the page knows of several cells' runs, in one step. */
export function setRuns(store: Store<WorkbenchState>, changes: ReadonlyMap<CellId, Partial<CellRun>>): void {
  if (changes.size === 0) return;
  store.set((state) => {
    const changed = [...changes].map(([id, change]) => [id, { ...(state.runs[id] ?? neverRun), ...change }] as const);
    return { ...state, runs: { ...state.runs, ...Object.fromEntries(changed) } };
  });
}

/** Changes what the page knows of one cell's run. */
export function setRun(store: Store<WorkbenchState>, id: CellId, change: Partial<CellRun>): void {
  setRuns(store, new Map([[id, change]]));
}
