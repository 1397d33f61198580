import { productChoicesQuery, toProductChoices } from "@/lib/analyses/product-choices";
import type { Cell, Notebook } from "@/lib/notebook/notebook";
import { ALL } from "@/lib/query/param";
import type { Compute } from "./compute";
import type { Context } from "./context";
import { createResultCache } from "./result-cache";

/** The names of the products: to choose from, and for what says which was chosen. */
export interface ProductList {
  /** Brings them into the state, once for the same data: as they are kept on the device, else asked of the engine. */
  list(): Promise<void>;
  /** The same where a cell asks for a product by its id; else nothing needs them. */
  nameChosen(): Promise<void>;
}

/** True when a cell asks for one product. */
export function choosesProduct(cells: readonly Cell[]): boolean {
  return cells.some((cell) => {
    if (cell.kind === "chart" || cell.kind === "note") return false;
    if (cell.kind === "input") return cell.input === "product" && cell.value !== null && cell.value !== ALL;
    const asked = cell.kind === "analysis" ? cell : cell.origin;
    const product = asked?.params.product;
    return typeof product === "string" && product !== ALL;
  });
}

export function createProductList({ ports, store }: Pick<Context, "ports" | "store">, compute: Compute): ProductList {
  const cache = createResultCache({ ports, store });
  /** What the names in the state are of. */
  let listed: string | null = null;
  /** Only of the open notebook. */
  let bringing: Promise<void> | null = null;
  const keyOf = (notebook: Notebook | null) => notebook && cache.keyOf(notebook, productChoicesQuery, {});

  async function bring(key: string, notebook: Notebook, signal: AbortSignal): Promise<void> {
    const stored = await cache.get(key, productChoicesQuery.columns);
    signal.throwIfAborted();
    const result = stored ?? (await compute.query(productChoicesQuery, {}, notebook, signal));
    signal.throwIfAborted();
    if (!stored) cache.keep(key, result);
    listed = key;
    store.set((state) => ({ ...state, products: toProductChoices(result.rows) }));
  }

  /** Brings the list of a notebook as long as it is the open one: over other data the engine answers otherwise. */
  async function bringWhileOpen(key: string, notebook: Notebook): Promise<void> {
    const gone = new AbortController();
    const stop = store.subscribe(() => {
      if (keyOf(store.get().notebook) === key) return;
      bringing = null;
      stop();
      gone.abort();
    });
    try {
      await bring(key, notebook, gone.signal);
    } catch (error) {
      if (!gone.signal.aborted) throw error;
    } finally {
      stop();
      if (!gone.signal.aborted) bringing = null;
    }
  }

  async function list(): Promise<void> {
    const { notebook, products } = store.get();
    const key = keyOf(notebook);
    if (!notebook || !key || (key === listed && products)) return;
    bringing ??= bringWhileOpen(key, notebook);
    await bringing;
  }

  return {
    list,
    nameChosen: async () => (choosesProduct(store.get().notebook?.cells ?? []) ? list() : undefined),
  };
}
