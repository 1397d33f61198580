import { EngineError } from "@/lib/engine/engine-error";
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
import { setAsideCsv, setAsideFileName } from "./set-aside-csv";
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
  /** Runs what failed for want of an engine, now that there is one. */
  refresh(): void;
  /** Hands the lines set aside of a data set to the browser as a CSV file. */
  setAsideCsv(id: DataSetId): Promise<{ name: string; text: string } | null>;
  /** Writes what waits to the device. */
  flush(): Promise<void>;
  /** Tries again what could not be written. */
  retrySave(): Promise<void>;
}

const LAST_OPEN = "last-open";

export function createWorkbench(ports: Ports): Workbench {
  const store = createStore<WorkbenchState>({ ...initialState, storage: ports.storage.kind });
  const history = createStore<History | null>(null);
  const jobs = createJobList(ports.clock, (list) => store.set((state) => ({ ...state, jobs: list })));
  const context: Context = { ports, store, jobs, history };
  const tables = createDataTables(ports, (engine, dataSet) => imports.reread(engine, dataSet));
  const runner = createRunner(context, tables);
  const saver = createSaver(context, (notebook) => describeNotebook(notebook, store.get(), ports.clock.now()));
  const incoming = createIncoming(context);
  /** Set while lines of a data set are not on the device: the document waits for them. */
  let held: (() => void) | null = null;
  let lastKeep: Promise<void> = Promise.resolve();

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
    void keepMissing();
  }

  function current(): History {
    const open = history.get();
    if (!open) throw new Error("No notebook is open.");
    return open;
  }

  function fail(error: unknown) {
    store.set((state) => ({ ...state, storageProblem: toProblem(error) }));
  }

  function remember(id: string | null) {
    ports.storage.putSetting(LAST_OPEN, id).catch(fail);
  }

  function open(notebook: Notebook) {
    runner.reset();
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
      void keepMissing();
      return;
    }
    take(commit(current(), { type: "batch", label, commands: commands(current().notebook) }));
  }

  function notKept(): DataSet[] {
    const dataSets = history.get()?.notebook.dataSets ?? [];
    return dataSets.filter((dataSet) => dataSet.parts.length === 0 && dataSet.ledger.kept > 0);
  }

  /** Writes data sets whose lines are not on the device yet; the document is not written before they are. */
  function keepMissing(): Promise<void> {
    if (notKept().length > 0) {
      held ??= saver.hold();
      lastKeep = lastKeep.then(writeMissing);
    }
    return lastKeep;
  }

  async function writeMissing(): Promise<void> {
    try {
      await runner.idle();
      for (const dataSet of notKept()) {
        const kept = await keepData(context, tables, dataSet);
        const { notebook } = current();
        if (notebook.dataSets.some((other) => other.id === kept.id)) {
          show(record(current(), { type: "set-data-set", dataSet: kept }).history);
        }
      }
      saver.whole();
      const persisted = await ports.storage.persist();
      store.set((state) => ({ ...state, persisted }));
      held?.();
      held = null;
    } catch (error) {
      fail(error);
    }
  }

  const imports = createImports({ context, tables, incoming, place });

  /** Brings the engine's tables in line; that the engine cannot start is told elsewhere. */
  function loadTables() {
    const dataSets = history.get()?.notebook.dataSets ?? [];
    tables.ensure(dataSets).catch((error: unknown) => {
      if (!(error instanceof EngineError)) fail(error);
    });
  }

  async function leave(): Promise<void> {
    await lastKeep;
    await saver.flush();
  }

  async function openNotebook(id: string): Promise<void> {
    if (history.get()) {
      await leave();
      await tables.drop();
    }
    const stored = await ports.storage.readDoc(id);
    if (!stored) return;
    open(readNotebook(stored));
    saver.opened();
    remember(id);
    await runner.restore();
    loadTables();
  }

  async function listRecents(): Promise<void> {
    const recents = await ports.storage.listDocs();
    store.set((state) => ({ ...state, recents }));
  }

  async function start(): Promise<void> {
    ports.storage.onWritable((writable) => {
      if (writable) void saver.flush();
    });
    try {
      await listRecents();
      const last = await ports.storage.getSetting(LAST_OPEN);
      const known = store.get().recents.some((recent) => recent.id === last);
      if (typeof last === "string" && known) await openNotebook(last);
    } catch (error) {
      fail(error);
    }
    if (!history.get()) show(null);
  }

  return {
    store,
    start,
    openNotebook,
    engineRestarted() {
      tables.forget();
      if (history.get()) loadTables();
    },
    async closeNotebook() {
      await leave();
      runner.reset();
      show(null);
      void tables.drop().catch((error: unknown) => fail(error));
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
    refresh: () => runner.refresh(),
    async setAsideCsv(id) {
      const { dataSets } = current().notebook;
      const dataSet = dataSets.find((other) => other.id === id);
      if (!dataSet) return null;
      const engine = await tables.ensure(dataSets);
      return { name: setAsideFileName(dataSet), text: await setAsideCsv(engine, dataSet) };
    },
    flush: () => saver.flush(),
    async retrySave() {
      await keepMissing();
      await saver.flush();
    },
  };
}

/** True for changes the list of notebooks shows. */
function touchesList(command: Command): boolean {
  if (command.type === "batch") return command.commands.some(touchesList);
  return command.type === "set-title" || command.type === "insert-data-set" || command.type === "remove-data-set";
}
