import { productChoicesQuery, toProductChoices } from "@/lib/analyses/product-choices";
import type { Context } from "./context";
import type { DataTables } from "./data-tables";

/** The products one can choose from, asked of the engine when a choice is opened. */
export interface ProductList {
  /** Brings them into the state, once for the same data. */
  list(): Promise<void>;
}

export function createProductList({ store }: Context, tables: DataTables): ProductList {
  let listed: string | null = null;
  return {
    async list() {
      const { notebook } = store.get();
      const key = notebook && [notebook.id, ...notebook.dataSets.map(({ dataHash }) => dataHash)].join();
      if (!notebook || (key === listed && store.get().products)) return;
      listed = key;
      try {
        const engine = await tables.ensure(notebook.dataSets);
        const products = toProductChoices(await engine.run(productChoicesQuery, {}));
        if (listed === key) store.set((state) => ({ ...state, products }));
      } catch (error) {
        listed = null;
        throw error;
      }
    },
  };
}
