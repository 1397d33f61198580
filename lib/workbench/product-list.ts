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
  let bringing: { key: string; done: Promise<void> } | null = null;
  const keyOf = (notebook: Notebook | null) => notebook && cache.keyOf(notebook, productChoicesQuery, {});

  async function bring(key: string, notebook: Notebook): Promise<void> {
    const stored = await cache.get(key, productChoicesQuery.columns);
    const result = stored ?? (await compute.query(productChoicesQuery, {}, notebook));
    if (!stored) cache.keep(key, result);
    if (keyOf(store.get().notebook) !== key) return;
    listed = key;
    store.set((state) => ({ ...state, products: toProductChoices(result.rows) }));
  }

  async function list(): Promise<void> {
    const { notebook, products } = store.get();
    const key = keyOf(notebook);
    if (!notebook || !key || (key === listed && products)) return;
    if (bringing?.key !== key) {
      const done = bring(key, notebook).finally(() => {
        if (bringing?.key === key) bringing = null;
      });
      bringing = { key, done };
    }
    await bringing.done;
  }

  return {
    list,
    nameChosen: async () => (choosesProduct(store.get().notebook?.cells ?? []) ? list() : undefined),
  };
}
