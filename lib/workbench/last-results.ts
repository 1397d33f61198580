import * as z from "zod/mini";
import type { CellId, NotebookId } from "@/lib/notebook/ids";
import type { ParamValue } from "@/lib/query/param";
import { toProblem } from "@/lib/std/problem";
import type { RetainedResults } from "@/lib/storage/storage";
import type { Context } from "./context";

/** A result a cell showed: its key and the parameters of then. */
export interface LastResult {
  key: string;
  params: Record<string, ParamValue>;
}

const params = z.record(z.string(), z.union([z.string(), z.number()]));
const entry = z.strictObject({
  key: z.optional(z.string()),
  params: z.optional(params),
  open: z.optional(z.string()),
});
const schema = z.record(z.string(), entry);

/** Which result each cell showed last: after a reload it shows it again, stale or not. */
export interface LastResults {
  /** Brings back what was kept of a notebook; nothing where that cannot be read. */
  recall(id: NotebookId): Promise<void>;
  of(id: CellId): LastResult | null;
  /** The key of what was not computed to its end when the notebook was left; null where nothing was left open. */
  openOf(id: CellId): string | null;
  /** A cell shows a result now; it is written with what others show soon after. `cached`: it was on the device. */
  shows(id: CellId, result: LastResult, cached: boolean): void;
  /** Something began, ended or was stopped: it is written soon after. */
  soon(): void;
  /** Writes what waits, where it differs from what is on the device. */
  keep(): Promise<void>;
  /** Writes what waits and forgets it; `next`: the notebook whose own is recalled before any of it is written. */
  forget(next: NotebookId | null): void;
}

/** What cells show is written once in this time at most, milliseconds. */
const GATHER = 1_000;

/**
 * It stands beside the results on the device. `needed`: the keys of what the cells of the open notebook ask now; `open`:
 * those that are not computed to their end, by cell.
 */
export function createLastResults(
  { ports, store }: Pick<Context, "ports" | "store">,
  needed: () => readonly string[],
  open: () => Readonly<Record<CellId, string>>,
): LastResults {
  const { storage } = ports;
  let shown = new Map<CellId, LastResult>();
  let left: Readonly<Record<CellId, string>> = {};
  /** What is kept of this notebook is not known yet. */
  let unknown: NotebookId | null = null;
  /** What is on the device, as text. */
  let kept: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();

  const tell = (error: unknown) =>
    store.set((state) => ({ ...state, storageProblem: state.storageProblem ?? toProblem(error) }));

  async function read(id: NotebookId): Promise<RetainedResults | null> {
    try {
      return await storage.retainedResults(id);
    } catch (error) {
      tell(error);
      return null;
    }
  }

  async function write(id: NotebookId, retained: RetainedResults): Promise<void> {
    try {
      await storage.retainResults(id, retained);
    } catch (error) {
      kept = null;
      tell(error);
    }
  }

  function soon() {
    timer ??= setTimeout(keep, GATHER);
  }

  function keep(): Promise<void> {
    const { notebook } = store.get();
    if (timer === null) return writing;
    clearTimeout(timer);
    timer = null;
    if (!notebook || notebook.id === unknown || !storage.writable) return writing;
    const keys = new Set([...needed(), ...[...shown.values()].map(({ key }) => key)]);
    const note: Record<string, Partial<LastResult> & { open?: string }> = Object.fromEntries(shown);
    for (const [id, key] of Object.entries(open())) note[id] = { ...note[id], open: key };
    const retained = { keys: [...keys], note };
    const text = JSON.stringify(retained);
    if (text === kept) return writing;
    kept = text;
    writing = write(notebook.id, retained);
    return writing;
  }

  return {
    async recall(id) {
      const retained = await read(id);
      const parsed = schema.safeParse(retained?.note);
      const here = new Set(store.get().notebook?.cells.map((cell) => cell.id));
      const all = Object.entries(parsed.success ? parsed.data : {}) as [CellId, z.infer<typeof entry>][];
      const entries = all.filter(([cell]) => here.has(cell));
      kept = retained && JSON.stringify(retained);
      shown = new Map(entries.flatMap(([id, { key, params }]) => (key && params ? [[id, { key, params }]] : [])));
      left = Object.fromEntries(entries.flatMap(([id, { open }]) => (open ? [[id, open]] : [])));
      if (unknown === id) unknown = null;
    },
    of: (id) => shown.get(id) ?? null,
    openOf: (id) => left[id] ?? null,
    shows(id, result, cached) {
      // The device may have been cleared since.
      if (!cached) kept = null;
      shown.set(id, result);
      soon();
    },
    soon,
    keep,
    forget(next) {
      void keep();
      unknown = next;
      shown = new Map();
      left = {};
      kept = null;
    },
  };
}
