import { headerSignature } from "@/lib/ingest/header";
import { inspectFile } from "@/lib/ingest/inspect-file";
import type { Guess, ImportPlan } from "@/lib/ingest/plan";
import { readFile } from "@/lib/ingest/read-file";
import type { Command } from "@/lib/notebook/command";
import type { DataSetId } from "@/lib/notebook/ids";
import type { DataSet, Notebook } from "@/lib/notebook/notebook";
import { type Problem, toProblem } from "@/lib/std/problem";
import { isAbort } from "@/lib/std/room-error";
import type { Context } from "./context";
import type { DataTables, Reread } from "./data-tables";
import type { IncomingFiles } from "./incoming";
import { hashOf } from "./result-key";

/** What is known of the files beforehand, for our own sample. */
export interface Preset {
  title: string;
  locale: string;
  currency: string;
}

interface ReadFile {
  dataSet: DataSet;
  plan: ImportPlan;
}

/** What is known when a file's turn comes: how it was read before, and the files of the same drop that are in. */
interface Before {
  guess: Guess | null;
  files: readonly File[];
  hashes: ReadonlySet<string>;
}

function alreadyHereProblem(file: File): Problem {
  return {
    message: `${file.name} is already here.`,
    hint: "It was read before and counts once. Nothing was added.",
  };
}

export interface Imports {
  /** Brings files in; those that cannot be taken say so and the others go on. */
  importFiles(files: readonly File[], preset?: Preset): Promise<void>;
  /** Opens the questions of a file that was read in this visit, filled in as it was read. */
  changeReading(id: DataSetId): void;
  /** True while the file of a data set is still at hand. */
  canChange(id: DataSetId): boolean;
  /** Reads the file of a data set into the engine once more; false when it is no longer at hand. */
  reread: Reread;
}

/** Data sets that were read and how they enter the notebook. */
export interface Placing {
  label: string;
  dataSets: readonly DataSet[];
  commands(notebook: Notebook): Command[];
  currency: string | null;
  preset: Preset | null;
}

export interface ImportsSpec {
  context: Context;
  tables: DataTables;
  incoming: IncomingFiles;
  /** Makes the notebook, when there is none, and applies the commands as one change. */
  place(placing: Placing): void;
}

export function createImports({ context, tables, incoming, place }: ImportsSpec): Imports {
  const { ports, store, jobs } = context;
  const atHand = new Map<DataSetId, { file: File; guess: Guess }>();

  function alreadyHere(hash: string): DataSet | undefined {
    return store.get().notebook?.dataSets.find((dataSet) => dataSet.fileHash === hash);
  }

  async function planFor(
    id: string,
    file: File,
    known: Guess | null,
  ): Promise<{ guess: Guess; plan: ImportPlan } | null> {
    incoming.change(id, { step: "inspecting" });
    const guess = known ?? (await inspectFile(file, { signal: incoming.signal(id) }));
    incoming.change(id, { guess });
    if (!known && guess.questions.length === 0) return { guess, plan: guess.plan };
    const plan = await incoming.ask(id);
    return plan ? { guess: { ...guess, plan, questions: [] }, plan } : null;
  }

  async function read(id: string, file: File, plan: ImportPlan, hashing: Promise<string>): Promise<ReadFile> {
    const signal = incoming.signal(id);
    const dataSetId = ports.newId().replaceAll("-", "") as DataSetId;
    incoming.change(id, { step: "reading" });
    const engine = await ports.engine();
    const done = await jobs.run(`Read ${file.name}`, (job) =>
      readFile(engine, file, plan, {
        id: dataSetId,
        signal,
        onProgress: (progress) => {
          incoming.change(id, { progress });
          job.progress(progress.totalBytes > 0 ? progress.doneBytes / progress.totalBytes : null);
        },
      }),
    );
    tables.adopt({ id: dataSetId, kind: plan.kind });
    const fileHash = await hashing;
    const dataSet: DataSet = {
      id: dataSetId,
      kind: plan.kind,
      fileName: file.name,
      fileHash,
      fileBytes: file.size,
      plan: { ...plan },
      signature: headerSignature(plan.columns),
      unmatched: [],
      replaced: null,
      readAs: done.readAs,
      ledger: done.ledger,
      dataHash: hashOf({ fileHash, plan }),
      parts: [],
      setAsideParts: [],
      firstDay: done.firstDay,
      lastDay: done.lastDay,
      importedAt: ports.clock.now(),
    };
    return { dataSet, plan };
  }

  function sameSize(file: File, others: readonly File[]): boolean {
    const known = store.get().notebook?.dataSets ?? [];
    return [...known.map(({ fileBytes }) => fileBytes), ...others.map(({ size }) => size)].includes(file.size);
  }

  /** One file from the door to its tables; null when it was cancelled or could not be taken. */
  async function takeIn(id: string, file: File, before: Before): Promise<ReadFile | null> {
    const signal = incoming.signal(id);
    try {
      const hashing = ports.hashFile(file, { signal });
      hashing.catch(() => undefined); // told where it is awaited
      const planned = await planFor(id, file, before.guess);
      if (!planned) {
        incoming.remove(id);
        return null;
      }
      // Only a file of the same size can be the same file: all others are read while they are hashed.
      if (before.guess === null && sameSize(file, before.files)) {
        const hash = await hashing;
        if (alreadyHere(hash) || before.hashes.has(hash)) {
          incoming.change(id, { step: "failed", problem: alreadyHereProblem(file) });
          return null;
        }
      }
      const done = await read(id, file, planned.plan, hashing);
      atHand.set(done.dataSet.id, { file, guess: planned.guess });
      return done;
    } catch (error) {
      if (isAbort(error)) incoming.remove(id);
      else incoming.change(id, { step: "failed", problem: toProblem(error) });
      return null;
    }
  }

  return {
    async importFiles(files, preset) {
      const entries = files.map((file) => ({ file, id: incoming.add(file).id }));
      const done: { id: string; file: File; read: ReadFile }[] = [];
      for (const { file, id } of entries) {
        const before: Before = {
          guess: null,
          files: done.map(({ file: other }) => other),
          hashes: new Set(done.map(({ read }) => read.dataSet.fileHash)),
        };
        const read = await takeIn(id, file, before);
        if (read) done.push({ id, file, read });
      }
      const dataSets = done.map(({ read }) => read.dataSet);
      if (dataSets.length > 0) {
        const currency = done.map(({ read }) => read.plan.currency).find((code) => code !== null) ?? null;
        place({
          label: dataSets.length === 1 ? "Add a data set" : "Add data sets",
          dataSets,
          commands: (notebook) =>
            dataSets.map((dataSet, at) => ({
              type: "insert-data-set",
              dataSet,
              index: notebook.dataSets.length + at,
            })),
          currency,
          preset: preset ?? null,
        });
      }
      for (const { id } of done) incoming.remove(id);
    },
    async changeReading(id) {
      const before = store.get().notebook?.dataSets.find((dataSet) => dataSet.id === id);
      const held = atHand.get(id);
      if (!before || !held) return;
      const entry = incoming.add(held.file);
      const done = await takeIn(entry.id, held.file, { guess: held.guess, files: [], hashes: new Set() });
      if (!done) return;
      place({
        label: "Read a file another way",
        dataSets: [done.dataSet],
        commands: (notebook) => [
          { type: "remove-data-set", id },
          {
            type: "insert-data-set",
            dataSet: done.dataSet,
            index: notebook.dataSets.findIndex((dataSet) => dataSet.id === id),
          },
        ],
        currency: done.plan.currency,
        preset: null,
      });
      incoming.remove(entry.id);
    },
    canChange: (id) => atHand.has(id),
    async reread(engine, { id }) {
      const held = atHand.get(id);
      if (!held) return false;
      await readFile(engine, held.file, held.guess.plan, { id });
      return true;
    },
  };
}
