import type { ImportPlan } from "@/lib/ingest/plan";
import { createJobList } from "@/lib/jobs/job-list";
import type { Command } from "@/lib/notebook/command";
import { commit, type History, record, redo, type Step, startHistory, undo } from "@/lib/notebook/history";
import type { CellId, DataSetId } from "@/lib/notebook/ids";
import type { DataSet, Notebook } from "@/lib/notebook/notebook";
import { readNotebook } from "@/lib/notebook/schema";
import { toProblem } from "@/lib/std/problem";
import { type Context, initialState } from "./context";
import { createDataTables } from "./data-tables";
import { describeNotebook } from "./describe-notebook";
import { createImports, type Placing, type Preset } from "./import-files";
import { createIncoming } from "./incoming";
import { keepData } from "./keep-data";
import { localeFor, newNotebook, notebookTitle } from "./new-notebook";
import type { Ports } from "./ports";
import { createRunner } from "./runner";
import { loadSampleShop } from "./sample-shop";
import { createSaver } from "./saver";
import type { WorkbenchState } from "./state";
import { createStore, type Store } from "./store";

/** Everything the page can do, and the state it shows. */
export interface Workbench {
  readonly store: Store<WorkbenchState>;
  /** Opens what was open when the page was left, else the first page. */
  start(): Promise<void>;
  /** The engine's tables are gone; brings them back. */
  engineRestarted(): void;
  openNotebook(id: string): Promise<void>;
  closeNotebook(): Promise<void>;
  importFiles(files: readonly File[]): Promise<void>;
  openSampleShop(): Promise<void>;
  answerImport(id: string, plan: ImportPlan | null): void;
  cancelImport(id: string): void;
  dismissImport(id: string): void;
  changeReading(id: DataSetId): void;
  canChangeReading(id: DataSetId): boolean;
  /** Applies a change of the document; it can be undone and is saved within a second. */
  edit(command: Command): void;
  undo(): void;
  redo(): void;
  runCell(id: CellId): void;
  cancelCell(id: CellId): void;
  runAll(): void;
  /** Writes what waits to the device. */
  flush(): Promise<void>;
}

const LAST_OPEN = "last-open";

export function createWorkbench(ports: Ports): Workbench {
  const store = createStore<WorkbenchState>({ ...initialState, storage: ports.storage.kind });
  const history = createStore<History | null>(null);
  const jobs = createJobList(ports.clock, (list) => store.set((state) => ({ ...state, jobs: list })));
  const context: Context = { ports, store, jobs, history };
  const tables = createDataTables(ports);
  const runner = createRunner(context, tables);
  const saver = createSaver(context, (notebook) => describeNotebook(notebook, store.get(), ports.clock.now()));
  const incoming = createIncoming(context);

  function show(next: History | null) {
    history.set(() => next);
    store.set((state) => ({
      ...state,
      notebook: next?.notebook ?? null,
      view: next ? "notebook" : "first-page",
      canUndo: (next?.past.length ?? 0) > 0,
      canRedo: (next?.future.length ?? 0) > 0,
    }));
  }

  function take(step: Step | null) {
    if (!step) return;
    show(step.history);
    saver.edit(step.applied);
    if (touchesList(step.applied)) saver.whole();
    runner.refresh();
  }

  function current(): History {
    const open = history.get();
    if (!open) throw new Error("No notebook is open.");
    return open;
  }

  function remember(id: string | null) {
    ports.storage.putSetting(LAST_OPEN, id).catch((error: unknown) => {
      store.set((state) => ({ ...state, storageProblem: toProblem(error) }));
    });
  }

  function open(notebook: Notebook) {
    runner.reset();
    tables.forget();
    show(startHistory(notebook));
  }

  function place({ label, dataSets, commands, currency, preset }: Placing) {
    if (!history.get()) {
      const title = preset?.title ?? notebookTitle(dataSets);
      const locale = preset?.locale ?? localeFor(currency, ports.locale);
      show(startHistory(newNotebook(ports, { title, locale, currency: preset?.currency ?? currency })));
      const made = current();
      show({
        ...made,
        notebook: record(made, { type: "batch", label, commands: commands(made.notebook) }).history.notebook,
      });
      saver.whole();
      remember(current().notebook.id);
      runner.refresh();
      return;
    }
    take(commit(current(), { type: "batch", label, commands: commands(current().notebook) }));
  }

  async function keep(dataSets: readonly DataSet[]): Promise<void> {
    const release = saver.hold();
    const id = current().notebook.id;
    try {
      await runner.idle();
      for (const dataSet of dataSets) {
        const kept = await keepData(context, tables, dataSet);
        if (history.get()?.notebook.id !== id) return;
        if (!current().notebook.dataSets.some((other) => other.id === kept.id)) continue;
        show(record(current(), { type: "set-data-set", dataSet: kept }).history);
      }
      saver.whole();
    } catch (error) {
      store.set((state) => ({ ...state, saved: false, storageProblem: toProblem(error) }));
    } finally {
      release();
    }
    ports.storage.persist().catch(() => false);
  }

  const imports = createImports({ context, tables, incoming, place, store: (dataSets) => void keep(dataSets) });

  async function openNotebook(id: string): Promise<void> {
    const stored = await ports.storage.readDoc(id);
    if (!stored) return;
    open(readNotebook(stored));
    saver.opened();
    remember(id);
    await runner.restore();
    await tables.ensure(current().notebook.dataSets);
  }

  async function listRecents(): Promise<void> {
    const recents = await ports.storage.listDocs();
    store.set((state) => ({ ...state, recents }));
  }

  async function start(): Promise<void> {
    try {
      await listRecents();
      const last = await ports.storage.getSetting(LAST_OPEN);
      const known = store.get().recents.some((recent) => recent.id === last);
      if (typeof last === "string" && known) await openNotebook(last);
    } catch (error) {
      store.set((state) => ({ ...state, storageProblem: toProblem(error) }));
    }
    if (!history.get()) show(null);
  }

  return {
    store,
    start,
    openNotebook,
    engineRestarted() {
      tables.forget();
      const open = history.get();
      if (open) tables.ensure(open.notebook.dataSets).catch(() => undefined);
    },
    async closeNotebook() {
      await saver.flush();
      runner.reset();
      tables.forget();
      show(null);
      remember(null);
      await listRecents();
    },
    importFiles: (files) => imports.importFiles(files),
    async openSampleShop() {
      try {
        const { files, preset } = await loadSampleShop(ports);
        await imports.importFiles(files, preset satisfies Preset);
      } catch (error) {
        const entry = incoming.add(new File([], "The sample shop"));
        incoming.change(entry.id, { step: "failed", problem: toProblem(error) });
      }
    },
    answerImport: (id, plan) => incoming.answer(id, plan),
    cancelImport: (id) => incoming.cancel(id),
    dismissImport: (id) => incoming.remove(id),
    changeReading: (id) => imports.changeReading(id),
    canChangeReading: (id) => imports.canChange(id),
    edit: (command) => take(commit(current(), command)),
    undo: () => take(undo(current())),
    redo: () => take(redo(current())),
    runCell: (id) => runner.run(id),
    cancelCell: (id) => runner.cancel(id),
    runAll: () => {
      for (const cell of current().notebook.cells) runner.run(cell.id);
    },
    flush: () => saver.flush(),
  };
}

/** True for changes the list of notebooks shows. */
function touchesList(command: Command): boolean {
  if (command.type === "batch") return command.commands.some(touchesList);
  return command.type === "set-title" || command.type === "insert-data-set" || command.type === "remove-data-set";
}
