import type { ImportPlan } from "@/lib/ingest/plan";
import type { Context } from "./context";
import type { Incoming } from "./state";

/** The files on their way in: what the page shows of them, their questions and their cancel buttons. */
export interface IncomingFiles {
  add(file: File): Incoming;
  change(id: string, change: Partial<Incoming>): void;
  /** Leaves the list: read, or dismissed. */
  remove(id: string): void;
  /** Asks the person; resolves with the plan, or null when the file is cancelled. */
  ask(id: string): Promise<ImportPlan | null>;
  answer(id: string, plan: ImportPlan | null): void;
  signal(id: string): AbortSignal;
  cancel(id: string): void;
}

export function createIncoming({ ports, store }: Context): IncomingFiles {
  const aborts = new Map<string, AbortController>();
  const questions = new Map<string, (plan: ImportPlan | null) => void>();

  function change(id: string, part: Partial<Incoming>) {
    store.set((state) => ({
      ...state,
      incoming: state.incoming.map((file) => (file.id === id ? { ...file, ...part } : file)),
    }));
  }

  function answer(id: string, plan: ImportPlan | null) {
    const resolve = questions.get(id);
    questions.delete(id);
    resolve?.(plan);
  }

  return {
    add(file) {
      const incoming: Incoming = {
        id: ports.newId(),
        fileName: file.name,
        bytes: file.size,
        step: "waiting",
        guess: null,
        progress: null,
        problem: null,
      };
      aborts.set(incoming.id, new AbortController());
      store.set((state) => ({ ...state, incoming: [...state.incoming, incoming] }));
      return incoming;
    },
    change,
    remove(id) {
      aborts.delete(id);
      store.set((state) => ({ ...state, incoming: state.incoming.filter((file) => file.id !== id) }));
    },
    ask(id) {
      change(id, { step: "asking" });
      return new Promise((resolve) => questions.set(id, resolve));
    },
    answer,
    signal: (id) => aborts.get(id)?.signal ?? AbortSignal.abort(),
    cancel(id) {
      aborts.get(id)?.abort();
      answer(id, null);
    },
  };
}
