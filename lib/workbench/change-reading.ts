import { profile } from "@/lib/analyses/profile";
import type { Engine } from "@/lib/engine/engine";
import type { Guess, ImportPlan } from "@/lib/ingest/plan";
import { readFile } from "@/lib/ingest/read-file";
import { analysisCells } from "@/lib/notebook/asked-params";
import type { Command } from "@/lib/notebook/command";
import type { CellId, DataSetId } from "@/lib/notebook/ids";
import type { DataSet, Notebook } from "@/lib/notebook/notebook";
import { type Arrival, attempt } from "./arrivals";
import { copyAnswer, sameHeader } from "./copy-answer";
import type { Reread } from "./data-tables";
import type { ImportsSpec } from "./import-files";
import { knownColumns } from "./known-columns";
import { planOf } from "./plan-of";
import { questionCells, untouchedQuestions } from "./question-cells";
import { givenTo, type ReadSet, readDataSet } from "./read-data-set";
import { changedPlan, type ReadingChange } from "./reading-change";
import type { KnownColumn } from "./telling-columns";

export interface ChangeReading {
  /** Opens the questions of a file at hand, filled in as it was read. */
  changeReading(id: DataSetId): Promise<void>;
  /** Reads a file at hand once more with a change, as one change of the notebook. */
  changeRule(id: DataSetId, change: ReadingChange): Promise<void>;
  /** Reads a file at hand once more as it was read: its lines were not on this device. */
  takeAgain(id: DataSetId): Promise<void>;
  /** Reads a data set from a file that was saved anew, as it was read before; gives what it became, null where nothing. */
  takeNew(id: DataSetId, file: File): Promise<DataSetId | null>;
  /** True while the file of a data set is at hand. */
  canChange(id: DataSetId): boolean;
  /** Reads the file of a data set into the engine once more; false when it is not at hand. */
  reread: Reread;
}

/** A data set and the file it is to be read from. */
interface Found {
  before: DataSet;
  file: File;
  guess: Guess | null;
}

/** A file and what was known of its columns. */
interface Known {
  dataSet: DataSet;
  columns: readonly KnownColumn[];
}

/** Takes the profile away of a file that is no ordinary table any more. */
function profilesOf({ kind, fileName }: DataSet, { cells }: Notebook): Command[] {
  if (kind !== "table") return [];
  const own = analysisCells(cells).filter(
    ({ analysis, params }) => analysis === profile.name && params.table === fileName,
  );
  return own.map(({ id }) => ({ type: "remove-cell", id }));
}

/** Asks the table as it is read now what nobody changed since it was asked of it as it was read before. */
function questionsAnew(notebook: Notebook, before: Known, now: Known, newId: () => string): Command[] {
  const old = untouchedQuestions({ notebook, ...before });
  const gone = new Set<CellId>(old.map(({ id }) => id));
  const first = notebook.cells.findIndex(({ id }) => gone.has(id));
  const cells = notebook.cells.filter(({ id }) => !gone.has(id));
  const dataSets = notebook.dataSets.map((other) => (other.id === before.dataSet.id ? now.dataSet : other));
  const made = first < 0 ? [] : questionCells({ notebook: { cells, dataSets }, ...now }, newId);
  return [
    ...old.map(({ id }): Command => ({ type: "remove-cell", id })),
    ...made.map((cell, at): Command => ({ type: "insert-cell", cell, index: first + at })),
  ];
}

/** Reading a file that is in the notebook another way. */
export function createChangeReading(spec: ImportsSpec): ChangeReading {
  const { context, tables, incoming, atHand, planner, place } = spec;
  const { ports, store } = context;

  const dataSetOf = (id: DataSetId) => store.get().notebook?.dataSets.find((dataSet) => dataSet.id === id);

  function found(id: DataSetId): Found | null {
    const before = dataSetOf(id);
    const held = before && atHand.get(before.fileHash);
    return before && held ? { before, ...held } : null;
  }

  async function readAgain(
    { before }: Found,
    arrival: Arrival,
    guess: Guess,
    { plan, hashing }: { plan: ImportPlan; hashing: Promise<string> },
  ): Promise<ReadSet> {
    const retry = () => {
      incoming.remove(arrival.id);
      void again(found(before.id), async () => plan);
    };
    const read = await readDataSet(context, tables, incoming, { planned: { ...arrival, guess, plan }, hashing, retry });
    return { ...read, dataSet: { ...read.dataSet, fileName: before.fileName, replaced: before.replaced } };
  }

  function putInPlace({ dataSet: before, columns: known }: Known, { dataSet, columns, plan }: ReadSet) {
    place({
      label: "Read a file another way",
      dataSets: [dataSet],
      columns: new Map([[dataSet.id, columns]]),
      commands: (notebook) => [
        { type: "remove-data-set", id: before.id },
        {
          type: "insert-data-set",
          dataSet,
          index: notebook.dataSets.findIndex((other) => other.id === before.id),
        },
        ...(dataSet.kind === "table" ? [] : profilesOf(before, notebook)),
        ...questionsAnew(notebook, { dataSet: before, columns: known }, { dataSet, columns }, ports.newId),
      ],
      currency: plan.currency,
      preset: null,
    });
  }

  /** `decide` gives how the file is read, null when it is not. */
  async function again(
    at: Found | null,
    decide: (arrival: Arrival, guess: Guess) => Promise<ImportPlan | null>,
    hashing?: Promise<string>,
  ): Promise<ReadSet | null> {
    if (!at) return null;
    const { before, file } = at;
    const arrival = { id: incoming.add(file).id, file };
    const read = await attempt(incoming, arrival, async () => {
      const guess = at.guess ?? (await planner.look(arrival));
      const plan = await decide(arrival, guess);
      if (!plan) return null;
      const columns = await knownColumns(await ports.engine(), before, { signal: incoming.signal(arrival.id) });
      const how = { plan, hashing: hashing ?? Promise.resolve(before.fileHash) };
      return { now: await readAgain(at, arrival, guess, how), columns };
    });
    if (!read) return null;
    putInPlace({ dataSet: before, columns: read.columns }, read.now);
    incoming.remove(arrival.id);
    return read.now;
  }

  /** Reads a file at hand another way than it was read. */
  async function anotherWay(id: DataSetId, decide: (arrival: Arrival, guess: Guess) => Promise<ImportPlan | null>) {
    const at = found(id);
    const plan = at && planOf(at.before);
    await again(at, (arrival, guess) => decide(arrival, { ...guess, plan: plan ?? guess.plan, questions: [] }));
  }

  /** As the file was read before where its header is the same; else a person is asked. */
  async function likeBefore(before: DataSet, arrival: Arrival, guess: Guess): Promise<ImportPlan | null> {
    const known = planOf(before);
    if (known && sameHeader(guess.plan, known)) return copyAnswer(guess.plan, known);
    return (await planner.askAgain({ ...arrival, guess }))?.plan ?? null;
  }

  return {
    changeReading: (id) =>
      anotherWay(id, async (arrival, guess) => (await planner.askAgain({ ...arrival, guess }))?.plan ?? null),
    changeRule: (id, change) => anotherWay(id, async (_, guess) => changedPlan(guess.plan, change)),
    takeAgain: (id) => anotherWay(id, async (_, guess) => guess.plan),
    async takeNew(id, file) {
      const before = dataSetOf(id);
      if (!before) return null;
      const at = { before, file, guess: null };
      const hashing = ports.hashFile(file);
      const read = await again(at, (arrival, guess) => likeBefore(before, arrival, guess), hashing);
      if (read) atHand.hold(read.dataSet.fileHash, { file, guess: read.guess });
      return read?.dataSet.id ?? null;
    },
    canChange: (id) => found(id) !== null,
    async reread(engine: Engine, dataSet: DataSet) {
      const held = atHand.get(dataSet.fileHash);
      const plan = planOf(dataSet) ?? held?.guess?.plan;
      if (!held || !plan) return false;
      const { openFile, walks } = ports;
      await readFile(engine, held.file, plan, { id: dataSet.id, openFile, walks, given: givenTo(plan) });
      return true;
    },
  };
}
