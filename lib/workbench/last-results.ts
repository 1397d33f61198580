import * as z from "zod/mini";
import type { CellId, NotebookId } from "@/lib/notebook/ids";
import type { ParamValue } from "@/lib/query/param";
import { toProblem } from "@/lib/std/problem";
import type { Context } from "./context";

/** A result a cell showed: its key and the parameters of then. */
export interface LastResult {
  key: string;
  params: Record<string, ParamValue>;
}

const schema = z.record(
  z.string(),
  z.strictObject({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
);

/** Which result each cell showed last: after a reload it shows it again, stale or not. */
export interface LastResults {
  /** Brings back what was kept of a notebook; nothing where that cannot be read. */
  recall(id: NotebookId): Promise<void>;
  of(id: CellId): LastResult | null;
  keys(): string[];
  shows(id: CellId, result: LastResult): void;
  /** Writes what changed to the device. */
  keep(): void;
  forget(): void;
}

const settingOf = (id: NotebookId) => `last-results ${id}`;

export function createLastResults({ ports, store }: Pick<Context, "ports" | "store">): LastResults {
  const { storage } = ports;
  let shown = new Map<CellId, LastResult>();
  let changed = false;

  return {
    async recall(id) {
      const parsed = schema.safeParse(await storage.getSetting(settingOf(id)));
      shown = new Map(parsed.success ? (Object.entries(parsed.data) as [CellId, LastResult][]) : []);
    },
    of: (id) => shown.get(id) ?? null,
    keys: () => [...shown.values()].map(({ key }) => key),
    shows(id, result) {
      if (shown.get(id)?.key === result.key) return;
      shown.set(id, result);
      changed = true;
    },
    keep() {
      const { notebook } = store.get();
      if (!changed || !notebook || !storage.writable) return;
      changed = false;
      const here = new Set(notebook.cells.map(({ id }) => id));
      const kept = Object.fromEntries([...shown].filter(([id]) => here.has(id)));
      storage.putSetting(settingOf(notebook.id), kept).catch((error: unknown) => {
        store.set((state) => ({ ...state, storageProblem: state.storageProblem ?? toProblem(error) }));
      });
    },
    forget() {
      shown = new Map();
      changed = false;
    },
  };
}
