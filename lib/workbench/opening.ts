import { readNotebook } from "@/lib/notebook/schema";
import type { Context } from "./context";
import type { DataTables } from "./data-tables";
import type { Document } from "./document";
import type { Keeper } from "./keeper";
import type { Runner } from "./runner";
import type { Saver } from "./saver";

/** Goes from one notebook to another. */
export interface Opening {
  open(id: string): Promise<void>;
  /** Goes back to the first page. */
  close(): Promise<void>;
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
  saver: Pick<Saver, "flush" | "opened">;
  keeper: Pick<Keeper, "idle">;
  /** Brings the engine's tables in line. */
  loadTables(): void;
  /** Brings the list of notebooks into the state. */
  list(): Promise<void>;
  /** A notebook was opened. */
  opened(): Promise<void>;
  fail(error: unknown): void;
}

const LAST_OPEN = "last-open";

export function createOpening(spec: OpeningSpec): Opening {
  const { context, doc, runner, tables, saver, keeper, loadTables, list, opened, fail } = spec;
  const { store, history } = context;
  const { storage } = context.ports;

  /** The engine's memory is for another notebook. */
  async function release(): Promise<void> {
    await runner.release();
    await tables.drop();
  }

  async function leave(): Promise<void> {
    await keeper.idle();
    await saver.flush();
  }

  function remember(id: string | null) {
    if (storage.writable) storage.putSetting(LAST_OPEN, id).catch(fail);
  }

  async function open(id: string): Promise<void> {
    if (history.get()) {
      await leave();
      await release();
    }
    const stored = await storage.readDoc(id);
    if (!stored) return;
    runner.reset();
    doc.show(readNotebook(stored));
    saver.opened();
    remember(id);
    await runner.restore();
    loadTables();
    await opened();
  }

  return {
    open,
    async close() {
      await leave();
      runner.reset();
      doc.show(null);
      void release().catch(fail);
      remember(null);
      await list();
    },
    async openLast() {
      try {
        await list();
        const last = await storage.getSetting(LAST_OPEN);
        const known = store.get().recents.some((recent) => recent.id === last);
        if (typeof last === "string" && known) await open(last);
      } catch (error) {
        fail(error);
      }
      if (!history.get()) doc.show(null);
    },
    leave,
    remember,
  };
}
