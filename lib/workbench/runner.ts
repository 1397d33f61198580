import type { QueuedJob } from "@/lib/jobs/job-list";
import type { CellId, NotebookId } from "@/lib/notebook/ids";
import type { Notebook } from "@/lib/notebook/notebook";
import { type Answered, createAnswers } from "./answers";
import { createCellQueue } from "./cell-queue";
import type { CellRelations } from "./cell-relations";
import { createCompute } from "./compute";
import { type Context, neverRun, setRun, setRuns } from "./context";
import type { DataTables } from "./data-tables";
import type { Document } from "./document";
import { createKnownFacts } from "./known-facts";
import { createLastResults } from "./last-results";
import { leftOpen } from "./left-open";
import { completeIds, type Question, withAbove } from "./questions";
import { createQuestionsNow } from "./questions-now";
import { renewed } from "./renewed";
import { createResultCache } from "./result-cache";
import { begun, settled, unsettled } from "./run-changes";
import { standing } from "./standing";
import type { CellRun } from "./state";

/** Computes cells: one at a time, each after those it reads, the newest request of a cell wins. */
export interface Runner {
  /**
   * Compares every cell with its result and says at once where it stands; what is not of now is computed, or waits.
   * What is shown till then is kept before anything of the change is.
   */
  refresh(): void;
  /** Shows every result the cache holds, without the engine; then refreshes what is missing. */
  restore(): Promise<void>;
  /** Computes a cell, and what it reads where that is not of now. */
  run(id: CellId): void;
  runAll(): void;
  /** Computes what is not of now. */
  runStale(): void;
  /** Computes once more what failed; for when there is an engine again. */
  runFailed(): void;
  cancel(id: CellId): void;
  /** Writes to the device what cells show, so that they show it again after a reload. */
  keep(): Promise<void>;
  /** Resolves when nothing is queued or running. */
  idle(): Promise<void>;
  /** Gives the engine's memory back that results of cells took; for another notebook. */
  release(): Promise<void>;
  /** The engine restarted: nothing is in it any more. */
  engineRestarted(): void;
  /** Forgets everything for another notebook: `next` is to be restored; null for one without results, and for none. */
  reset(next: NotebookId | null): void;
}

interface Running {
  id: CellId;
  key: string;
  abort: AbortController;
  job: QueuedJob;
  /** Why it was aborted: a person cancelled it, or something newer takes its place. */
  ended: "cancelled" | "overtaken" | null;
}

type Relations = { tables: DataTables; relations: CellRelations };

export function createRunner(context: Context, { tables, relations }: Relations, doc: Pick<Document, "note">): Runner {
  const { ports, store, jobs } = context;
  const questionsNow = createQuestionsNow(context);
  const cache = createResultCache({ ports, store });
  const compute = createCompute(ports, tables, relations);
  const facts = createKnownFacts(store, cache, compute);
  const answers = createAnswers({ store, cache, compute, facts });
  const last = createLastResults({ ports, store }, needed, () => leftOpen(questionsNow(), store.get().runs));
  const queue = createCellQueue({ jobs, cancel, retry: run });
  const forced = new Set<CellId>();
  /** Edited queries that turned out to read what is not of now: they run once that is. */
  const again = new Set<CellId>();
  let running: Running | null = null;
  let pumping: Promise<void> | null = null;

  const runOf = (id: CellId): CellRun => store.get().runs[id] ?? neverRun;

  function settle({ cell, key, ask }: Pick<Question, "cell" | "key" | "ask">, answered: Answered) {
    setRun(store, cell.id, settled(key, answered));
    last.shows(cell.id, { key, params: ask?.kind === "analysis" ? ask.params : {} }, answered.cached);
  }

  /** Learns what an edited query reads; what it reads and is not of now is computed first. Null: it waits for that. */
  async function learned(question: Question, now: Running, notebook: Notebook): Promise<Question | null> {
    const { cell, ask } = question;
    if (cell.kind !== "sql" || question.held !== "edited" || ask?.kind !== "text") return question;
    const reads = await compute.references(ask, notebook, now.abort.signal);
    now.abort.signal.throwIfAborted();
    doc.note({ type: "set-cell", cell: { ...cell, ran: { sql: cell.sql, reads } } });
    const known = questionsNow().get(cell.id);
    now.key = known?.key ?? now.key;
    if (!known || known.problem) return null;
    if (known.reads.every(({ id }) => runOf(id).status === "ok")) return known;
    again.add(cell.id);
    return null;
  }

  async function answer(question: Question, now: Running, notebook: Notebook): Promise<void> {
    const force = forced.delete(now.id);
    const { signal } = now.abort;
    const recalled = force || question.held === "edited" ? null : await answers.recall(question, notebook);
    signal.throwIfAborted();
    if (recalled) {
      now.job.drop();
      settle(question, recalled);
      return;
    }
    setRun(store, now.id, begun(question.key, ports.clock.now()));
    const done = await now.job.run(async () => {
      const known = await learned(question, now, notebook);
      const asking = { notebook, questions: questionsNow(), force, signal };
      return known && { known, answered: await answers.compute(known, asking) };
    });
    if (!done) return;
    const { known, answered } = done;
    settle(force ? renewed({ runOf, questionsNow, cache, doc }, known, answered) : known, answered);
  }

  async function runCell(question: Question, job: QueuedJob, notebook: Notebook): Promise<void> {
    const { id } = question.cell;
    const now: Running = { id, key: question.key, abort: new AbortController(), job, ended: null };
    running = now;
    last.soon();
    try {
      await answer(question, now, notebook);
    } catch (error) {
      setRun(store, id, unsettled(now.key, error, now.ended === "overtaken"));
    } finally {
      running = null;
      last.soon();
    }
    if (again.delete(id)) run(id);
  }

  async function pump(): Promise<void> {
    for (;;) {
      const { notebook } = store.get();
      const ready = [...questionsNow().values()].find(
        ({ cell, reads }) => queue.has(cell.id) && reads.every(({ id }) => !queue.has(id)),
      );
      const job = ready && queue.take(ready.cell.id);
      if (!notebook || !ready || !job) break;
      const fits = ready.problem === null && ready.reads.every(({ id }) => runOf(id).status === "ok");
      if (fits) await runCell(ready, job, notebook);
      else job.drop();
      // Another notebook was opened meanwhile: what it asks is not for this turn.
      if (store.get().notebook?.id !== notebook.id) return;
      refresh();
    }
    forget();
  }

  /** These cells do not wait any more; without a list none does. */
  function forget(ids?: readonly CellId[]) {
    queue.drop(ids);
    for (const id of ids ?? [...forced]) forced.delete(id);
  }

  function start() {
    pumping ??= pump().finally(() => {
      pumping = null;
      if (queue.size > 0) start();
    });
  }

  /** What runs is not wanted any more, and nobody needs to be told. */
  function stopRunning() {
    if (running) running.ended = "overtaken";
    running?.abort.abort();
    running?.job.drop();
  }

  function enqueue(ids: readonly CellId[]) {
    const questions = questionsNow();
    const changes = new Map<CellId, Partial<CellRun>>();
    for (const id of ids) {
      const question = questions.get(id);
      if (!question?.ask || question.problem || queue.has(id)) continue;
      queue.add(question);
      if (running?.id === id) stopRunning();
      changes.set(id, { status: "queued", problem: null, reason: runOf(id).result ? "what it asks changed" : null });
    }
    setRuns(store, changes);
    if (queue.size > 0) start();
  }

  /** True when a cell shows what it asks, or is about to. */
  function isReady({ cell, key }: Question): boolean {
    return runOf(cell.id).status === "ok" || (running?.id === cell.id && running.key === key);
  }

  function run(id: CellId) {
    forced.add(id);
    enqueue(withAbove(questionsNow(), id, isReady));
    refresh();
  }

  function runThose(wanted: (run: CellRun) => boolean) {
    enqueue(completeIds(questionsNow()).filter((id) => wanted(runOf(id))));
    refresh();
  }

  function cancel(id: CellId) {
    queue.cancel(id);
    forced.delete(id);
    if (running?.id === id) {
      running.ended = "cancelled";
      running.abort.abort();
      return;
    }
    setRun(store, id, { status: "cancelled", triedKey: questionsNow().get(id)?.key ?? null, reason: null });
    last.soon();
    refresh();
  }

  function refresh() {
    const { notebook, runs } = store.get();
    if (!notebook) return;
    const questions = questionsNow();
    forget(queue.ids().filter((id) => !questions.has(id)));
    if (running && !questions.has(running.id)) stopRunning();
    const { changes, wanted, overtaken } = standing({
      questions,
      runs,
      autoRun: notebook.autoRun,
      waiting: new Set(queue.ids()),
      running,
      isCurrent: (question, run) => answers.isCurrent(question, run, notebook),
    });
    if (overtaken) stopRunning();
    setRuns(store, changes);
    enqueue(wanted);
  }

  /** The keys of what the open notebook asks now. */
  function needed(): string[] {
    const { notebook } = store.get();
    if (!notebook) return [];
    const keys = [...questionsNow().values()].flatMap((question) => answers.keysOf(question, notebook));
    return [facts.keyOf(notebook), ...keys];
  }

  /** What a cell shows before anything is computed: its answer, else the one it showed last. */
  async function showStored(notebook: Notebook, question: Question): Promise<void> {
    const answered = await answers.recall(question, notebook);
    const stored = answered ? { question, answered } : await answers.recallOlder(question, last.of(question.cell.id));
    if (store.get().notebook?.id !== notebook.id) return;
    if (stored) settle(stored.question, stored.answered);
    const { cell, key } = question;
    if (!answered && last.openOf(cell.id) === key) setRun(store, cell.id, { status: "cancelled", triedKey: key });
  }

  return {
    refresh() {
      void last.keep();
      refresh();
    },
    keep: () => last.keep(),
    async restore() {
      const { notebook } = store.get();
      if (!notebook) return;
      await facts.recall(notebook);
      await last.recall(notebook.id);
      await Promise.allSettled([...questionsNow().values()].map((question) => showStored(notebook, question)));
      refresh();
    },
    run,
    runAll() {
      const ids = completeIds(questionsNow());
      for (const id of ids) forced.add(id);
      enqueue(ids);
    },
    runStale: () => runThose(({ status }) => !["ok", "running", "queued"].includes(status)),
    runFailed: () => runThose(({ status }) => status === "error"),
    cancel,
    async idle() {
      while (pumping) await pumping;
    },
    async release() {
      const names = relations.names();
      if (names.length > 0) await relations.drop(await ports.engine(), names);
    },
    engineRestarted: () => relations.forget(),
    reset(next) {
      forget();
      stopRunning();
      jobs.forgetEnded();
      last.forget(next);
      facts.reset();
      store.set((state) => ({ ...state, runs: {}, products: null, tables: null }));
    },
  };
}
