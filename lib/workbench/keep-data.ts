import type { Engine } from "@/lib/engine/engine";
import type { DataSet } from "@/lib/notebook/notebook";
import type { Context } from "./context";
import { type DataTables, setAsideName, tableName } from "./data-tables";

/** Rows of one stored part: small enough for the heap, large enough to compress. */
const ROWS_A_PART = 500_000;

async function storeTable(
  engine: Engine,
  context: Context,
  table: string,
  rows: number,
  told: (rows: number) => void,
): Promise<string[]> {
  const hashes: string[] = [];
  // A table without rows has a part too: it tells its columns.
  for (let from = 0; from === 0 || from < rows; from += ROWS_A_PART) {
    const to = Math.min(rows, from + ROWS_A_PART);
    const ipc = await engine.export(table, { from, to });
    hashes.push((await context.ports.storage.putPart(ipc)).hash);
    told(to - from);
  }
  return hashes;
}

/** The names of what was written of a data set. */
export type KeptParts = Pick<DataSet, "parts" | "setAsideParts">;

/** Writes the rows of a data set to the device; `retry` asks for it once more after it failed. */
export async function keepData(
  context: Context,
  tables: DataTables,
  dataSet: DataSet,
  retry: () => void,
): Promise<KeptParts> {
  const { ledger } = dataSet;
  const aside = ledger.rejected + ledger.excluded;
  const spec = { title: `Save ${dataSet.fileName}`, subject: `save ${dataSet.id}`, retry };
  return context.jobs.run(spec, async (job) => {
    const engine = await tables.load(dataSet);
    let written = 0;
    const told = (rows: number) => {
      written += rows;
      job.progress(written / Math.max(1, ledger.kept + aside));
    };
    const parts = await storeTable(engine, context, tableName(dataSet), ledger.kept, told);
    const setAsideParts = aside > 0 ? await storeTable(engine, context, setAsideName(dataSet), aside, told) : [];
    return { parts, setAsideParts };
  });
}
