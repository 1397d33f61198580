import type { Command } from "@/lib/notebook/command";
import type { DataSet } from "@/lib/notebook/notebook";
import type { Context } from "./context";
import type { DataTables } from "./data-tables";
import { keepData } from "./keep-data";
import type { Saver } from "./saver";

interface KeeperSpec {
  context: Context;
  tables: DataTables;
  saver: Saver;
  /** Resolves when no cell is computed: what one looks at goes first. */
  idle(): Promise<void>;
  /** Applies a change nobody made by hand. */
  note(command: Command): void;
  fail(error: unknown): void;
}

/** Brings the lines of new data sets to the device. */
export interface Keeper {
  /** Writes data sets whose lines are not on the device yet; the document is not written before they are. */
  keepMissing(): Promise<void>;
  /** Resolves when what was asked for is written, or the problem is on the page. */
  idle(): Promise<void>;
}

export function createKeeper({ context, tables, saver, idle, note, fail }: KeeperSpec): Keeper {
  const { ports, store, history } = context;
  /** Set while lines of a data set are not on the device: the document waits for them. */
  let held: (() => void) | null = null;
  let last: Promise<void> = Promise.resolve();

  const dataSets = (): readonly DataSet[] => history.get()?.notebook.dataSets ?? [];
  const notKept = () => dataSets().filter(({ parts }) => parts.length === 0);

  async function writeMissing(): Promise<void> {
    try {
      await idle();
      for (const { id } of notKept()) {
        const dataSet = dataSets().find((other) => other.id === id);
        if (!dataSet) continue;
        const parts = await keepData(context, tables, dataSet, () => void keepMissing());
        // It may have changed, or gone, while its lines were written.
        const now = dataSets().find((other) => other.id === id);
        if (now) note({ type: "set-data-set", dataSet: { ...now, ...parts } });
      }
      saver.whole();
      const persisted = await ports.storage.persist();
      store.set((state) => ({ ...state, persisted }));
      letGo();
    } catch (error) {
      fail(error);
    }
  }

  /** The document is written again, unless lines of it are missing still. */
  function letGo() {
    if (notKept().length > 0) return;
    held?.();
    held = null;
  }

  function keepMissing(): Promise<void> {
    if (notKept().length > 0) {
      held ??= saver.hold();
      last = last.then(writeMissing);
    } else if (held) last = last.then(letGo); // lines that could not be written were taken out
    return last;
  }

  return { keepMissing, idle: () => last };
}
