import type { Engine, RunOptions } from "@/lib/engine/engine";
import { defineRelations, type ReadSet, type Unmatched } from "@/lib/ingest/define-relations";
import { profileTable } from "@/lib/ingest/make-profile";
import { lacksOf } from "@/lib/ingest/plan";
import type { DataSetId } from "@/lib/notebook/ids";
import type { DataSet } from "@/lib/notebook/notebook";
import { StorageError } from "@/lib/storage/storage-error";
import { isDamage, isLost, type LostLines, lostError } from "./lost-lines";
import { planOf } from "./plan-of";
import type { Ports } from "./ports";
import { KEPT_TABLES, keepRows, sharedViews } from "./shared-relations";

/** Keeps the engine's relations equal to a notebook's data sets, loading stored parts as needed. */
export interface DataTables {
  /** Resolves once `sales`, `inventory` ... hold exactly these data sets. */
  ensure(dataSets: readonly DataSet[]): Promise<Engine>;
  /** Resolves once the lines of one data set are in the engine, whatever others are. */
  load(dataSet: DataSet): Promise<Engine>;
  /** Makes what a query shares with others once for all of them, after `ensure`. */
  share(text: string, options?: RunOptions): Promise<void>;
  /** The tables of a freshly read file are in the engine already. */
  adopt(dataSet: Pick<DataSet, "id" | "kind">): void;
  /** The tables of a file that was read but is not taken: they are dropped. */
  discard(dataSet: Pick<DataSet, "id" | "kind">): Promise<void>;
  /** The engine restarted: nothing is loaded any more. */
  forget(): void;
  /** Another notebook is opened: gives the memory of these back. */
  drop(): Promise<void>;
}

/** Reads a file once more when its lines are not stored yet; false when the file is not at hand. */
export type Reread = (engine: Engine, dataSet: DataSet) => Promise<boolean>;

/** The engine's table of a data set's kept lines. */
export function tableName(dataSet: Pick<DataSet, "id" | "kind">): string {
  return `${dataSet.kind}_${dataSet.id}`;
}

/** The engine's table of a data set's lines set aside. */
export function setAsideName(dataSet: Pick<DataSet, "id">): string {
  return `set_aside_${dataSet.id}`;
}

/** A data set as the relations are made of it. */
export function toReadSet(dataSet: DataSet): ReadSet {
  const { id, kind, ledger, replaced, fileName } = dataSet;
  const plan = planOf(dataSet);
  return {
    id,
    kind,
    hasSetAside: ledger.rejected + ledger.excluded > 0,
    lacks: plan ? lacksOf(plan) : [],
    replaced,
    fileName,
  };
}

async function loadParts(engine: Engine, ports: Ports, table: string, parts: readonly string[]): Promise<void> {
  for (const [index, hash] of parts.entries()) {
    const ipc = await ports.storage.getPart(hash);
    if (index === 0) {
      await engine.load(table, ipc);
      continue;
    }
    const more = `${table}_part`;
    await engine.load(more, ipc);
    await engine.execute(`insert into ${table} select * from ${more}; drop table ${more};`);
  }
}

async function dropTables(engine: Engine, names: readonly string[]): Promise<void> {
  await engine.execute(names.map((name) => `drop table if exists ${name};`).join("\n"));
}

interface DataTablesSpec {
  ports: Ports;
  reread: Reread;
  /** Told after the relations were made: the lines of each data set that do not count because of the others. */
  onUnmatched(unmatched: readonly Unmatched[]): void;
  /** Told of the data sets whose lines cannot be read here. */
  onLost(lost: readonly LostLines[]): void;
}

/** Tables follow one another through a single turn, so that two calls never load the same part twice. */
export function createDataTables({ ports, reread, onUnmatched, onLost }: DataTablesSpec): DataTables {
  const loaded = new Map<DataSetId, string[]>();
  const kept = new Set<string>();
  let defined: string | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = turn.then(work);
    turn = next.catch(() => undefined);
    return next;
  }

  async function bringOne(engine: Engine, dataSet: DataSet): Promise<void> {
    const { id, parts, setAsideParts, fileName } = dataSet;
    if (loaded.has(id)) return;
    try {
      if (parts.length === 0 && !(await reread(engine, dataSet))) {
        throw new StorageError({ kind: "missing", message: `The lines of ${fileName} were never stored.` });
      }
      await loadParts(engine, ports, tableName(dataSet), parts);
      await loadParts(engine, ports, setAsideName(dataSet), setAsideParts);
    } catch (error) {
      throw lostError(dataSet, error);
    }
    loaded.set(id, [tableName(dataSet), setAsideName(dataSet)]);
  }

  /** Tells of all that are lost, not only of the first. */
  async function bringAll(engine: Engine, dataSets: readonly DataSet[]): Promise<void> {
    const lost: { id: DataSetId; error: StorageError }[] = [];
    for (const dataSet of dataSets) {
      try {
        await bringOne(engine, dataSet);
      } catch (error) {
        if (!isLost(error)) throw error;
        lost.push({ id: dataSet.id, error });
      }
    }
    onLost(lost.map(({ id, error }) => ({ id, damaged: isDamage(error) })));
    if (lost[0]) throw lost[0].error;
  }

  async function bring(dataSets: readonly DataSet[]): Promise<Engine> {
    const engine = await ports.engine();
    const readSets = dataSets.map(toReadSet);
    const wanted = JSON.stringify(readSets);
    if (defined === wanted) return engine;
    await bringAll(engine, dataSets);
    kept.clear();
    const unmatched = await defineRelations(engine, readSets);
    defined = wanted;
    onUnmatched(unmatched);
    return engine;
  }

  async function keepShared(text: string, options: RunOptions): Promise<void> {
    const missing = sharedViews(text).filter((view) => !kept.has(view));
    if (defined === null || missing.length === 0) return;
    const engine = await ports.engine();
    for (const view of missing) {
      await keepRows(engine, view, options);
      kept.add(view);
    }
  }

  return {
    ensure: (dataSets) => inTurn(() => bring(dataSets)),
    load: (dataSet) =>
      inTurn(async () => {
        const engine = await ports.engine();
        await bringOne(engine, dataSet);
        return engine;
      }),
    share: (text, options = {}) => inTurn(() => keepShared(text, options)),
    adopt(dataSet) {
      loaded.set(dataSet.id, [tableName(dataSet), setAsideName(dataSet)]);
    },
    discard: (dataSet) =>
      inTurn(async () => {
        loaded.delete(dataSet.id);
        await dropTables(await ports.engine(), [tableName(dataSet), setAsideName(dataSet), profileTable(dataSet.id)]);
      }),
    forget() {
      loaded.clear();
      defined = null;
    },
    drop: () =>
      inTurn(async () => {
        if (loaded.size === 0) return;
        const names = [...[...loaded.values()].flat(), ...KEPT_TABLES];
        loaded.clear();
        kept.clear();
        defined = null;
        const engine = await ports.engine();
        await defineRelations(engine, []);
        await dropTables(engine, names);
      }),
  };
}
