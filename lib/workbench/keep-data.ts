import { rowCount } from "@/lib/engine/decode";
import type { Engine } from "@/lib/engine/engine";
import type { DataSet } from "@/lib/notebook/notebook";
import { StorageError } from "@/lib/storage/storage-error";
import type { Context } from "./context";
import { type DataTables, setAsideName, tableName } from "./data-tables";

interface Lines {
  /** The table they are in, and how many must be there. */
  table: string;
  rows: number;
  fileName: string;
}

/** Rows of one stored part: small enough for the heap, large enough to compress. */
const ROWS_A_PART = 500_000;

async function storeTable(
  engine: Engine,
  context: Context,
  { table, rows, fileName }: Lines,
  told: (rows: number) => void,
): Promise<string[]> {
  const hashes: string[] = [];
  // A table without rows has a part too: it tells its columns.
  for (let from = 0; from === 0 || from < rows; from += ROWS_A_PART) {
    const to = Math.min(rows, from + ROWS_A_PART);
    const ipc = await engine.export(table, { from, to });
    const found = rowCount(ipc);
    if (found !== to - from) throw notAll(fileName, { found, wanted: to - from });
    hashes.push((await context.ports.storage.putPart(ipc)).hash);
    told(to - from);
  }
  return hashes;
}

function notAll(fileName: string, { found, wanted }: { found: number; wanted: number }): StorageError {
  return new StorageError({
    kind: "internal",
    message: `${fileName} was not saved: of ${wanted} of its lines only ${found} could be read back.`,
    hint: "Keep the file, reload this page, and add the file again.",
  });
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
  const { ledger, fileName } = dataSet;
  const aside = ledger.rejected + ledger.excluded;
  const spec = { title: `Save ${fileName}`, subject: `save ${dataSet.id}`, retry };
  return context.jobs.run(spec, async (job) => {
    const engine = await tables.load(dataSet);
    let written = 0;
    const told = (rows: number) => {
      written += rows;
      job.progress(written / Math.max(1, ledger.kept + aside));
    };
    const parts = await storeTable(engine, context, { table: tableName(dataSet), rows: ledger.kept, fileName }, told);
    const others = { table: setAsideName(dataSet), rows: aside, fileName };
    const setAsideParts = aside > 0 ? await storeTable(engine, context, others, told) : [];
    return { parts, setAsideParts };
  });
}
