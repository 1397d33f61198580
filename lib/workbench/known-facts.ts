import { factsQuery, toFacts } from "@/lib/analyses/facts";
import type { Notebook } from "@/lib/notebook/notebook";
import type { Compute } from "./compute";
import type { Context } from "./context";
import type { ResultCache } from "./result-cache";

/** What is true of the data whatever a cell asks: known before any answer is shown. */
export interface KnownFacts {
  keyOf(notebook: Notebook): string;
  /** True when those of this data are on the page. */
  areOf(notebook: Notebook): boolean;
  /** Brings them to the page with the help of the cache alone; false when they have to be computed. */
  recall(notebook: Notebook): Promise<boolean>;
  know(notebook: Notebook): Promise<void>;
  reset(): void;
}

export function createKnownFacts(store: Context["store"], cache: ResultCache, compute: Compute): KnownFacts {
  let shown: string | null = null;
  const keyOf = (notebook: Notebook) => cache.keyOf(notebook, factsQuery, {});

  async function recall(notebook: Notebook): Promise<boolean> {
    const key = keyOf(notebook);
    const stored = shown === key ? null : await cache.get(key, factsQuery.columns);
    if (stored) {
      shown = key;
      store.set((state) => ({ ...state, facts: toFacts(stored.rows) }));
    }
    return shown === key;
  }

  return {
    keyOf,
    areOf: (notebook) => shown === keyOf(notebook),
    recall,
    async know(notebook) {
      if (await recall(notebook)) return;
      const key = keyOf(notebook);
      const result = await compute.facts(notebook);
      cache.keep(key, result);
      shown = key;
      store.set((state) => ({ ...state, facts: toFacts(result.rows) }));
    },
    reset() {
      shown = null;
      store.set((state) => ({ ...state, facts: null }));
    },
  };
}
