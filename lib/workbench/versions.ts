import type { Notebook } from "@/lib/notebook/notebook";
import { readNotebook } from "@/lib/notebook/schema";
import { type Difference, versionDiff } from "@/lib/notebook/version-diff";
import { toProblem } from "@/lib/std/problem";
import type { VersionEntry } from "@/lib/storage/storage";
import type { Context } from "./context";
import type { Document } from "./document";
import type { Keeper } from "./keeper";
import { paramWords } from "./param-words";
import { hashOf } from "./result-key";

/** States of the open notebook that were kept: by a person, or by themselves before something large happens. */
export interface Versions {
  /** Keeps the state of now. Without a name, one of the same content that is there already is given back. */
  save(name: string | null): Promise<VersionEntry>;
  /** Newest first. */
  list(): Promise<readonly VersionEntry[]>;
  /** What changed from a version to now. */
  diff(id: string): Promise<readonly Difference[]>;
  /** Brings a version back, as one step of undo; the state of now is kept first. */
  restore(id: string): Promise<void>;
  remove(id: string): Promise<void>;
}

/** What other use cases tell the versions. */
export interface VersionKeeper extends Versions {
  /** A notebook was opened: keeps its state when it changed and the newest version is older than ten minutes. */
  opened(): Promise<void>;
  /** Keeps the state of now, if it is not kept yet, before something changes much of it. */
  before(reason: string): Promise<void>;
}

/** Between two versions that are kept by themselves on opening, milliseconds. */
const APART = 600_000;
/** Versions without a name that are kept. */
const MOST = 30;
/** What one that was saved without a name is called. */
const UNNAMED = "Saved by hand";

interface VersionsSpec {
  context: Context;
  doc: Pick<Document, "current" | "edit">;
  keeper: Pick<Keeper, "idle">;
}

/** Data sets as they are, with the names of their stored lines where those were written since. */
function withParts(notebook: Notebook, { dataSets }: Notebook): Notebook {
  return {
    ...notebook,
    dataSets: notebook.dataSets.map((dataSet) => {
      if (dataSet.parts.length > 0) return dataSet;
      const now = dataSets.find(({ id, dataHash }) => id === dataSet.id && dataHash === dataSet.dataHash);
      return now ? { ...dataSet, parts: now.parts, setAsideParts: now.setAsideParts } : dataSet;
    }),
  };
}

/** What a version would hold, without what changes by itself. */
function markOf({ dataSets, ...notebook }: Notebook): string {
  return hashOf({
    ...notebook,
    dataSets: dataSets.map(({ parts: _, setAsideParts: __, unmatched: ___, ...own }) => own),
  });
}

export function createVersions({ context, doc, keeper }: VersionsSpec): VersionKeeper {
  const { ports, store, history } = context;
  const { storage, clock } = ports;

  const openId = () => doc.current().notebook.id;

  async function read(id: string): Promise<Notebook> {
    return readNotebook({ snapshot: await storage.readVersion(openId(), id), edits: [] });
  }

  async function put(notebook: Notebook, said: { name: string | null; reason: string | null }): Promise<VersionEntry> {
    await keeper.idle();
    const now = history.get()?.notebook;
    const content = now?.id === notebook.id ? withParts(notebook, now) : notebook;
    return storage.putVersion(notebook.id, { at: clock.now(), mark: markOf(notebook), ...said }, content);
  }

  async function prune(docId: string): Promise<void> {
    const automatic = (await storage.listVersions(docId)).filter(({ name }) => name === null);
    for (const { id } of automatic.slice(MOST)) await storage.removeVersion(docId, id);
  }

  /** Keeps a state by itself unless the newest version holds the same. A failure is told and stops nothing. */
  async function keep(reason: string, isDue: (newest: VersionEntry | undefined) => boolean): Promise<void> {
    const { notebook } = doc.current();
    if (!storage.writable) return;
    try {
      const [newest] = await storage.listVersions(notebook.id);
      if (newest?.mark === markOf(notebook) || !isDue(newest)) return;
      await put(notebook, { name: null, reason });
      await prune(notebook.id);
    } catch (error) {
      store.set((state) => ({ ...state, storageProblem: state.storageProblem ?? toProblem(error) }));
    }
  }

  const before = (reason: string) => keep(reason, () => true);

  return {
    async save(name) {
      const { notebook } = doc.current();
      const called = name?.trim() ?? "";
      const [newest] = await storage.listVersions(notebook.id);
      if (called === "" && newest?.name && newest.mark === markOf(notebook)) return newest;
      return put(notebook, { name: called === "" ? UNNAMED : called, reason: null });
    },
    list: () => storage.listVersions(openId()),
    diff: async (id) => versionDiff(await read(id), doc.current().notebook, paramWords),
    async restore(id) {
      const notebook = await read(id);
      await before("Before a restore");
      doc.edit({ type: "set-notebook", notebook: withParts(notebook, doc.current().notebook) });
    },
    remove: (id) => storage.removeVersion(openId(), id),
    opened: () => keep("On opening", (newest) => !newest || clock.now() - newest.at > APART),
    before,
  };
}
