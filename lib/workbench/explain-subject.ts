import type { BriefingSpec } from "@/lib/explain/briefing";
import type { CellId } from "@/lib/notebook/ids";
import type { Notebook } from "@/lib/notebook/notebook";

/** What an explanation is of. */
export type ExplainSubject =
  | { kind: "notebook" }
  | { kind: "cell"; id: CellId }
  | { kind: "insight"; insightId: string };

/** The name a notebook keeps its explanation under. */
export function subjectKey(subject: ExplainSubject): string {
  if (subject.kind === "notebook") return "notebook";
  return subject.kind === "cell" ? `cell ${subject.id}` : `insight ${subject.insightId}`;
}

/** The subject as a briefing calls it: cells go by name there. */
export function briefedSubject(subject: ExplainSubject, { cells }: Pick<Notebook, "cells">): BriefingSpec["subject"] {
  if (subject.kind !== "cell") return subject;
  return { kind: "cell", name: cells.find(({ id }) => id === subject.id)?.name ?? "" };
}
