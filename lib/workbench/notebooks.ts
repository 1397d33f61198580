import * as z from "zod/mini";
import type { NotebookId } from "@/lib/notebook/ids";
import type { Notebook } from "@/lib/notebook/notebook";
import { readNotebook } from "@/lib/notebook/schema";
import type { DocEntry } from "@/lib/storage/storage";
import type { Context } from "./context";
import { forgetConsent } from "./explain-consent";

/** The notebooks on this device. */
export interface Notebooks {
  rename(id: string, title: string): Promise<void>;
  /** Makes another notebook of the same content; gives its id. */
  duplicate(id: string): Promise<string | null>;
  /** Takes a notebook off the list; it can be put back until it is cleared away at a later start. */
  remove(id: string): Promise<void>;
  putBack(id: string): Promise<void>;
  /** The open notebook as a file: what was made and the results that are shown, no line of its data. */
  toFile(): Promise<{ name: string; text: string }>;
}

/** What other use cases need of the notebooks. */
export interface NotebookList extends Notebooks {
  /** Brings the list into the state. */
  list(): Promise<void>;
  /** Puts a notebook on the device and on the list. */
  add(notebook: Notebook, headline?: string | null): Promise<void>;
  /** Clears away what was removed long enough ago, with the data that nothing names any more. */
  clear(): Promise<void>;
}

interface NotebooksSpec {
  context: Context;
  /** Renames the open notebook, as a step of undo. */
  retitle(title: string): void;
  /** Writes what waits of the open notebook. */
  save(): Promise<void>;
  /** Leaves the open notebook, even where it cannot be written: it is being removed. */
  close(): Promise<void>;
  /** Tells the other tabs. */
  changed(): void;
  /** True in the tab that writes. */
  mayChange(): boolean;
}

const REMOVED = "removed-notebooks";
/** When the data that nothing names was looked for. */
const SWEPT = "data-swept";
/** Every document is read to look for it: not more often than this, milliseconds. */
const DAY = 86_400_000;
/** What was removed can be put back for this long at least, milliseconds. */
const REGRET = 600_000;

const removedSchema = z.record(z.string(), z.number());

export function createNotebooks({ context, retitle, save, close, changed, mayChange }: NotebooksSpec): NotebookList {
  const { ports, store, history } = context;
  const { storage, clock } = ports;

  const isOpen = (id: string) => history.get()?.notebook.id === id;

  /** When notebooks were removed, by id. */
  async function removed(): Promise<Record<string, number>> {
    const parsed = removedSchema.safeParse(await storage.getSetting(REMOVED));
    return parsed.success ? parsed.data : {};
  }

  async function list(): Promise<void> {
    const gone = await removed();
    const recents = (await storage.listDocs()).filter(({ id }) => gone[id] === undefined);
    store.set((state) => ({ ...state, recents }));
  }

  async function read(id: string): Promise<{ entry: DocEntry; notebook: Notebook } | null> {
    if (isOpen(id)) await save();
    const entry = (await storage.listDocs()).find((doc) => doc.id === id);
    const stored = entry && (await storage.readDoc(id));
    return stored ? { entry, notebook: readNotebook(stored) } : null;
  }

  async function write(notebook: Notebook, { headline, updatedAt }: Pick<DocEntry, "headline" | "updatedAt">) {
    await storage.writeSnapshot({ id: notebook.id, title: notebook.title, updatedAt, headline }, notebook);
    await list();
    changed();
  }

  /** What is kept of a notebook in other places goes with it. */
  async function removeForGood(id: string): Promise<void> {
    await storage.removeDoc(id);
    await forgetConsent(storage, id);
    await ports.places.keep(id, new Map()).catch((error: unknown) => {
      console.warn("Lucid could not look for watched files of a removed notebook.", error);
    });
  }

  async function settle(change: (gone: Record<string, number>) => Record<string, number>): Promise<void> {
    await storage.putSetting(REMOVED, change(await removed()));
    await list();
    changed();
  }

  return {
    list,
    add: (notebook, headline = null) => write(notebook, { headline, updatedAt: clock.now() }),
    async rename(id, title) {
      if (isOpen(id)) return retitle(title);
      if (!mayChange()) return;
      const found = await read(id);
      if (found) await write({ ...found.notebook, title }, found.entry);
    },
    async duplicate(id) {
      const found = mayChange() ? await read(id) : null;
      if (!found) return null;
      const { notebook, entry } = found;
      const copy = { ...notebook, id: ports.newId() as NotebookId, title: `${notebook.title} (copy)` };
      await write({ ...copy, createdAt: clock.now() }, { ...entry, updatedAt: clock.now() });
      return copy.id;
    },
    async remove(id) {
      if (!mayChange()) return;
      if (isOpen(id)) await close();
      await settle((gone) => ({ ...gone, [id]: clock.now() }));
    },
    async toFile() {
      await save();
      const { notebookFile } = await import("./notebook-file");
      return notebookFile(context);
    },
    putBack: (id) => settle(({ [id]: _, ...others }) => others),
    async clear() {
      if (!storage.writable) return;
      const gone = await removed();
      const due = Object.keys(gone).filter((id) => clock.now() - (gone[id] ?? 0) > REGRET && !isOpen(id));
      for (const id of due) await removeForGood(id);
      if (due.length > 0) {
        await settle((all) => Object.fromEntries(Object.entries(all).filter(([id]) => !due.includes(id))));
      }
      const swept = await storage.getSetting(SWEPT);
      const recently = typeof swept === "number" && clock.now() - swept < DAY;
      if ((due.length === 0 && recently) || (await storage.listParts()).length === 0) return;
      // What can still be undone is in use.
      await storage.freeParts(JSON.stringify(history.get() ?? {}).match(/[0-9a-f]{64}/g) ?? []);
      await storage.putSetting(SWEPT, clock.now());
    },
  };
}
