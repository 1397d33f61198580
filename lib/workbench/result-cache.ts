import type { Notebook } from "@/lib/notebook/notebook";
import type { Column } from "@/lib/query/column";
import type { ParamValue } from "@/lib/query/param";
import type { Query } from "@/lib/query/query";
import type { Result } from "@/lib/query/result";
import { toProblem } from "@/lib/std/problem";
import type { Context } from "./context";
import { resultKey } from "./result-key";

/** Results on the device, found by what they were computed from. Without them everything is computed again. */
export interface ResultCache {
  keyOf(notebook: Pick<Notebook, "dataSets">, query: Query, params: Readonly<Record<string, ParamValue>>): string;
  /** The rows the query gave, or null: there are none, or they cannot be read. `columns` are those of today, where they are declared. */
  get(key: string, columns?: readonly Column[]): Promise<Result | null>;
  /** Keeps the rows as the query gave them. */
  keep(key: string, result: Result): void;
}

/** A cache that fails is told of on the page and costs nothing but time. */
export function createResultCache({ ports, store }: Pick<Context, "ports" | "store">): ResultCache {
  const { storage } = ports;
  const tell = (error: unknown) =>
    store.set((state) => ({ ...state, storageProblem: state.storageProblem ?? toProblem(error) }));

  return {
    keyOf: ({ dataSets }, query, params) =>
      resultKey({ dataSets, query, params, relations: ports.relationsVersion, engine: ports.engineVersion }),
    async get(key, columns) {
      try {
        const stored = await storage.getResult(key);
        return stored && columns ? { ...stored, columns } : stored;
      } catch (error) {
        tell(error);
        return null;
      }
    },
    keep(key, result) {
      if (!storage.writable) return;
      storage.putResult(key, result).catch(tell);
    },
  };
}
