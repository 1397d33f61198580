import type { CellId } from "@/lib/notebook/ids";
import { neverRun } from "./context";
import type { Questions } from "./questions";
import type { CellRun } from "./state";

/**
 * Cells whose computing is not done, with the key of what they ask: a person stopped it, or a query somebody wrote still
 * runs. After a reload these wait for a person, for one of them may never end.
 */
export function leftOpen(questions: Questions, runs: Readonly<Record<CellId, CellRun>>): Record<CellId, string> {
  const open = [...questions.values()].filter(({ cell, key }) => {
    const { status, triedKey } = runs[cell.id] ?? neverRun;
    return status === "cancelled" ? triedKey === key : status === "running" && cell.kind !== "analysis";
  });
  return Object.fromEntries(open.map(({ cell, key }) => [cell.id, key]));
}
