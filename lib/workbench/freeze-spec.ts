import type { Facts } from "@/lib/analyses/analysis";
import type { ProductChoice } from "@/lib/analyses/product-choices";
import type { WordedIn } from "@/lib/analyses/value-words";
import type { CellId } from "@/lib/notebook/ids";
import type { Notebook } from "@/lib/notebook/notebook";
import type { ShownTables } from "./shown-view";
import type { CellRun } from "./state";

/** What a report is made of: what the screen shows at one moment. */
export interface FreezeSpec {
  notebook: Notebook;
  runs: Readonly<Record<CellId, CellRun>>;
  facts: Facts;
  /** Names of products, for filters; null until they were asked for. */
  products: readonly ProductChoice[] | null;
  /** Epoch ms. */
  now: number;
  /** Rows of a table at most. */
  mostRows: number;
  /** How the tables of cells stand on the screen; without it as their results are. */
  shown?: ShownTables;
}

/** What is known when a value is put into words. */
export function worldOf({ notebook, facts, products }: FreezeSpec): WordedIn & { facts: Facts } {
  return { facts, locale: notebook.locale, products: { choices: products } };
}
