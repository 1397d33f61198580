import type { CellId } from "@/lib/notebook/ids";
import type { Cell, SqlCell } from "@/lib/notebook/notebook";
import { neverRun } from "../context";
import type { Workbench } from "../workbench";
import { until } from "./open-workbench";

/** A query as a person adds it, before it is run. */
export function sqlCell(name: string, sql: string): SqlCell {
  const id = `id-${name}` as CellId;
  const title = `Title of ${name}`;
  return { id, kind: "sql", name, title, sql, ran: null, origin: null, codeShown: true, collapsed: false };
}

/** Puts cells below the last one. */
export function add(workbench: Workbench, ...cells: Cell[]) {
  for (const cell of cells) {
    workbench.edit({ type: "insert-cell", cell, index: workbench.store.get().notebook?.cells.length ?? 0 });
  }
}

export function cellOf(workbench: Workbench, name: string): Cell {
  const found = workbench.store.get().notebook?.cells.find((cell) => cell.name === name);
  if (!found) throw new Error(`There is no cell ${name}.`);
  return found;
}

export const runOf = (workbench: Workbench, name: string) =>
  workbench.store.get().runs[cellOf(workbench, name).id] ?? neverRun;
export const statusOf = (workbench: Workbench, name: string) => runOf(workbench, name).status;
export const rowsOf = (workbench: Workbench, name: string) => runOf(workbench, name).result?.rows;

/** Resolves when nothing is to be computed for the cell any more. */
export async function ended(workbench: Workbench, name: string) {
  await until(workbench, () => !["queued", "running", "stale"].includes(statusOf(workbench, name)));
}

/** Runs a cell; resolves when it has ended. */
export async function run(workbench: Workbench, name: string) {
  workbench.runCell(cellOf(workbench, name).id);
  await ended(workbench, name);
}

/** Changes the text of a query without running it. */
export function type(workbench: Workbench, name: string, sql: string) {
  workbench.write({ type: "set-cell", cell: { ...(cellOf(workbench, name) as SqlCell), sql } });
}
