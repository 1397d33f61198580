import type { DataSetId } from "@/lib/notebook/ids";
import { toProblem } from "@/lib/std/problem";
import { isAbort } from "@/lib/std/room-error";
import type { Context } from "./context";
import type { LiveFile } from "./ports";

/** Files that are read again when another program saves them. */
export interface WatchedFiles {
  /** A data set was read from a file. */
  readFrom(id: DataSetId, file: File): void;
  watch(id: DataSetId): void;
  stop(id: DataSetId): void;
}

/** How often a watched file is looked at, milliseconds. */
const EVERY = 1500;

interface Watch {
  live: LiveFile;
  /** When the file that was read was saved, and how long it was. */
  stamp: string;
  /** What it was at the last look: a file is read once two looks agree, so that it is not read while it is written. */
  seen: string;
}

const stampOf = ({ lastModified, size }: File) => `${lastModified} ${size}`;

/** `takeNew` reads a data set from a file that was saved again; it gives the id of what it became, or null. */
export function createWatchedFiles(
  { ports, store }: Pick<Context, "ports" | "store">,
  takeNew: (id: DataSetId, file: File) => Promise<DataSetId | null>,
): WatchedFiles {
  const of = new Map<DataSetId, { live: LiveFile; stamp: string }>();
  const watched = new Map<DataSetId, Watch>();
  let planned = false;

  function tell() {
    const ids = [...watched.keys()];
    store.set((state) => ({ ...state, watched: ids, watchable: [...of.keys()] }));
  }

  async function look(id: DataSetId, watch: Watch): Promise<void> {
    const file = await watch.live.read();
    const stamp = stampOf(file);
    const settled = stamp === watch.seen;
    watch.seen = stamp;
    if (stamp === watch.stamp || !settled) return;
    watch.stamp = stamp;
    const next = await takeNew(id, file);
    if (next === null || next === id) return;
    const place = of.get(id);
    of.delete(id);
    watched.delete(id);
    if (place) of.set(next, { ...place, stamp });
    watched.set(next, watch);
    tell();
  }

  /** Files of data sets that are gone are watched no more. */
  function forgetGone() {
    const here = new Set(store.get().notebook?.dataSets.map(({ id }) => id));
    const gone = [...of.keys()].filter((id) => !here.has(id));
    for (const id of gone) {
      of.delete(id);
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
        store.set((state) => ({ ...state, watchProblem: gone(error) }));
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
    watch(id) {
      const place = of.get(id);
      if (!place) return;
      watched.set(id, { ...place, seen: place.stamp });
      store.set((state) => ({ ...state, watchProblem: null }));
      tell();
      plan();
    },
    stop(id) {
      watched.delete(id);
      tell();
    },
  };
}

function gone(error: unknown) {
  const { message } = toProblem(error);
  return {
    message: "A watched file cannot be read any more; its lines stay as they were.",
    hint: `Drop the file again to watch it. The browser says: ${message}`,
  };
}
