import { expect } from "vitest";
import { graphOf } from "@/lib/notebook/graph";
import type { CellId, NotebookId } from "@/lib/notebook/ids";
import type { Cell, Notebook, SqlCell } from "@/lib/notebook/notebook";
import type { Storage } from "@/lib/storage/storage";
import { neverRun } from "../context";
import type { CellStatus } from "../state";
import type { Workbench } from "../workbench";
import { openOver } from "./open-workbench";
import { openSumEngine, type SumEngine, sumOf } from "./sum-engine";

/** What a person sees of the document, and the states before and after it: all the model knows. */
export interface Seen {
  cells: readonly { name: string; sql: string }[];
  input: number;
  autoRun: boolean;
}
export interface Model {
  now: Seen;
  past: Seen[];
  future: Seen[];
}

/** What the model is held against. */
export interface Real {
  storage: Storage;
  engine: SumEngine;
  workbench: Workbench;
}

/** The workbench over what the storage holds, with an engine that has computed nothing. */
export async function opened(storage: Storage): Promise<Real> {
  const engine = openSumEngine();
  return { storage, engine, workbench: await openOver(engine, storage) };
}

/** The one value queries can take. */
export const INPUT: Cell = {
  id: "input-x" as CellId,
  kind: "input",
  input: "number",
  name: "x",
  title: "X",
  value: 1,
  collapsed: false,
};

/** The notebook every sequence begins with. */
export const EMPTY: Notebook = {
  id: "notebook" as NotebookId,
  title: "Sums",
  locale: "en-GB",
  currency: null,
  dataSets: [],
  cells: [INPUT],
  insightStates: {},
  explanations: {},
  autoRun: true,
  createdAt: 0,
};

const notebookOf = ({ workbench }: Real): Notebook => workbench.store.get().notebook ?? EMPTY;
export const queries = (real: Real): SqlCell[] => notebookOf(real).cells.filter((cell) => cell.kind === "sql");
export const runOf = ({ workbench }: Real, { id }: Cell) => workbench.store.get().runs[id] ?? neverRun;

function seenOf(real: Real): Seen {
  const { cells, autoRun } = notebookOf(real);
  const input = cells.find(({ kind }) => kind === "input");
  return {
    cells: queries(real).map(({ name, sql }) => ({ name, sql })),
    input: input?.kind === "input" ? Number(input.value) : 0,
    autoRun,
  };
}

/** What a cell comes to: its sum, or that it cannot be computed. */
export function oracle({ cells, input }: Seen, name: string, above: readonly string[] = []): number | "wrong" {
  const cell = cells.find((other) => other.name === name);
  const sum = cell ? sumOf(cell.sql) : null;
  if (!sum || above.includes(name)) return "wrong";
  const read = sum.reads.map((other) => oracle({ cells, input, autoRun: true }, other, [...above, name]));
  if (read.includes("wrong")) return "wrong";
  return read.reduce<number>((total, part) => total + Number(part), sum.own + sum.params.length * input);
}

/** What must hold at every moment a person can look. */
export function check(real: Real, model: Model) {
  expect(seenOf(real)).toEqual(model.now);
  const status = new Map<string, CellStatus>(queries(real).map((cell) => [cell.name, runOf(real, cell).status]));
  const { reads } = graphOf(notebookOf(real).cells);
  for (const cell of queries(real)) {
    const { status: own, result, problem } = runOf(real, cell);
    const above = (reads.get(cell.id) ?? []).map(({ name }) => status.get(name));
    if (own === "ok") {
      expect(result?.rows).toEqual([{ n: oracle(model.now, cell.name) }]);
      // What it reads may be computed once more without being another question.
      expect(above.every((each) => each === "ok" || each === "queued" || each === "running")).toBe(true);
    }
    if (own === "edited") expect(cell.ran?.sql).not.toBe(cell.sql);
    if (own === "never-run") expect(result).toBeNull();
    if (own === "stale") expect(!model.now.autoRun || above.some((each) => each !== "ok")).toBe(true);
    if (own === "blocked") expect(above.some((each) => each === "error" || each === "blocked")).toBe(true);
    if (own === "error") {
      expect(problem).not.toBeNull();
      expect(oracle(model.now, cell.name)).toBe("wrong");
    }
  }
}

/** Until nothing is queued or running any more. */
export async function idle(real: Real) {
  const busy = () => queries(real).some((cell) => ["queued", "running"].includes(runOf(real, cell).status));
  while (busy()) await new Promise((resolve) => setImmediate(resolve));
}
