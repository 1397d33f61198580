import type { ImportPlan } from "@/lib/ingest/plan";
import type { Problem } from "@/lib/std/problem";
import type { Context } from "./context";
import type { Incoming, IncomingStep, OverlapAnswer, OverlapQuestion } from "./state";

/** The files on their way in: what the page shows of them, their questions and their cancel buttons. */
export interface IncomingFiles {
  add(file: File): Incoming;
  change(id: string, change: Partial<Incoming>): void;
  /** Leaves the list: read, or dismissed. */
  remove(id: string): void;
  /** Asks how a file is read; resolves with the plan, or null when the file is cancelled. */
  ask(id: string): Promise<ImportPlan | null>;
  answer(id: string, plan: ImportPlan | null): void;
  /** Asks what to do with lines that are here already. */
  askOverlap(id: string, question: OverlapQuestion): Promise<OverlapAnswer>;
  answerOverlap(id: string, answer: OverlapAnswer): void;
  /** Says what to expect of a file before it is read; resolves with true to go on. */
  warn(id: string, problem: Problem): Promise<boolean>;
  answerWarning(id: string, goOn: boolean): void;
  /** The file itself while it is on its way. */
  fileOf(id: string): File | undefined;
  /** Aborted once the file is cancelled, and for files that are not on the list. */
  signal(id: string): AbortSignal;
  /** Takes a file off the list at once, whatever the work on it still has to clear away. */
  cancel(id: string): void;
  /** Another page is opened: what is on its way is cancelled, and stays on the list with a word of it. */
  turnAway(): void;
}

/** Steps after which nothing is done with a file any more. */
const ENDED: ReadonlySet<IncomingStep> = new Set(["known", "failed", "cancelled"]);

function turnedAway(fileName: string): Problem {
  return {
    message: `${fileName} was not added: another page was opened while it was on its way.`,
    hint: "Go back to where it belongs and drop it there again.",
  };
}

/** Questions of one sort, by file; a question that was answered is forgotten. */
function createQuestions<T>() {
  const open = new Map<string, (answer: T) => void>();
  return {
    ask: (id: string) => new Promise<T>((resolve) => open.set(id, resolve)),
    answer(id: string, answer: T) {
      const resolve = open.get(id);
      open.delete(id);
      resolve?.(answer);
    },
  };
}

export function createIncoming({ ports, store }: Context): IncomingFiles {
  const arriving = new Map<string, { file: File; abort: AbortController }>();
  const plans = createQuestions<ImportPlan | null>();
  const overlaps = createQuestions<OverlapAnswer>();
  const warnings = createQuestions<boolean>();

  function change(id: string, part: Partial<Incoming>) {
    store.set((state) => ({
      ...state,
      incoming: state.incoming.map((file) => (file.id === id ? { ...file, ...part } : file)),
    }));
  }

  function remove(id: string) {
    arriving.delete(id);
    store.set((state) => ({ ...state, incoming: state.incoming.filter((file) => file.id !== id) }));
  }

  function add(file: File): Incoming {
    const incoming: Incoming = {
      id: ports.newId(),
      fileName: file.name,
      bytes: file.size,
      step: "waiting",
      guess: null,
      also: [],
      overlap: null,
      progress: null,
      problem: null,
    };
    arriving.set(incoming.id, { file, abort: new AbortController() });
    store.set((state) => ({ ...state, incoming: [...state.incoming, incoming] }));
    return incoming;
  }

  function cancel(id: string) {
    arriving.get(id)?.abort.abort();
    plans.answer(id, null);
    overlaps.answer(id, "cancel");
    warnings.answer(id, false);
    change(id, { step: "cancelled" });
    remove(id);
  }

  return {
    add,
    change,
    remove,
    async ask(id) {
      if (!arriving.has(id)) return null;
      change(id, { step: "asking" });
      return plans.ask(id);
    },
    answer: plans.answer,
    async askOverlap(id, overlap) {
      if (!arriving.has(id)) return "cancel";
      change(id, { step: "overlapping", overlap });
      return overlaps.ask(id);
    },
    answerOverlap: overlaps.answer,
    async warn(id, problem) {
      if (!arriving.has(id)) return false;
      change(id, { step: "warned", problem });
      return warnings.ask(id);
    },
    answerWarning: warnings.answer,
    fileOf: (id) => arriving.get(id)?.file,
    signal: (id) => arriving.get(id)?.abort.signal ?? AbortSignal.abort(),
    cancel,
    turnAway() {
      for (const { id, step } of store.get().incoming) {
        const file = arriving.get(id)?.file;
        if (!file || ENDED.has(step)) continue;
        cancel(id);
        change(add(file).id, { step: "failed", problem: turnedAway(file.name) });
      }
    },
  };
}
