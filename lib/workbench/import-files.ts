import { memoryNeed } from "@/lib/ingest/memory-estimate";
import type { Command } from "@/lib/notebook/command";
import type { DataSetId } from "@/lib/notebook/ids";
import type { DataSet, Notebook } from "@/lib/notebook/notebook";
import type { Problem } from "@/lib/std/problem";
import { type Arrival, attemptEach } from "./arrivals";
import type { Context } from "./context";
import type { DataTables } from "./data-tables";
import type { FilesAtHand } from "./files-at-hand";
import type { IncomingFiles } from "./incoming";
import { refusedForLost } from "./lost-lines";
import { LOOKED_AT_FROM, memoryWarning } from "./memory-warning";
import type { FilePlanner, Planned } from "./plan-files";
import { planOf } from "./plan-of";
import type { KnownTables } from "./question-cells";
import { type ReadSet, readDataSet } from "./read-data-set";
import { type Settled, settleOverlaps, withChanges } from "./settle-overlaps";

/** What is known of the files beforehand, for our own sample. */
export interface Preset {
  title: string;
  locale: string;
  currency: string;
}

/** Data sets that were read and how they enter the notebook. */
export interface Placing {
  label: string;
  dataSets: readonly DataSet[];
  /** What is known of the columns of those that are tables. */
  columns: KnownTables;
  commands(notebook: Notebook): Command[];
  currency: string | null;
  preset: Preset | null;
}

export interface ImportsSpec {
  context: Context;
  tables: DataTables;
  incoming: IncomingFiles;
  atHand: FilesAtHand;
  planner: FilePlanner;
  /** Reads a file at hand once more: its lines are not on this device. */
  takeAgain(id: DataSetId): Promise<void>;
  /** Told of the file a data set was read from. */
  readFrom(id: DataSetId, file: File): void;
  /** Makes the notebook, when there is none, and applies the commands as one change. */
  place(placing: Placing): void;
}

/** A file that is new here, with its hash on the way. */
interface Newcomer extends Arrival {
  /** Starts once; the file is hashed while it is read unless its size makes it look like another. */
  hash(): Promise<string>;
}

function alreadyHere(file: File, asName: string | null): Problem {
  return {
    message: `${file.name} is already here.`,
    hint: asName
      ? `It counts once, as ${asName}; nothing was added. How it is read can be changed now, in its import ledger.`
      : "It was dropped twice and counts once.",
  };
}

/**
 * Brings the files of a drop in as one: looked at, planned and asked about together, read one after the other, and placed
 * as one change. Those that fail or are cancelled leave nothing behind and the others go on.
 */
export function createImportFiles({
  context,
  tables,
  incoming,
  atHand,
  planner,
  place,
  takeAgain,
  readFrom,
}: ImportsSpec) {
  const { ports, store } = context;
  const known = (): readonly DataSet[] => store.get().notebook?.dataSets ?? [];

  function newcomer({ id, file }: Arrival): Newcomer {
    let hashing: Promise<string> | null = null;
    return {
      id,
      file,
      hash() {
        hashing ??= ports.hashFile(file, { signal: incoming.signal(id) });
        hashing.catch(() => undefined); // told where it is awaited
        return hashing;
      },
    };
  }

  /** Leaves out files that are here already. Only files of the same size can be the same: no others are hashed for it. */
  async function sift(arrivals: readonly Arrival[]): Promise<Newcomer[]> {
    const newcomers = arrivals.map(newcomer);
    const sizes = [...known().map(({ fileBytes }) => fileBytes), ...arrivals.map(({ file }) => file.size)];
    const seen = new Set<string>();
    return attemptEach(incoming, newcomers, async (arrival) => {
      const { id, file } = arrival;
      if (sizes.filter((size) => size === file.size).length < 2) return arrival;
      const hash = await arrival.hash();
      const same = known().find(({ fileHash }) => fileHash === hash);
      if (same) atHand.hold(hash, { file: new File([file], same.fileName), guess: null });
      if (same && (await isMissing(same))) {
        incoming.remove(id);
        await takeAgain(same.id);
        return null;
      }
      if (same || seen.has(hash)) {
        incoming.change(id, { step: "known", problem: alreadyHere(file, same?.fileName ?? null) });
        return null;
      }
      seen.add(hash);
      return arrival;
    });
  }

  /** Leaves out new files while lines are lost that have to be here before them. */
  function afterLost(newcomers: readonly Newcomer[]): Promise<Newcomer[]> {
    return attemptEach(incoming, newcomers, async (newcomer) => {
      const refused = refusedForLost(newcomer.file.name, known(), store.get().lost);
      if (refused) throw refused;
      return newcomer;
    });
  }

  /** True when lines of a data set are not on this device, or are damaged there. */
  async function isMissing({ id, parts }: DataSet): Promise<boolean> {
    if (store.get().lost.some((lost) => lost.id === id)) return true;
    const here = new Set((await ports.storage.listParts()).map(({ hash }) => hash));
    return !parts.every((hash) => here.has(hash));
  }

  async function readOne(planned: Planned, arrival: Newcomer | undefined, preset: Preset | null): Promise<ReadSet> {
    const hashing = (arrival ?? newcomer(planned)).hash();
    const retry = () => {
      incoming.remove(planned.id);
      void importFiles([planned.file], preset);
    };
    const read = await readDataSet(context, tables, incoming, { planned, hashing, retry });
    atHand.hold(read.dataSet.fileHash, { file: planned.file, guess: planned.guess });
    readFrom(read.dataSet.id, planned.file);
    return read;
  }

  /** Says so before a file is read that may not fit; null when it is not to be read then. */
  async function askIfLarge(planned: Planned): Promise<Planned | null> {
    const { id, file, plan } = planned;
    if (file.size < LOOKED_AT_FROM) return planned;
    const { text } = await ports.openFile(file, plan, { signal: incoming.signal(id) });
    const need = await memoryNeed(await ports.engine(), text, plan, { signal: incoming.signal(id) });
    const warning = memoryWarning(file.name, file.size, need);
    if (warning === null) return planned;
    const goOn = await incoming.warn(id, warning);
    incoming.change(id, { step: "waiting", problem: null });
    if (!goOn) incoming.remove(id);
    return goOn ? planned : null;
  }

  /** What fails here leaves no tables either. */
  async function settle(read: ReadSet, dataSets: readonly DataSet[]): Promise<Settled | null> {
    try {
      return await settleOverlaps(context, tables, incoming, { read, dataSets });
    } catch (error) {
      await tables.discard(read.dataSet);
      throw error;
    }
  }

  /** A file can still be cancelled while another one is asked about. */
  async function withoutCancelled(settled: readonly Settled[]): Promise<readonly Settled[]> {
    const left = settled.filter(({ id }) => !incoming.signal(id).aborted);
    if (left.length === settled.length) return left;
    for (const { dataSet } of settled.filter((each) => !left.includes(each))) await tables.discard(dataSet);
    return withoutCancelled(left);
  }

  async function importFiles(files: readonly File[], preset: Preset | null = null): Promise<void> {
    const arrivals = files.map((file) => ({ file, id: incoming.add(file).id }));
    const newcomers = await afterLost(await sift(arrivals));
    const inspected = await attemptEach(incoming, newcomers, async (arrival) => {
      incoming.change(arrival.id, { step: "inspecting" });
      const guess = await planner.look(arrival);
      incoming.change(arrival.id, { guess, step: "waiting" });
      return { ...arrival, guess };
    });
    const present = known().flatMap((dataSet) => {
      const plan = planOf(dataSet);
      return plan ? [{ plan, fileName: dataSet.fileName }] : [];
    });
    const planned = await planner.planAll(inspected, present);
    const agreed = await attemptEach(incoming, planned, askIfLarge);
    const read = await attemptEach(incoming, agreed, (file) =>
      readOne(
        file,
        newcomers.find(({ id }) => id === file.id),
        preset,
      ),
    );
    let decided = known();
    const settled = await attemptEach(incoming, read, async (each) => {
      const done = await settle(each, decided);
      // Files of one drop may repeat each other, too.
      if (done) decided = [...withChanges(decided, done.changes), done.dataSet];
      return done;
    });
    const taken = await withoutCancelled(settled);
    const dataSets = taken.map(({ dataSet }) => dataSet);
    if (dataSets.length > 0) {
      const changes = taken.flatMap((each) => each.changes);
      place({
        label: dataSets.length === 1 ? "Add a data set" : "Add data sets",
        dataSets,
        columns: new Map(taken.map(({ dataSet, columns }) => [dataSet.id, columns])),
        commands: (notebook) => [
          ...dataSets.map(
            (dataSet, at): Command => ({ type: "insert-data-set", dataSet, index: notebook.dataSets.length + at }),
          ),
          ...changes,
        ],
        currency: taken.map(({ plan }) => plan.currency).find((code) => code !== null) ?? null,
        preset,
      });
    }
    for (const { id } of taken) incoming.remove(id);
  }

  return importFiles;
}
