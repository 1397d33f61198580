import type { ImportPlan } from "@/lib/ingest/plan";
import { readLike, sameColumns } from "@/lib/ingest/same-reading";

/** True when what was answered for one file holds for the other: both have a header, and it is the same. */
export function sameHeader(a: ImportPlan, b: ImportPlan): boolean {
  return a.layout.headerRow !== null && b.layout.headerRow !== null && sameColumns(a.columns, b.columns);
}

/** The plan of a file as it was answered for another with the same header; where its text stands is its own. */
export function copyAnswer(plan: ImportPlan, answer: ImportPlan): ImportPlan {
  return { ...readLike(plan, answer), dateOrder: answer.dateOrder };
}
