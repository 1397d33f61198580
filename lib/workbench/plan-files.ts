import { inspectFile } from "@/lib/ingest/inspect-file";
import type { OpenChoice } from "@/lib/ingest/open-file";
import type { Guess, ImportPlan } from "@/lib/ingest/plan";
import { planTogether } from "@/lib/ingest/plan-together";
import { toProblem } from "@/lib/std/problem";
import { isAbort } from "@/lib/std/room-error";
import type { Arrival } from "./arrivals";
import type { Context } from "./context";
import { copyAnswer, sameHeader } from "./copy-answer";
import type { IncomingFiles } from "./incoming";
import { rememberedPlan, rememberPlan } from "./remembered-plans";

/** What a person may decide before the columns are known. */
export interface LookChoice extends OpenChoice {
  /** The row of the names of columns; null for none, undefined lets the file decide. */
  headerRow?: number | null | undefined;
}

/** A file that was looked at. */
export interface Inspected extends Arrival {
  guess: Guess;
}

/** A file whose reading is decided. */
export interface Planned extends Inspected {
  plan: ImportPlan;
}

/** A file of the notebook that may give others what they lack. */
export interface Present {
  plan: ImportPlan;
  fileName: string;
}

export interface FilePlanner {
  /** Looks at the first lines. Throws IngestError. */
  look(arrival: Arrival, choice?: LookChoice): Promise<Guess>;
  /** Decides how files are read, all at once; asks where nothing decides. Cancelled ones are left out. */
  planAll(inspected: readonly Inspected[], present: readonly Present[]): Promise<Planned[]>;
  /** Looks at a file that waits for answers with another choice; a problem is shown where it was asked. */
  lookAgain(id: string, choice: LookChoice): Promise<void>;
  /** Asks about a file whatever is known of it; null when it is cancelled. */
  askAgain(inspected: Inspected): Promise<Planned | null>;
}

export function createFilePlanner({ ports, store }: Context, incoming: IncomingFiles): FilePlanner {
  /** Answers that cannot be kept are no harm now: the next file asks again. */
  function keep(plan: ImportPlan) {
    rememberPlan(ports.storage, plan).catch((error: unknown) => {
      store.set((state) => ({ ...state, storageProblem: state.storageProblem ?? toProblem(error) }));
    });
  }

  async function look({ id, file }: Arrival, choice?: LookChoice): Promise<Guess> {
    const signal = incoming.signal(id);
    signal.throwIfAborted();
    return inspectFile(file, {
      signal,
      openFile: ports.openFile,
      walks: ports.walks,
      choice,
      remembered: (signature) => rememberedPlan(ports.storage, signature),
    });
  }

  /** Asks once for files with the same header; gives those that were answered. */
  async function askGroup(group: readonly Inspected[]): Promise<Planned[]> {
    const [first, ...others] = group;
    if (!first) return [];
    incoming.change(first.id, { guess: first.guess, also: others.map(({ file }) => file.name) });
    const plan = await incoming.ask(first.id);
    if (!plan) {
      for (const { id } of group) incoming.remove(id);
      return [];
    }
    keep(plan);
    // It may have been looked at once more, with another sheet or header.
    const guess = store.get().incoming.find(({ id }) => id === first.id)?.guess ?? first.guess;
    const alike = others.filter((other) => sameHeader(other.guess.plan, plan));
    return [
      { ...first, guess, plan },
      ...alike.map((other) => ({ ...other, plan: copyAnswer(other.guess.plan, plan) })),
    ];
  }

  return {
    look,
    async lookAgain(id, choice) {
      const file = incoming.fileOf(id);
      if (!file) return;
      try {
        incoming.change(id, { guess: await look({ id, file }, choice), problem: null });
      } catch (error) {
        if (!isAbort(error)) incoming.change(id, { problem: toProblem(error) });
      }
    },
    async planAll(inspected, present) {
      const answers = new Map<string, Planned>();
      let left = [...inspected];
      for (;;) {
        const here = new Set(store.get().incoming.map(({ id }) => id));
        left = left.filter(({ id }) => here.has(id));
        const together = planTogether(left.map((file) => answers.get(file.id) ?? file).map(asAnswered), present);
        const seen = left.map((file, at) => ({ ...file, guess: together[at] ?? file.guess }));
        const open = seen.filter(({ id, guess }) => guess.questions.length > 0 && !answers.has(id));
        if (open.length === 0) return seen.map((file) => answers.get(file.id) ?? { ...file, plan: file.guess.plan });
        const groups = groupsOf(open);
        for (const planned of (await Promise.all(groups.map(askGroup))).flat()) answers.set(planned.id, planned);
      }
    },
    askAgain: async (inspected) => (await askGroup([inspected]))[0] ?? null,
  };
}

/** A guess with what was answered in the place of what was guessed. */
function asAnswered(file: Inspected | Planned): { guess: Guess } {
  return "plan" in file ? { guess: { ...file.guess, plan: file.plan, questions: [] } } : { guess: file.guess };
}

/** Files with the same header together, in the order of the drop. */
function groupsOf(files: readonly Inspected[]): Inspected[][] {
  const groups: Inspected[][] = [];
  for (const file of files) {
    const group = groups.find(([first]) => first && sameHeader(first.guess.plan, file.guess.plan));
    if (group) group.push(file);
    else groups.push([file]);
  }
  return groups;
}
