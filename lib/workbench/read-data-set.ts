import { EngineError } from "@/lib/engine/engine-error";
import { headerSignature } from "@/lib/ingest/header";
import { IngestError } from "@/lib/ingest/ingest-error";
import { type ImportPlan, lacksOf } from "@/lib/ingest/plan";
import { readFile } from "@/lib/ingest/read-file";
import type { ReadOptions, ReadResult } from "@/lib/ingest/read-result";
import type { DataSetId } from "@/lib/notebook/ids";
import type { DataSet } from "@/lib/notebook/notebook";
import type { LedgerWarning } from "@/lib/std/ledger";
import type { Context } from "./context";
import { type DataTables, tableName } from "./data-tables";
import type { IncomingFiles } from "./incoming";
import { knownColumns } from "./known-columns";
import { openDates } from "./open-dates";
import type { Planned } from "./plan-files";
import { hashOf } from "./result-key";
import type { Progress } from "./state";
import type { KnownColumn } from "./telling-columns";

/** A file whose lines are in the engine. */
export interface ReadSet extends Planned {
  dataSet: DataSet;
  /** Of an ordinary table: what its columns hold. */
  columns: readonly KnownColumn[];
}

/** What other files of the notebook give to the lines of this one. */
export function givenTo(plan: ImportPlan): { date: boolean; price: boolean } {
  const lacks = lacksOf(plan);
  return { date: lacks.includes("date"), price: lacks.includes("price") };
}

interface Reading {
  planned: Planned;
  hashing: Promise<string>;
  /** Asks for the file once more after it failed or was cancelled. */
  retry: () => void;
}

/** What a file gave, and the tables it is in. */
interface Lines {
  id: DataSetId;
  done: ReadResult;
  dates: LedgerWarning[];
  columns: readonly KnownColumn[];
  fileHash: string;
}

/** Reads the lines of a file into tables of their own; when it fails, none are left. */
async function readLines(
  { ports }: Context,
  tables: DataTables,
  { planned, hashing }: Pick<Reading, "planned" | "hashing">,
  options: Pick<ReadOptions, "signal" | "onProgress">,
): Promise<Lines> {
  const { file, plan, guess } = planned;
  const { signal } = options;
  const engine = await ports.engine();
  signal?.throwIfAborted();
  const id = ports.newId().replaceAll("-", "") as DataSetId;
  const { openFile, walks } = ports;
  const done = await readFile(engine, file, plan, { ...options, id, openFile, walks, given: givenTo(plan) });
  const set = { id, kind: plan.kind };
  tables.adopt(set);
  try {
    const dates = await openDates(engine, { table: tableName(set), plan, sample: guess.sample }, { signal });
    const columns = await knownColumns(engine, set, { signal });
    const fileHash = await hashing;
    signal?.throwIfAborted();
    return { id, done, dates, columns, fileHash };
  } catch (error) {
    await tables.discard(set);
    throw error;
  }
}

/** True when the engine went away under the reading: the file itself may be as good as any. */
function lostEngine(error: unknown): boolean {
  return error instanceof EngineError && (error.kind === "stopped" || error.kind === "timeout");
}

/** Reads once more, a single time, when the engine was restarted under a file that nobody cancelled. */
async function despiteRestart<T>({ name }: File, signal: AbortSignal, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    signal.throwIfAborted();
    if (!lostEngine(error)) throw error;
  }
  try {
    return await read();
  } catch (error) {
    signal.throwIfAborted();
    if (!lostEngine(error)) throw error;
    throw new IngestError({
      kind: "unreadable",
      message: `${name} could not be read: the engine stopped twice while it was at it.`,
      hint: "Your notebook and the other files are not affected. Drop the file again; if that does not help, reload the page first.",
      cause: error,
    });
  }
}

/** Reads a file into the engine as a data set of its own. Throws IngestError, EngineError or AbortError. */
export async function readDataSet(
  context: Context,
  tables: DataTables,
  incoming: IncomingFiles,
  reading: Reading,
): Promise<ReadSet> {
  const { ports, jobs } = context;
  const { planned } = reading;
  const { id, file, plan } = planned;
  incoming.change(id, { step: "reading" });
  const signal = incoming.signal(id);
  const spec = {
    title: `Read ${file.name}`,
    subject: `read ${file.name}`,
    cancel: () => incoming.cancel(id),
    retry: reading.retry,
  };
  const lines = await jobs.run(spec, (job) => {
    const onProgress = (progress: Progress) => {
      incoming.change(id, { progress });
      job.progress(progress.totalBytes > 0 ? progress.doneBytes / progress.totalBytes : null);
    };
    return despiteRestart(file, signal, () => readLines(context, tables, reading, { signal, onProgress }));
  });
  const { id: dataSetId, done, dates, columns, fileHash } = lines;
  const dataSet: DataSet = {
    fileHash,
    plan: { ...plan },
    replaced: null,
    id: dataSetId,
    kind: plan.kind,
    fileName: file.name,
    fileBytes: file.size,
    signature: headerSignature(plan.columns),
    unmatched: [],
    readAs: done.readAs,
    ledger: { ...done.ledger, warnings: [...done.ledger.warnings, ...dates] },
    dataHash: hashOf({ fileHash, plan, relations: ports.relationsVersion }),
    parts: [],
    setAsideParts: [],
    firstDay: done.firstDay,
    lastDay: done.lastDay,
    importedAt: ports.clock.now(),
  };
  incoming.change(id, { step: "done" });
  return { ...planned, dataSet, columns };
}
