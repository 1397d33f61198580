import type { DataSetId } from "@/lib/notebook/ids";
import { type Problem, toProblem } from "@/lib/std/problem";
import { isAbort } from "@/lib/std/room-error";
import type { Context } from "./context";
import type { Place } from "./ports";

/** Files that are read again when another program saves them. */
export interface WatchedFiles {
  /** A data set was read from a file. */
  readFrom(id: DataSetId, file: File): void;
  /** A notebook was opened: what was watched on an earlier visit can be watched again. */
  opened(): Promise<void>;
  /** Called from a click: the browser may ask whether the file can be read. */
  watch(id: DataSetId): Promise<void>;
  stop(id: DataSetId): void;
}

/** How often a watched file is looked at, milliseconds. */
const EVERY = 1500;

interface Watch extends Place {
  /** What it was at the last look: a file is read once two looks agree, so that it is not read while it is written. */
  seen: string;
  /** The data set it was till then: a visit that ends before the new one is saved leaves the notebook with that. */
  former: [DataSetId, Place] | null;
}

const stampOf = ({ lastModified, size }: File) => `${lastModified} ${size}`;

/** `takeNew` reads a data set from a file that was saved again; it gives the id of what it became, or null. */
export function createWatchedFiles(
  { ports, store }: Pick<Context, "ports" | "store">,
  takeNew: (id: DataSetId, file: File) => Promise<DataSetId | null>,
): WatchedFiles {
  const of = new Map<DataSetId, Place>();
  /** Watched on an earlier visit, and not again yet. */
  const before = new Set<DataSetId>();
  const watched = new Map<DataSetId, Watch>();
  let planned = false;

  function tell() {
    const ids = [...watched.keys()];
    store.set((state) => ({ ...state, watched: ids, watchable: [...of.keys()], watchedBefore: [...before] }));
  }

  const complain = (watchProblem: Problem) => store.set((state) => ({ ...state, watchProblem }));

  /** For the next visit. */
  function keep() {
    const { notebook } = store.get();
    if (!notebook) return;
    const places = notebook.dataSets.flatMap(({ id }): [DataSetId, Place][] => {
      const place = before.has(id) ? of.get(id) : undefined;
      if (place) return [[id, place]];
      const watch = watched.get(id);
      if (!watch) return [];
      const { live, stamp, former } = watch;
      return [[id, { live, stamp }], ...(former ? [former] : [])];
    });
    ports.places.keep(notebook.id, new Map(places)).catch((error: unknown) => complain(notKept(error)));
  }

  async function look(id: DataSetId, watch: Watch): Promise<void> {
    const file = await watch.live.read();
    const stamp = stampOf(file);
    const settled = stamp === watch.seen;
    watch.seen = stamp;
    if (stamp === watch.stamp || !settled) return;
    const former: Watch["former"] = [id, { live: watch.live, stamp: watch.stamp }];
    watch.stamp = stamp;
    const next = await takeNew(id, file);
    if (next === null || next === id) return;
    watch.former = former;
    const place = of.get(id);
    of.delete(id);
    watched.delete(id);
    if (place) of.set(next, { ...place, stamp });
    watched.set(next, watch);
    tell();
    keep();
  }

  /** Files of data sets that are gone are watched no more. */
  function forgetGone() {
    const here = new Set(store.get().notebook?.dataSets.map(({ id }) => id));
    const gone = [...of.keys()].filter((id) => !here.has(id));
    for (const id of gone) {
      of.delete(id);
      before.delete(id);
      watched.delete(id);
    }
    if (gone.length > 0) tell();
  }

  async function lookAtAll(): Promise<void> {
    forgetGone();
    for (const [id, watch] of [...watched]) {
      try {
        await look(id, watch);
      } catch (error) {
        if (isAbort(error)) continue;
        watched.delete(id);
        complain(gone(error));
        tell();
      }
    }
    planned = false;
    plan();
  }

  function plan() {
    if (planned || watched.size === 0) return;
    planned = true;
    setTimeout(() => void lookAtAll(), EVERY);
  }

  return {
    readFrom(id, file) {
      ports.liveFile(file).then(
        (live) => {
          if (!live) return;
          of.set(id, { live, stamp: stampOf(file) });
          tell();
        },
        // Without a place the file cannot be watched, and nothing says that it can.
        () => undefined,
      );
    },
    async opened() {
      const { notebook } = store.get();
      if (!notebook) return;
      try {
        const kept = await ports.places.of(notebook.id);
        for (const { id } of store.get().notebook?.dataSets ?? []) {
          const place = kept.get(id);
          if (!place || of.has(id)) continue;
          of.set(id, place);
          before.add(id);
        }
        tell();
      } catch (error) {
        console.warn("Lucid could not look up which files were watched; nothing says that they can be.", error);
      }
    },
    async watch(id) {
      const place = of.get(id);
      if (!place) return;
      try {
        if (!(await place.live.allow())) return complain(REFUSED);
      } catch (error) {
        return complain(gone(error));
      }
      before.delete(id);
      watched.set(id, { ...place, seen: place.stamp, former: null });
      store.set((state) => ({ ...state, watchProblem: null }));
      tell();
      keep();
      plan();
    },
    stop(id) {
      watched.delete(id);
      tell();
      keep();
    },
  };
}

const REFUSED: Problem = {
  message: "The browser was told not to let Lucid read this file, so it is not watched.",
  hint: "Choose to watch it once more and allow it, or drop the file again.",
};

function notKept(error: unknown): Problem {
  return {
    message: "This browser does not remember where watched files lie: they are watched until the page is closed.",
    hint: `Drop the file again on the next visit. The browser says: ${toProblem(error).message}`,
  };
}

function gone(error: unknown): Problem {
  const { message } = toProblem(error);
  return {
    message: "A watched file cannot be read any more; its lines stay as they were.",
    hint: `Drop the file again to watch it. The browser says: ${message}`,
  };
}
