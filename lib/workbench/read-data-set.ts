import { headerSignature } from "@/lib/ingest/header";
import { type ImportPlan, lacksOf } from "@/lib/ingest/plan";
import { readFile } from "@/lib/ingest/read-file";
import type { DataSetId } from "@/lib/notebook/ids";
import type { DataSet } from "@/lib/notebook/notebook";
import type { Context } from "./context";
import { type DataTables, tableName } from "./data-tables";
import type { IncomingFiles } from "./incoming";
import { openDates } from "./open-dates";
import type { Planned } from "./plan-files";
import { hashOf } from "./result-key";

/** A file whose lines are in the engine. */
export interface ReadSet extends Planned {
  dataSet: DataSet;
}

/** The part of a result's key that a data set is: its bytes, how they are read, what of them counts. */
export function dataHashOf({ fileHash, plan, replaced }: Pick<DataSet, "fileHash" | "plan" | "replaced">): string {
  return hashOf(replaced ? { fileHash, plan, replaced } : { fileHash, plan });
}

/** What other files of the notebook give to the lines of this one. */
export function givenTo(plan: ImportPlan): { date: boolean; price: boolean } {
  const lacks = lacksOf(plan);
  return { date: lacks.includes("date"), price: lacks.includes("price") };
}

/** Reads a file into the engine as a data set of its own. Throws IngestError, EngineError or AbortError. */
export async function readDataSet(
  { ports, jobs }: Context,
  tables: DataTables,
  incoming: IncomingFiles,
  { planned, hashing }: { planned: Planned; hashing: Promise<string> },
): Promise<ReadSet> {
  const { id, file, plan } = planned;
  const dataSetId = ports.newId().replaceAll("-", "") as DataSetId;
  incoming.change(id, { step: "reading" });
  const engine = await ports.engine();
  const options = { signal: incoming.signal(id) };
  const done = await jobs.run(`Read ${file.name}`, (job) =>
    readFile(engine, file, plan, {
      id: dataSetId,
      ...options,
      openFile: ports.openFile,
      given: givenTo(plan),
      onProgress: (progress) => {
        incoming.change(id, { progress });
        job.progress(progress.totalBytes > 0 ? progress.doneBytes / progress.totalBytes : null);
      },
    }),
  );
  const set = { id: dataSetId, kind: plan.kind };
  tables.adopt(set);
  const more = async () => ({
    dates: await openDates(engine, { table: tableName(set), plan, sample: planned.guess.sample }, options),
    fileHash: await hashing,
  });
  const { dates, fileHash } = await more().catch(async (error: unknown) => {
    await tables.discard(set);
    throw error;
  });
  const base = { fileHash, plan: { ...plan }, replaced: null };
  const dataSet: DataSet = {
    ...base,
    id: dataSetId,
    kind: plan.kind,
    fileName: file.name,
    fileBytes: file.size,
    signature: headerSignature(plan.columns),
    unmatched: [],
    readAs: done.readAs,
    ledger: { ...done.ledger, warnings: [...done.ledger.warnings, ...dates] },
    dataHash: dataHashOf(base),
    parts: [],
    setAsideParts: [],
    firstDay: done.firstDay,
    lastDay: done.lastDay,
    importedAt: ports.clock.now(),
  };
  incoming.change(id, { step: "done" });
  return { ...planned, dataSet };
}
