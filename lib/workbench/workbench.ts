import { EngineError } from "@/lib/engine/engine-error";
import type { ImportPlan } from "@/lib/ingest/plan";
import { createJobList, type JobList } from "@/lib/jobs/job-list";
import { apply } from "@/lib/notebook/apply";
import type { Command } from "@/lib/notebook/command";
import type { History } from "@/lib/notebook/history";
import type { CellId, DataSetId } from "@/lib/notebook/ids";
import type { Notebook } from "@/lib/notebook/notebook";
import type { ParamValue } from "@/lib/query/param";
import { toProblem } from "@/lib/std/problem";
import { createCellRelations } from "./cell-relations";
import { createChangeReading } from "./change-reading";
import { createCompute } from "./compute";
import { type Context, initialState } from "./context";
import { createDataTables } from "./data-tables";
import { describeNotebook } from "./describe-notebook";
import { createDevice, type Device } from "./device";
import { createDocument } from "./document";
import { createExplainer, type Explainer } from "./explainer";
import { createExporter, type Exporter } from "./exporter";
import { createFilesAtHand } from "./files-at-hand";
import { cellsForMore } from "./first-cells";
import { createImportFiles, type Placing } from "./import-files";
import { createIncoming } from "./incoming";
import { createKeeper } from "./keeper";
import { isLost } from "./lost-lines";
import { localeFor, newNotebook, notebookTitle } from "./new-notebook";
import { createNotebookArrivals } from "./notebook-arrivals";
import { createNotebooks, type Notebooks } from "./notebooks";
import { createOpening } from "./opening";
import { createFilePlanner, type LookChoice } from "./plan-files";
import type { Ports } from "./ports";
import { createProductList } from "./product-list";
import { createProjectArrivals } from "./project-arrivals";
import type { ReadingChange } from "./reading-change";
import { removal } from "./removal";
import { createRunner } from "./runner";
import { loadSampleShop } from "./sample-shop";
import { createSaver } from "./saver";
import { setAsideCsv, setAsideFileName } from "./set-aside-csv";
import { addedAnalysis, type Common, sharedInput } from "./shared-inputs";
import type { OverlapAnswer, WorkbenchState } from "./state";
import { createStore, type Store } from "./store";
import { createTableList } from "./table-list";
import { createTabs, type TabKeeper, type Tabs } from "./tabs";
import { unmatchedChanges } from "./unmatched-changes";
import { createVersions, type Versions } from "./versions";
import { createWatchedFiles, type WatchedFiles } from "./watched-files";

/** Everything the page can do, and the state it shows. */
export interface Workbench {
  readonly store: Store<WorkbenchState>;
  readonly jobs: Pick<JobList, "cancel" | "retry">;
  readonly device: Device;
  readonly exporter: Exporter;
  readonly explainer: Explainer;
  readonly versions: Versions;
  readonly notebooks: Notebooks;
  readonly tabs: Tabs;
  readonly watched: Pick<WatchedFiles, "watch" | "stop">;
  /** Opens what was open when the page was left, else the first page. */
  start(): Promise<void>;
  /** The engine's tables are gone; brings them back. */
  engineRestarted(): void;
  openNotebook(id: string): Promise<void>;
  closeNotebook(): Promise<void>;
  importFiles(files: readonly File[]): Promise<void>;
  openSampleShop(): Promise<void>;
  answerImport(id: string, plan: ImportPlan | null): void;
  /** Looks at a file that waits for answers once more, with another sheet, encoding or header. */
  lookAgain(id: string, choice: LookChoice): Promise<void>;
  answerOverlap(id: string, answer: OverlapAnswer): void;
  answerWarning(id: string, goOn: boolean): void;
  cancelImport(id: string): void;
  dismissImport(id: string): void;
  changeReading(id: DataSetId): void;
  /** Reads a data set's file once more with a change; one step of undo. */
  changeRule(id: DataSetId, change: ReadingChange): Promise<void>;
  /** True while the file of a data set is at hand. */
  canChangeReading(id: DataSetId): boolean;
  /** Applies a change of the document; it can be undone and is saved within a second. */
  edit(command: Command): void;
  /** The same by typing: what follows at once in the same cell is one step of undo. */
  write(command: Command): void;
  /** Adds a cell that asks an analysis, at the end of the notebook; gives its id. */
  addAnalysis(name: string): CellId;
  /** Makes one control for all cells that have something in common; gives the input's id. */
  shareInput(common: Common, value: ParamValue | null): CellId;
  /** Brings the tables a query can read into the state. */
  listTables(): void;
  /** Brings the names of the products into the state, for a choice among them. */
  listProducts(): void;
  /** Resolves when the products that cells ask for have their names in the state, or cannot have them. */
  nameChosen(): Promise<void>;
  undo(): void;
  redo(): void;
  runCell(id: CellId): void;
  cancelCell(id: CellId): void;
  runAll(): void;
  /** Runs what is not of now: stale, edited, failed or never run. */
  runStale(): void;
  /** Runs what failed for want of an engine, now that there is one. */
  refresh(): void;
  /** Hands the lines set aside of a data set to the browser as a CSV file. */
  setAsideCsv(id: DataSetId): Promise<{ name: string; text: string } | null>;
  /** Writes what waits to the device. */
  flush(): Promise<void>;
  /** Tries again what could not be written. */
  retrySave(): Promise<void>;
}

export function createWorkbench(ports: Ports): Workbench {
  const store = createStore<WorkbenchState>({ ...initialState, storage: ports.storage.kind });
  const history = createStore<History | null>(null);
  const jobs = createJobList(ports.clock, (list) => store.set((state) => ({ ...state, jobs: list })));
  const context: Context = { ports, store, jobs, history };
  const tables = createDataTables({
    ports,
    reread: (engine, dataSet) => changing.reread(engine, dataSet),
    onUnmatched(unmatched) {
      for (const command of unmatchedChanges(history.get()?.notebook.dataSets ?? [], unmatched)) doc.note(command);
    },
    onLost: (lost) => store.set((state) => (lost.length + state.lost.length === 0 ? state : { ...state, lost })),
  });
  const toEntry = (notebook: Notebook) => describeNotebook(notebook, store.get(), ports.clock.now());
  const saver = createSaver(context, toEntry, () => tabs.saved("notebook"));
  const doc = createDocument(context, saver, changed, () => tabs.mayChange());
  const relations = createCellRelations(context);
  const runner = createRunner(context, { tables, relations }, doc);
  const products = createProductList(context, createCompute(ports, tables, relations));
  const tableList = createTableList(context, tables);
  const incoming = createIncoming(context);
  const keeper = createKeeper({ context, tables, saver, idle: () => runner.idle(), note: doc.note, fail });
  const versions = createVersions({ context, doc, keeper });
  const opening = createOpening({
    ...{ context, doc, runner, tables, saver, keeper, incoming, loadTables, fail },
    list: () => notebooks.list(),
    async opened() {
      void watched.opened();
      await versions.opened();
    },
  });
  const notebooks = createNotebooks({
    context,
    retitle: (title) => doc.edit({ type: "set-title", title }),
    save: opening.leave,
    close: opening.abandon,
    changed: () => tabs.saved("list"),
    mayChange: () => tabs.mayChange(),
  });
  const tabs: TabKeeper = createTabs({ context, saver, show: follow, list: notebooks.list, toEntry, fail });

  /** Shows what another tab made of the notebook. */
  function follow(notebook: Notebook) {
    doc.show(notebook);
    runner.refresh();
    loadTables();
  }

  /** What a change by hand brings about. */
  function changed(before: Notebook) {
    runner.refresh();
    void keeper.keepMissing();
    if (doc.current().notebook.dataSets !== before.dataSets) loadTables();
  }

  /** Lines that are lost are told of with what brings them back. */
  function fail(error: unknown) {
    if (isLost(error)) return;
    store.set((state) => ({ ...state, storageProblem: toProblem(error) }));
  }

  function place({ label, dataSets, columns, commands, currency, preset }: Placing) {
    if (!history.get()) {
      const title = preset?.title ?? notebookTitle(dataSets);
      const locale = preset?.locale ?? localeFor(currency, ports.locale);
      const empty = newNotebook(ports, { title, locale, currency: preset?.currency ?? currency, dataSets, columns });
      const made = apply(empty, { type: "batch", label, commands: commands(empty) }).notebook;
      doc.show(made);
      saver.whole();
      opening.remember(made.id);
      runner.refresh();
      void keeper.keepMissing();
      return;
    }
    const { notebook } = doc.current();
    void versions.before(`Before ${dataSets.map(({ fileName }) => fileName).join(", ")} was read`);
    const cells = cellsForMore(notebook, { dataSets, columns }, ports.newId);
    doc.edit({ type: "batch", label, commands: [...commands(notebook), ...cells] });
  }

  const atHand = createFilesAtHand();
  const planner = createFilePlanner(context, incoming);
  const takeAgain = (id: DataSetId) => changing.takeAgain(id);
  const watched = createWatchedFiles(context, (id, file) => changing.takeNew(id, file));
  const { readFrom } = watched;
  const imports = { context, tables, incoming, atHand, planner, place, takeAgain, readFrom };
  const importFiles = createImportFiles(imports);
  const projects = createProjectArrivals({ context, incoming, add: notebooks.add, open: opening.open });
  const files = createNotebookArrivals({ context, incoming, add: notebooks.add, open: opening.open });
  const changing = createChangeReading(imports);

  const nameChosen = () => products.nameChosen().catch(failUnlessEngine);

  /** That the engine cannot start is told elsewhere. */
  function failUnlessEngine(error: unknown) {
    if (!(error instanceof EngineError)) fail(error);
  }

  /** Brings the engine's tables in line. */
  function loadTables() {
    const dataSets = history.get()?.notebook.dataSets ?? [];
    tables.ensure(dataSets).catch(failUnlessEngine);
  }

  return {
    store,
    jobs,
    device: createDevice(context),
    watched,
    exporter: createExporter({ context, tables, relations, atHand, nameChosen }),
    explainer: createExplainer(context, doc.edit),
    versions,
    notebooks,
    tabs,
    async start() {
      tabs.start();
      await opening.openLast();
      void notebooks.clear().catch(fail);
    },
    openNotebook: opening.open,
    engineRestarted() {
      tables.forget();
      runner.engineRestarted();
      if (history.get()) loadTables();
    },
    closeNotebook: opening.close,
    importFiles: async (dropped) => (tabs.mayChange() ? importFiles(await files(await projects(dropped))) : undefined),
    async openSampleShop() {
      if (!tabs.mayChange()) return;
      try {
        const { files, preset } = await loadSampleShop(ports);
        await importFiles(files, preset);
      } catch (error) {
        const entry = incoming.add(new File([], "The sample shop"));
        incoming.change(entry.id, { step: "failed", problem: toProblem(error) });
      }
    },
    answerImport: (id, plan) => incoming.answer(id, plan),
    lookAgain: (id, choice) => planner.lookAgain(id, choice),
    answerOverlap: (id, answer) => incoming.answerOverlap(id, answer),
    answerWarning: (id, goOn) => incoming.answerWarning(id, goOn),
    cancelImport: (id) => incoming.cancel(id),
    dismissImport: (id) => incoming.remove(id),
    changeReading: (id) => void changing.changeReading(id),
    changeRule: (id, change) => changing.changeRule(id, change),
    canChangeReading: (id) => changing.canChange(id),
    edit: (command) => doc.edit(removal(doc.current().notebook, command)),
    write: (command) => doc.write(command),
    addAnalysis: (name) => doc.give(addedAnalysis(doc.current().notebook, name, ports.newId)),
    shareInput: (common, value) => doc.give(sharedInput(doc.current().notebook, common, value, ports.newId)),
    listTables: () => void tableList.list().catch(fail),
    listProducts: () => void products.list().catch(fail),
    nameChosen,
    undo: () => doc.undo(),
    redo: () => doc.redo(),
    runCell: (id) => runner.run(id),
    cancelCell: (id) => runner.cancel(id),
    runAll: () => runner.runAll(),
    runStale: () => runner.runStale(),
    refresh: () => runner.runFailed(),
    async setAsideCsv(id) {
      const { dataSets } = doc.current().notebook;
      const dataSet = dataSets.find((other) => other.id === id);
      if (!dataSet) return null;
      const engine = await tables.ensure(dataSets);
      return { name: setAsideFileName(dataSet), text: await setAsideCsv(engine, dataSet) };
    },
    async flush() {
      await Promise.all([saver.flush(), runner.keep()]);
    },
    async retrySave() {
      await keeper.keepMissing();
      await saver.flush();
    },
  };
}
