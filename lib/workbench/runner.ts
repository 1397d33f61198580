import type { Analysis } from "@/lib/analyses/analysis";
import { factsQuery, toFacts } from "@/lib/analyses/facts";
import { analysisNamed } from "@/lib/analyses/registry";
import type { QueuedJob } from "@/lib/jobs/job-list";
import { analysisCells, askedParams } from "@/lib/notebook/asked-params";
import type { CellId } from "@/lib/notebook/ids";
import type { AnalysisCell, Notebook } from "@/lib/notebook/notebook";
import type { ParamValue } from "@/lib/query/param";
import { type Query, toParams } from "@/lib/query/query";
import type { Result, Row } from "@/lib/query/result";
import { toProblem } from "@/lib/std/problem";
import { isAbort } from "@/lib/std/room-error";
import { createComparer } from "./comparer";
import { type Context, setRun } from "./context";
import type { DataTables } from "./data-tables";
import { createResultCache } from "./result-cache";
import type { Comparison } from "./state";

/** Computes cells: one at a time in the order of the screen, the newest request of a cell wins. */
export interface Runner {
  /** Compares every cell with its result: those that differ are stale and run, from the cache where it can be. */
  refresh(): void;
  /** Shows every result the cache holds, without the engine; then refreshes what is missing. */
  restore(): Promise<void>;
  run(id: CellId): void;
  cancel(id: CellId): void;
  /** Resolves when nothing is queued or running. */
  idle(): Promise<void>;
  /** Forgets everything; for another notebook. */
  reset(): void;
}

interface Asked {
  analysis: Analysis;
  params: Record<string, ParamValue>;
  key: string;
}

/** A result with what an analysis makes of its rows in code. */
function derived(analysis: Analysis, params: Record<string, ParamValue>, result: Result): Result {
  return analysis.derive ? { ...result, rows: analysis.derive(result.rows, params) } : result;
}

export function createRunner({ ports, store, jobs }: Context, tables: DataTables): Runner {
  const cache = createResultCache({ ports, store });
  const comparer = createComparer({ cache, compute, facts: () => store.get().facts });
  /** Cells that wait for their turn, each with its job. */
  const queue = new Map<CellId, QueuedJob>();
  const forced = new Set<CellId>();
  let running: { id: CellId; abort: AbortController; job: QueuedJob } | null = null;
  let factsKey: string | null = null;
  let pumping: Promise<void> | null = null;

  function asked(notebook: Notebook, cell: AnalysisCell): Asked {
    const analysis = analysisNamed(cell.analysis);
    const params: Record<string, ParamValue> = toParams(analysis.query, askedParams(notebook.cells, cell));
    return { analysis, params, key: cache.keyOf(notebook, analysis.query, params) };
  }

  async function compute(query: Query, params: Record<string, ParamValue>, notebook: Notebook, signal?: AbortSignal) {
    const engine = await tables.ensure(notebook.dataSets);
    signal?.throwIfAborted();
    await tables.share(query.text, { signal });
    const startedAt = ports.clock.now();
    const rows: Row[] = await engine.run(query, params as never, { signal });
    const computedAt = ports.clock.now();
    const asOf =
      notebook.dataSets
        .flatMap((dataSet) => dataSet.lastDay ?? [])
        .sort()
        .at(-1) ?? null;
    const result: Result = {
      columns: query.columns,
      rows,
      provenance: {
        dataHashes: notebook.dataSets.map((dataSet) => dataSet.dataHash),
        asOf,
        computedAt,
        durationMs: computedAt - startedAt,
        engine: ports.engineVersion,
      },
    };
    return result;
  }

  const factsKeyOf = (notebook: Notebook) => cache.keyOf(notebook, factsQuery, {});

  function showFacts(key: string, result: Result) {
    factsKey = key;
    store.set((state) => ({ ...state, facts: toFacts(result.rows) }));
  }

  /** True when the facts of this data are on the page, with the help of the cache alone. */
  async function recallFacts(notebook: Notebook): Promise<boolean> {
    const key = factsKeyOf(notebook);
    const stored = factsKey === key ? null : await cache.get(key, factsQuery);
    if (stored) showFacts(key, stored);
    return factsKey === key;
  }

  async function knowFacts(notebook: Notebook): Promise<void> {
    if (await recallFacts(notebook)) return;
    const key = factsKeyOf(notebook);
    const result = await compute(factsQuery, {}, notebook);
    cache.keep(key, result);
    showFacts(key, result);
  }

  function settle(
    id: CellId,
    asked: Asked,
    answer: { result: Result; comparison: Comparison | null },
    cached: boolean,
  ) {
    const { analysis, params, key } = asked;
    const { result, comparison } = answer;
    setRun(store, id, {
      status: "ok",
      result: derived(analysis, params, result),
      resultKey: key,
      comparison,
      startedAt: null,
      ranAt: result.provenance.computedAt,
      durationMs: result.provenance.durationMs,
      cached,
      problem: null,
      reason: null,
    });
  }

  async function showStored(notebook: Notebook, cell: AnalysisCell): Promise<void> {
    const question = asked(notebook, cell);
    const stored = await cache.get(question.key, question.analysis.query);
    const comparison = stored && (await comparer.recall(notebook, question));
    if (stored && store.get().notebook?.id === notebook.id) {
      settle(cell.id, question, { result: stored, comparison }, true);
    }
  }

  async function runCell(notebook: Notebook, cell: AnalysisCell, job: QueuedJob): Promise<void> {
    const abort = new AbortController();
    running = { id: cell.id, abort, job };
    try {
      const question = asked(notebook, cell);
      const { params, key } = question;
      const { query } = question.analysis;
      const force = forced.delete(cell.id);
      const stored = force ? null : await cache.get(key, query);
      abort.signal.throwIfAborted();
      const recalled = stored && (await recallFacts(notebook)) ? await comparer.recall(notebook, question) : null;
      if (stored && recalled) {
        job.drop();
        settle(cell.id, question, { result: stored, comparison: recalled }, true);
        return;
      }
      setRun(store, cell.id, { status: "running", startedAt: ports.clock.now(), problem: null, reason: null });
      const answer = await job.run(async () => {
        await knowFacts(notebook);
        const result = stored ?? (await compute(query, params, notebook, abort.signal));
        const comparison = await comparer.compare(notebook, question, abort.signal);
        abort.signal.throwIfAborted();
        return { result, comparison };
      });
      if (!stored) cache.keep(key, answer.result);
      settle(cell.id, question, answer, stored !== null);
    } catch (error) {
      if (isAbort(error) && queue.has(cell.id)) setRun(store, cell.id, { status: "queued", startedAt: null });
      else if (isAbort(error)) setRun(store, cell.id, { status: "cancelled", startedAt: null, reason: null });
      else setRun(store, cell.id, { status: "error", startedAt: null, problem: toProblem(error), reason: null });
    } finally {
      running = null;
    }
  }

  async function pump(): Promise<void> {
    for (;;) {
      const { notebook } = store.get();
      const cell = analysisCells(notebook?.cells ?? []).find(({ id }) => queue.has(id));
      const job = cell && queue.get(cell.id);
      if (!notebook || !cell || !job) break;
      queue.delete(cell.id);
      await runCell(notebook, cell, job);
    }
    dropQueue();
  }

  function dropQueue() {
    for (const job of queue.values()) job.drop();
    queue.clear();
  }

  function jobOf(id: CellId): QueuedJob {
    const title = store.get().notebook?.cells.find((cell) => cell.id === id)?.title ?? "a cell";
    return jobs.queue({
      title: `Compute ${title}`,
      subject: `cell ${id}`,
      cancel: () => cancel(id),
      retry: () => run(id),
    });
  }

  function start() {
    pumping ??= pump().finally(() => {
      pumping = null;
      if (queue.size > 0) start();
    });
  }

  /** What runs is not wanted any more, and nobody needs to be told. */
  function stopRunning() {
    running?.abort.abort();
    running?.job.drop();
  }

  function run(id: CellId) {
    forced.add(id);
    enqueue(id, null);
  }

  function cancel(id: CellId) {
    queue.get(id)?.cancel();
    queue.delete(id);
    if (running?.id === id) running.abort.abort();
    else setRun(store, id, { status: "cancelled", reason: null });
  }

  function enqueue(id: CellId, reason: string | null) {
    if (!queue.has(id)) queue.set(id, jobOf(id));
    if (running?.id === id) stopRunning();
    else setRun(store, id, { status: "queued", problem: null, reason });
    start();
  }

  function refresh() {
    const { notebook, runs } = store.get();
    if (!notebook) return;
    const keys = [factsKeyOf(notebook)];
    const factsKnown = factsKey === keys[0];
    for (const cell of analysisCells(notebook.cells)) {
      const run = runs[cell.id];
      try {
        const question = asked(notebook, cell);
        const { key } = question;
        const compared = factsKnown ? comparer.keyOf(notebook, question) : "";
        keys.push(key, ...(compared ? [compared] : []));
        const settled = run?.status === "ok" || run?.status === "cancelled";
        const same = factsKnown && settled && run.resultKey === key && run.comparison?.key === compared;
        if (!same) enqueue(cell.id, run?.result ? "what it asks changed" : null);
      } catch (error) {
        setRun(store, cell.id, { status: "error", problem: toProblem(error) });
      }
    }
    cache.retain(notebook, keys);
  }

  return {
    refresh,
    async restore() {
      const { notebook } = store.get();
      if (!notebook) return;
      await recallFacts(notebook);
      await Promise.allSettled(analysisCells(notebook.cells).map((cell) => showStored(notebook, cell)));
      refresh();
    },
    run,
    cancel,
    async idle() {
      while (pumping) await pumping;
    },
    reset() {
      dropQueue();
      stopRunning();
      jobs.forgetEnded();
      factsKey = null;
      store.set((state) => ({ ...state, runs: {}, facts: null, products: null }));
    },
  };
}
