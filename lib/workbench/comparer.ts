import type { Analysis, Facts } from "@/lib/analyses/analysis";
import { comparisonParams, comparisonQuery } from "@/lib/analyses/comparison";
import type { Notebook } from "@/lib/notebook/notebook";
import type { ParamValue } from "@/lib/query/param";
import type { Query } from "@/lib/query/query";
import type { Result } from "@/lib/query/result";
import type { ResultCache } from "./result-cache";
import type { Comparison } from "./state";

/** A question of a cell, as the runner knows it. */
interface Asked {
  analysis: Analysis;
  params: Record<string, ParamValue>;
}

interface ComparerSpec {
  cache: ResultCache;
  facts(): Facts | null;
  compute(query: Query, params: Record<string, ParamValue>, notebook: Notebook, signal?: AbortSignal): Promise<Result>;
}

/** Finds what the figures of cells are held against: cells that ask the same of one period share the answer. */
export interface Comparer {
  /** The key of the result it needs, "" when it needs none. */
  keyOf(notebook: Notebook, asked: Asked): string;
  /** With the help of the cache alone; null when it has to be computed. */
  recall(notebook: Notebook, asked: Asked): Promise<Comparison | null>;
  compare(notebook: Notebook, asked: Asked, signal: AbortSignal): Promise<Comparison>;
}

const NONE: Comparison = { key: "", compared: null };

export function createComparer({ cache, facts, compute }: ComparerSpec): Comparer {
  function question(notebook: Notebook, { analysis, params }: Asked) {
    const known = facts();
    const of = known && analysis.compares?.(params as never, known);
    const asked = known && of && !("reason" in of) ? comparisonParams(of, known) : null;
    return asked && { ...asked, key: cache.keyOf(notebook, comparisonQuery, asked.params) };
  }

  async function recall(notebook: Notebook, asked: Asked): Promise<Comparison | null> {
    const needed = question(notebook, asked);
    if (!needed) return NONE;
    const { key, periods } = needed;
    const stored = await cache.get(key, comparisonQuery.columns);
    return stored && { key, compared: { periods, rows: stored.rows } };
  }

  return {
    keyOf: (notebook, asked) => question(notebook, asked)?.key ?? NONE.key,
    recall,
    async compare(notebook, asked, signal) {
      const recalled = await recall(notebook, asked);
      const needed = question(notebook, asked);
      if (recalled || !needed) return recalled ?? NONE;
      const { key, periods, params } = needed;
      const result = await compute(comparisonQuery, params, notebook, signal);
      signal.throwIfAborted();
      cache.keep(key, result);
      return { key, compared: { periods, rows: result.rows } };
    },
  };
}
