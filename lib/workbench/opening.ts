import { readNotebook } from "@/lib/notebook/schema";
import type { Problem } from "@/lib/std/problem";
import type { Context } from "./context";
import type { DataTables } from "./data-tables";
import type { Document } from "./document";
import type { IncomingFiles } from "./incoming";
import type { Keeper } from "./keeper";
import type { Runner } from "./runner";
import type { Saver } from "./saver";

/** Goes from one notebook to another, one step after the other; files on their way in are left where they belong. */
export interface Opening {
  /** Stays where it is, and says so, while something of the open notebook cannot be written. */
  open(id: string): Promise<void>;
  /** Goes back to the first page; stays as `open` does. */
  close(): Promise<void>;
  /** Goes back to the first page whatever cannot be written: the open notebook is being removed. */
  abandon(): Promise<void>;
  /** Opens what was open when the page was left, else shows the first page. */
  openLast(): Promise<void>;
  /** Writes what waits of the open notebook, its lines included. */
  leave(): Promise<void>;
  /** The page opens with this notebook the next time; null for the first page. */
  remember(id: string | null): void;
}

interface OpeningSpec {
  context: Context;
  doc: Pick<Document, "show">;
  runner: Pick<Runner, "reset" | "release" | "restore">;
  tables: Pick<DataTables, "drop">;
  saver: Pick<Saver, "flush" | "opened" | "unsaved">;
  keeper: Pick<Keeper, "idle">;
  incoming: Pick<IncomingFiles, "turnAway">;
  /** Brings the engine's tables in line. */
  loadTables(): void;
  /** Brings the list of notebooks into the state. */
  list(): Promise<void>;
  /** A notebook was opened. */
  opened(): Promise<void>;
  fail(error: unknown): void;
}

const LAST_OPEN = "last-open";
/** Changes made while others are written are written too, this many times at most. */
const ROUNDS = 10;
const STAYS = "The last changes are not on this device yet, so the notebook stays open.";

/** Why a notebook is not left. */
function staying(problem: Problem | null): Problem {
  if (problem?.message === STAYS) return problem;
  const hint = problem ? `${problem.message} ${problem.hint}` : "They are being written: try again in a moment.";
  return { message: STAYS, hint };
}

export function createOpening(spec: OpeningSpec): Opening {
  const { context, doc, runner, tables, saver, keeper, incoming, loadTables, list, opened, fail } = spec;
  const { store, history } = context;
  const { storage } = context.ports;
  let turn: Promise<void> = Promise.resolve();

  function inTurn(step: () => Promise<void>): Promise<void> {
    const next = turn.then(step);
    turn = next.catch(() => undefined); // told where it is awaited
    return next;
  }

  /** The engine's memory is for another notebook. */
  async function release(): Promise<void> {
    await Promise.all([runner.release(), tables.drop()]);
  }

  async function leave(): Promise<void> {
    for (let round = 0; round === 0 || (saver.unsaved() && round < ROUNDS); round += 1) {
      await keeper.idle();
      await saver.flush();
    }
  }

  /** Writes what waits; false, and a word on the page, when that cannot be. */
  async function mayGo(): Promise<boolean> {
    if (!history.get()) return true;
    await leave();
    if (!saver.unsaved()) return true;
    store.set(({ storageProblem: problem, ...state }) => ({ ...state, storageProblem: staying(problem) }));
    return false;
  }

  function remember(id: string | null) {
    if (storage.writable) storage.putSetting(LAST_OPEN, id).catch(fail);
  }

  async function open(id: string): Promise<void> {
    let stored: Awaited<ReturnType<typeof storage.readDoc>>;
    do {
      if (!(await mayGo())) return;
      stored = await storage.readDoc(id);
      // What was changed while it was read is written first.
    } while (saver.unsaved());
    if (!stored) return;
    const notebook = readNotebook(stored);
    incoming.turnAway();
    if (history.get()) void release().catch(fail);
    runner.reset(notebook.id);
    doc.show(notebook);
    saver.opened();
    remember(id);
    await runner.restore();
    loadTables();
    await opened();
  }

  async function close(): Promise<void> {
    incoming.turnAway();
    runner.reset(null);
    doc.show(null);
    saver.opened();
    void release().catch(fail);
    remember(null);
    await list();
  }

  return {
    open: (id) => inTurn(() => open(id)),
    close: () =>
      inTurn(async () => {
        if (await mayGo()) await close();
      }),
    abandon: () =>
      inTurn(async () => {
        await leave();
        await close();
      }),
    async openLast() {
      try {
        await list();
        const last = await storage.getSetting(LAST_OPEN);
        const known = store.get().recents.some((recent) => recent.id === last);
        if (typeof last === "string" && known) await inTurn(() => open(last));
      } catch (error) {
        fail(error);
      }
      if (!history.get()) doc.show(null);
    },
    leave,
    remember,
  };
}
