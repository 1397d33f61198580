import type { Command } from "@/lib/notebook/command";
import type { Notebook } from "@/lib/notebook/notebook";
import { toProblem } from "@/lib/std/problem";
import type { DocEntry } from "@/lib/storage/storage";
import type { Context } from "./context";

/** Edits wait this long for more of them, milliseconds. */
const GATHER = 120;
/** Edits in the log before a new snapshot makes it short again. */
const SNAPSHOT_AFTER = 200;

/** Brings every change of the open notebook to the device and tells the page when it is there. */
export interface Saver {
  /** A change was made; it is on the device within a second. */
  edit(command: Command): void;
  /** The next save writes the whole document (a new notebook, a new title for the list). */
  whole(): void;
  /** Nothing is written until the returned function is called: data parts come before what names them. */
  hold(): () => void;
  /** Writes what waits; resolves when it is on the device or the problem is on the page. */
  flush(): Promise<void>;
  /** True while something is not on the device. */
  unsaved(): boolean;
  /** Another notebook was opened: what it holds is on the device. */
  opened(): void;
}

/** `onSaved` is told of every write. */
export function createSaver(
  { ports, store }: Context,
  toEntry: (notebook: Notebook) => DocEntry,
  onSaved: () => void = () => undefined,
): Saver {
  let waiting: Command[] = [];
  let needsWhole = false;
  let holds = 0;
  let logged = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();

  const dirty = () => needsWhole || waiting.length > 0;

  function announce(saved: boolean, problem = store.get().storageProblem) {
    store.set((state) =>
      state.saved === saved && state.storageProblem === problem ? state : { ...state, saved, storageProblem: problem },
    );
  }

  async function write(): Promise<void> {
    const { notebook } = store.get();
    if (holds > 0 || !notebook || !dirty()) return;
    const edits = waiting;
    const whole = needsWhole || logged + edits.length > SNAPSHOT_AFTER;
    waiting = [];
    needsWhole = false;
    try {
      if (whole) {
        await ports.storage.writeSnapshot(toEntry(notebook), notebook);
        logged = 0;
      } else {
        for (const edit of edits) await ports.storage.appendEdit(notebook.id, edit);
        logged += edits.length;
      }
      announce(!dirty(), null);
      onSaved();
    } catch (error) {
      needsWhole = true;
      announce(false, toProblem(error));
    }
  }

  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    writing = writing.then(write);
    return writing;
  }

  function soon() {
    announce(false);
    timer ??= setTimeout(flush, GATHER);
  }

  return {
    edit(command) {
      waiting.push(command);
      soon();
    },
    whole() {
      needsWhole = true;
      soon();
    },
    hold() {
      holds += 1;
      let held = true;
      return () => {
        if (held) holds -= 1;
        held = false;
        if (dirty()) soon();
      };
    },
    flush,
    unsaved: dirty,
    opened() {
      waiting = [];
      needsWhole = false;
      logged = 0;
      announce(true, null);
    },
  };
}
