import type { Analysis } from "@/lib/analyses/analysis";
import type { Notebook } from "@/lib/notebook/notebook";
import type { ParamValue } from "@/lib/query/param";
import type { Result } from "@/lib/query/result";
import { createComparer } from "./comparer";
import type { Compute } from "./compute";
import type { Context } from "./context";
import type { KnownFacts } from "./known-facts";
import type { LastResult } from "./last-results";
import type { AnalysisAsk, Question, Questions, TextAsk } from "./questions";
import type { ResultCache } from "./result-cache";
import type { CellRun, Comparison } from "./state";

/** What a cell shows of what it asks. */
export interface Answered {
  result: Result;
  comparison: Comparison | null;
  /** True when nothing had to be computed. */
  cached: boolean;
}

/** A question of another time with its answer. */
interface Recalled {
  question: Question;
  answered: Answered;
}

interface Asking {
  notebook: Notebook;
  questions: Questions;
  /** Computes anew what is known. */
  force: boolean;
  signal: AbortSignal;
}

/** Finds the answers of questions: in the cache, or with the engine. */
export interface Answers {
  /** With the help of the cache alone; null when something has to be computed. */
  recall(question: Question, notebook: Notebook): Promise<Answered | null>;
  /** What was shown last, as the parameters of then show it, under the key of then; null when it is not kept. */
  recallOlder(question: Question, older: LastResult | null): Promise<Recalled | null>;
  compute(question: Question, asking: Asking): Promise<Answered>;
  /** True when a run shows the answer of now. */
  isCurrent(question: Question, run: CellRun, notebook: Notebook): boolean;
  /** The keys of the results a question needs. */
  keysOf(question: Question, notebook: Notebook): string[];
}

/** A result with what an analysis makes of its rows in code. */
function derived(analysis: Analysis, params: Record<string, ParamValue>, result: Result): Result {
  return analysis.derive ? { ...result, rows: analysis.derive(result.rows, params) } : result;
}

interface AnswersSpec {
  store: Context["store"];
  cache: ResultCache;
  compute: Compute;
  facts: KnownFacts;
}

export function createAnswers({ store, cache, compute, facts }: AnswersSpec): Answers {
  const comparer = createComparer({ cache, compute: compute.query, facts: () => store.get().facts });

  const storedOf = ({ key, ask }: Question) =>
    cache.get(key, ask?.kind === "analysis" ? ask.analysis.query.columns : undefined);

  /** The key of what an analysis is held against; "" when it needs nothing. */
  function comparedKey({ ask }: Question, notebook: Notebook): string {
    return ask?.kind === "analysis" ? comparer.keyOf(notebook, ask) : "";
  }

  async function computeAnalysis(question: Question, { analysis, params }: AnalysisAsk, asking: Asking) {
    const { notebook, force, signal } = asking;
    const stored = force ? null : await storedOf(question);
    await facts.know(notebook);
    const result = stored ?? (await compute.query(analysis.query, params, notebook, signal));
    const comparison = await comparer.compare(notebook, { analysis, params }, signal);
    signal.throwIfAborted();
    if (!stored) cache.keep(question.key, result);
    return { result: derived(analysis, params, result), comparison, cached: stored !== null };
  }

  async function computeText(question: Question, ask: TextAsk, { notebook, questions, signal }: Asking) {
    const result = await compute.text({ ...question, ask }, questions, notebook, signal);
    signal.throwIfAborted();
    cache.keep(question.key, result);
    return { result, comparison: null, cached: false };
  }

  return {
    async recall(question, notebook) {
      const { ask } = question;
      const stored = ask && (await storedOf(question));
      if (!stored) return null;
      if (ask.kind === "text") return { result: stored, comparison: null, cached: true };
      if (!(await facts.recall(notebook))) return null;
      const comparison = await comparer.recall(notebook, ask);
      return comparison && { result: derived(ask.analysis, ask.params, stored), comparison, cached: true };
    },
    async recallOlder(question, older) {
      const { ask } = question;
      const then = older && { ...question, key: older.key };
      const stored = then && (await storedOf(then));
      if (!stored) return null;
      const result = ask?.kind === "analysis" ? derived(ask.analysis, older.params, stored) : stored;
      return { question: then, answered: { result, comparison: null, cached: true } };
    },
    async compute(question, asking) {
      const { ask } = question;
      if (!ask) throw new Error("A question that asks nothing was to be answered.");
      return ask.kind === "analysis" ? computeAnalysis(question, ask, asking) : computeText(question, ask, asking);
    },
    isCurrent(question, run, notebook) {
      if (run.resultKey !== question.key) return false;
      if (question.ask?.kind !== "analysis" || !notebook.autoRun) return true;
      return facts.areOf(notebook) && run.comparison?.key === comparedKey(question, notebook);
    },
    keysOf(question, notebook) {
      const compared = facts.areOf(notebook) ? comparedKey(question, notebook) : "";
      return compared === "" ? [question.key] : [question.key, compared];
    },
  };
}
