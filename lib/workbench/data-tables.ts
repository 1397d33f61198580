import type { Engine } from "@/lib/engine/engine";
import { defineRelations } from "@/lib/ingest/define-relations";
import type { DataSetId } from "@/lib/notebook/ids";
import type { DataSet } from "@/lib/notebook/notebook";
import { StorageError } from "@/lib/storage/storage-error";
import type { Ports } from "./ports";

/** Keeps the engine's relations equal to a notebook's data sets, loading stored parts as needed. */
export interface DataTables {
  /** Resolves once `sales`, `inventory` ... hold exactly these data sets. */
  ensure(dataSets: readonly DataSet[]): Promise<Engine>;
  /** The tables of a freshly read file are in the engine already. */
  adopt(id: DataSetId): void;
  /** The engine restarted: nothing is loaded any more. */
  forget(): void;
}

/** The engine's table of a data set's kept lines. */
export function tableName(dataSet: Pick<DataSet, "id" | "kind">): string {
  return `${dataSet.kind}_${dataSet.id}`;
}

/** The engine's table of a data set's lines set aside. */
export function setAsideName(dataSet: Pick<DataSet, "id">): string {
  return `set_aside_${dataSet.id}`;
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

export function createDataTables(ports: Ports): DataTables {
  let loaded = new Set<DataSetId>();
  let defined: string | null = null;
  let turn: Promise<unknown> = Promise.resolve();

  async function bring(dataSets: readonly DataSet[]): Promise<Engine> {
    const engine = await ports.engine();
    const wanted = dataSets.map((dataSet) => dataSet.id).join();
    if (defined === wanted) return engine;
    for (const dataSet of dataSets) {
      if (loaded.has(dataSet.id)) continue;
      if (dataSet.parts.length === 0 && dataSet.ledger.kept > 0) {
        throw new StorageError({
          kind: "missing",
          message: `The lines of ${dataSet.fileName} were not saved before the engine stopped.`,
          hint: "Drop the file again.",
        });
      }
      await loadParts(engine, ports, tableName(dataSet), dataSet.parts);
      await loadParts(engine, ports, setAsideName(dataSet), dataSet.setAsideParts);
      loaded.add(dataSet.id);
    }
    await defineRelations(engine, dataSets);
    defined = wanted;
    return engine;
  }

  return {
    ensure(dataSets) {
      const next = turn.then(() => bring(dataSets));
      turn = next.catch(() => undefined);
      return next;
    },
    adopt(id) {
      loaded.add(id);
    },
    forget() {
      loaded = new Set();
      defined = null;
    },
  };
}
