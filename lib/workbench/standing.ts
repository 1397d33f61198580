import type { CellId } from "@/lib/notebook/ids";
import { neverRun } from "./context";
import type { Question, Questions } from "./questions";
import type { CellRun, CellStatus } from "./state";

interface Situation {
  questions: Questions;
  runs: Readonly<Record<CellId, CellRun>>;
  /** False: what is not of now is marked, and waits for a person. */
  autoRun: boolean;
  /** Cells that wait for their turn. */
  waiting: ReadonlySet<CellId>;
  running: { id: CellId; key: string } | null;
  /** True when a cell shows what it asks now. */
  isCurrent(question: Question, run: CellRun): boolean;
}

/** Where every cell stands. */
export interface Standing {
  /** What is to be said of cells that stand otherwise than is said now. */
  changes: ReadonlyMap<CellId, Partial<CellRun>>;
  /** Cells to be computed now, in order. */
  wanted: readonly CellId[];
  /** True when what runs is not what its cell asks any more. */
  overtaken: boolean;
}

type Said = Pick<CellRun, "status"> & Partial<CellRun>;

const FAILED: ReadonlySet<CellStatus> = new Set(["error", "blocked", "cancelled"]);

/** Where every cell stands after a change, at once and to the last that hangs on it. Pure. */
export function standing({ questions, runs, autoRun, waiting, running, isCurrent }: Situation): Standing {
  const changes = new Map<CellId, Partial<CellRun>>();
  const wanted: CellId[] = [];
  const now = new Map<CellId, CellStatus>();
  let overtaken = false;

  function stand(question: Question, run: CellRun): Said | "wanted" {
    const { cell, key, reads, held, problem } = question;
    const idle = { startedAt: null, problem: null };
    if (running?.id === cell.id) {
      if (running.key === key) return { status: "running" };
      overtaken = true;
    }
    if (problem) return { ...idle, status: "error", problem, reason: null };
    if (waiting.has(cell.id)) return { status: "queued" };
    const tried = run.triedKey === key;
    if (tried && run.status === "cancelled") return { status: run.status };
    if (isCurrent(question, run)) return { ...idle, status: "ok", reason: null };
    if (tried && run.status === "error") return { status: run.status };
    const failed = reads.find(({ id }) => FAILED.has(now.get(id) ?? "ok"));
    if (failed) return { ...idle, status: "blocked", reason: `blocked by ${failed.title}` };
    if (held) return { ...idle, status: held === "edited" && run.result ? "edited" : "never-run", reason: null };
    const behind = run.result ? "stale" : "never-run";
    const open = reads.find(({ id }) => now.get(id) !== "ok");
    if (open) return { ...idle, status: behind, reason: run.result ? `${open.title} changed` : null };
    if (autoRun) return "wanted";
    return { ...idle, status: behind, reason: run.result ? "what it asks changed" : null };
  }

  for (const question of questions.values()) {
    const { id } = question.cell;
    const run = runs[id] ?? neverRun;
    const said = stand(question, run);
    if (said === "wanted") wanted.push(id);
    const next = said === "wanted" ? { status: "queued" as const } : said;
    now.set(id, next.status);
    const differs = Object.entries(next).some(([name, value]) => run[name as keyof CellRun] !== value);
    if (said !== "wanted" && differs) changes.set(id, next);
  }
  return { changes, wanted, overtaken };
}
