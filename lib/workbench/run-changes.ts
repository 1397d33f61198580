import { toProblem } from "@/lib/std/problem";
import { isAbort } from "@/lib/std/room-error";
import type { Answered } from "./answers";
import type { CellRun } from "./state";

/** A cell is being computed. */
export function begun(key: string, startedAt: number): Partial<CellRun> {
  return { status: "running", triedKey: key, startedAt, problem: null, reason: null };
}

/** A cell shows what it asks. */
export function settled(key: string, { result, comparison, cached }: Answered): Partial<CellRun> {
  const { computedAt: ranAt, durationMs } = result.provenance;
  const answered = { result, comparison, cached, resultKey: key, triedKey: key, ranAt, durationMs };
  return { status: "ok", ...answered, startedAt: null, problem: null, reason: null };
}

/** A cell came to no result: it failed, a person cancelled it, or something newer takes its place. */
export function unsettled(key: string, error: unknown, overtaken: boolean): Partial<CellRun> {
  const ended = { startedAt: null, triedKey: key, reason: null };
  if (!isAbort(error)) return { ...ended, status: "error", problem: toProblem(error) };
  return overtaken ? { startedAt: null } : { ...ended, status: "cancelled" };
}
