import type { Notebook } from "@/lib/notebook/notebook";
import type { Context } from "./context";
import { type Questions, questionsOf } from "./questions";

/** What the open notebook asks now; worked out once for every state of it. */
export function createQuestionsNow({ ports, store }: Pick<Context, "ports" | "store">): () => Questions {
  let known: { notebook: Notebook; questions: Questions } | null = null;
  return () => {
    const { notebook } = store.get();
    if (!notebook) return new Map();
    if (known?.notebook !== notebook) known = { notebook, questions: questionsOf(notebook, ports) };
    return known.questions;
  };
}
