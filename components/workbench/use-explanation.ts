"use client";

import { useMemo, useSyncExternalStore } from "react";
import { analysisCells } from "@/lib/notebook/asked-params";
import type { ExplainedSentence, Explanation } from "@/lib/notebook/explanation";
import type { Problem } from "@/lib/std/problem";
import { briefingOf, figuresKey } from "@/lib/workbench/brief-notebook";
import { dayFromNow } from "@/lib/workbench/day-from-now";
import { type ExplainState, initialExplainState } from "@/lib/workbench/explain-state";
import { type ExplainSubject, subjectKey } from "@/lib/workbench/explain-subject";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

const nothing = () => () => undefined;

/** A part of what the page knows of explanations. */
export function useExplainState<T>(select: (state: ExplainState) => T): T {
  const store = useWorkbenchHandle().workbench?.explainer.store;
  return useSyncExternalStore(
    store?.subscribe ?? nothing,
    () => select(store?.get() ?? initialExplainState),
    () => select(initialExplainState),
  );
}

interface ExplanationNow {
  kept: Explanation | null;
  /** Sentences that were verified so far; null while nothing is being written. */
  writing: readonly ExplainedSentence[] | null;
  problem: Problem | null;
}

/** The explanation of a subject: kept, being written, or why there is none. */
export function useExplanation(subject: ExplainSubject): ExplanationNow {
  const key = subjectKey(subject);
  const kept = useWorkbenchState((state) => state.notebook?.explanations[key] ?? null);
  const writing = useExplainState((state) => state.writing[key] ?? null);
  const problem = useExplainState((state) => state.problems[key] ?? null);
  return { kept, writing, problem };
}

/** True when every result is there and the figures are others than those an explanation was written from. */
export function useIsOld(subject: ExplainSubject, kept: Explanation | null): boolean {
  const notebook = useWorkbenchState((state) => state.notebook);
  const runs = useWorkbenchState((state) => state.runs);
  const facts = useWorkbenchState((state) => state.facts);
  const figures = kept?.figures ?? null;
  const today = dayFromNow(Date.now());
  return useMemo(() => {
    if (figures === null || !notebook || !facts) return false;
    const settled = analysisCells(notebook.cells).every(({ id }) =>
      /^(ok|error|cancelled)$/.test(runs[id]?.status ?? ""),
    );
    if (!settled) return false;
    try {
      return figuresKey(briefingOf({ notebook, runs, facts, today }, subject, true)) !== figures;
    } catch {
      // What cannot be briefed has other figures than it had: none.
      return true;
    }
  }, [figures, notebook, runs, facts, today, subject]);
}
