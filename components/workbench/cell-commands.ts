import { toast } from "sonner";
import { changedCell } from "@/lib/notebook/changed-cell";
import type { Cell, Notebook } from "@/lib/notebook/notebook";
import { toProblem } from "@/lib/std/problem";
import { converted, duplicate, newSqlCell, takenAlong } from "@/lib/workbench/cell-commands";
import type { Workbench } from "@/lib/workbench/workbench";
import { pageSelection } from "./selection";

export const newId = () => crypto.randomUUID();

/** Does something; what stands against it is said in a toast. */
export function attempt(action: () => void): void {
  try {
    action();
  } catch (error) {
    const { message, hint } = toProblem(error);
    // The same sentence twice is one toast.
    toast.error(message, { id: message, ...(hint ? { description: hint } : {}) });
  }
}

function opened(on: Workbench): Notebook {
  const { notebook } = on.store.get();
  if (!notebook) throw new Error("No notebook is open.");
  return notebook;
}

/** The cell one is at: that of the focus, or the one that had it last. */
export function cellAt(on: Workbench, name: string | null): { cell: Cell; index: number } | null {
  const cells = on.store.get().notebook?.cells ?? [];
  const index = cells.findIndex((cell) => cell.name === name);
  const cell = cells[index];
  return cell ? { cell, index } : null;
}

/** Puts a cell into the notebook and goes to it. */
export function insertCell(on: Workbench, cell: Cell, index: number): void {
  on.edit({ type: "insert-cell", cell, index });
  if (cell.kind === "sql" || cell.kind === "note") pageSelection().edit(cell.name);
  else pageSelection().go(cell.name);
}

/** An empty query at a place, ready to be written. */
export function insertQuery(on: Workbench, index: number): void {
  insertCell(on, newSqlCell(opened(on), newId), index);
}

/** What the fingers ask of a cell that can be run; others have nothing to run. */
export function runCell(on: Workbench, cell: Cell): void {
  if (cell.kind !== "note" && cell.kind !== "input") on.runCell(cell.id);
}

/** Runs a cell and goes to the next; after the last there is a new one. */
export function runAndGoOn(on: Workbench, { cell, index }: { cell: Cell; index: number }): void {
  runCell(on, cell);
  const next = opened(on).cells[index + 1];
  if (next) pageSelection().go(next.name);
  else insertQuery(on, index + 1);
}

export function runAndInsert(on: Workbench, { cell, index }: { cell: Cell; index: number }): void {
  runCell(on, cell);
  insertQuery(on, index + 1);
}

/** Takes a cell out of the notebook, with the way back in a toast. */
export function removeCell(on: Workbench, cell: Cell): void {
  on.edit({ type: "remove-cell", id: cell.id });
  if (opened(on).cells.some(({ id }) => id === cell.id)) return; // a tab that only follows changes nothing
  const told = cell.kind === "input" ? "was removed; the cells keep its value." : "was deleted.";
  toast(`${cell.title} ${told}`, { action: { label: "Undo", onClick: () => travel(on, "undo") } });
}

/** Undo or redo; the focus goes to the cell that changed. */
export function travel(on: Workbench, way: "undo" | "redo"): void {
  const before = opened(on).cells;
  on[way]();
  const after = opened(on).cells;
  // Of two cells that changed places the one at hand is the one that moved.
  const here = pageSelection().current();
  const place = (cells: readonly Cell[]) => cells.findIndex(({ name }) => name === here);
  const moved = before.length === after.length && place(before) !== place(after);
  const name = moved ? here : changedCell(before, after)?.name;
  if (name) pageSelection().go(name);
}

export function moveCell(on: Workbench, { cell, index }: { cell: Cell; index: number }, by: 1 | -1): void {
  const to = index + by;
  if (to < 0 || to >= opened(on).cells.length) return;
  on.edit({ type: "move-cell", id: cell.id, index: to });
  pageSelection().go(cell.name);
}

export function duplicateCell(on: Workbench, { cell, index }: { cell: Cell; index: number }): void {
  const notebook = opened(on);
  const copy = duplicate(notebook, takenAlong(notebook, cell), newId);
  on.edit({ type: "insert-cell", cell: copy, index: index + 1 });
  pageSelection().go(copy.name);
}

export function convertCell(on: Workbench, cell: Cell, to: "note" | "sql"): void {
  const next = converted(cell, to);
  if (next === cell) return;
  on.edit({ type: "set-cell", cell: next });
  if (cell.kind === "analysis") pageSelection().edit(next.name);
  else pageSelection().go(next.name);
}

/** Notes, charts and inputs have no query to show. */
export function showOrHideCode(on: Workbench, cell: Cell): void {
  if (cell.kind !== "sql" && cell.kind !== "analysis") return;
  on.edit({ type: "set-cell", cell: { ...cell, codeShown: !cell.codeShown } });
}

/** The cell cut or copied last; it outlasts the notebook it comes from. */
let clipboard: Cell | null = null;

export function copyCell(on: Workbench, cell: Cell): void {
  clipboard = takenAlong(opened(on), cell);
  toast(`${cell.title} was copied.`);
}

export function cutCell(on: Workbench, cell: Cell): void {
  clipboard = takenAlong(opened(on), cell);
  removeCell(on, cell);
}

export const canPaste = () => clipboard !== null;

/** Puts what was cut or copied at a place. */
export function pasteCell(on: Workbench, index: number): void {
  if (!clipboard) return;
  const copy = duplicate(opened(on), clipboard, newId);
  on.edit({ type: "insert-cell", cell: copy, index });
  pageSelection().go(copy.name);
}

/** Stops everything that runs or waits to. */
export function interrupt(on: Workbench): void {
  const { notebook, runs } = on.store.get();
  for (const { id } of notebook?.cells ?? []) {
    const status = runs[id]?.status;
    if (status === "running" || status === "queued") on.cancelCell(id);
  }
}
