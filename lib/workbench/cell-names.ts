import { namedTables } from "@/lib/ingest/define-tables";
import { cellViewName, LONGEST_NAME } from "@/lib/ingest/table-view-name";
import type { Command } from "@/lib/notebook/command";
import { freeName } from "@/lib/notebook/free-name";
import type { CellId } from "@/lib/notebook/ids";
import type { Cell, Notebook, SqlCell } from "@/lib/notebook/notebook";
import { NotebookError } from "@/lib/notebook/notebook-error";
import { renamedIn } from "@/lib/query/renamed-in";
import { paramRenamedIn } from "@/lib/query/sql-names";

type Named = Pick<Notebook, "cells" | "dataSets">;

/** Everything a query of this notebook can read by name. */
function takenNames({ cells, dataSets }: Named): { name: string }[] {
  return [...cells, ...namedTables(dataSets).map(({ view }) => ({ name: view }))];
}

/** `wanted`, or the first like it that neither a cell nor a table of the notebook has. */
export function freeCellName(notebook: Named, wanted: string): string {
  return freeName(wanted, takenNames(notebook));
}

/** Throws NotebookError with another name in its hint when no cell can be called so. */
function refuseName(notebook: Named, id: CellId, name: string): void {
  const others = notebook.cells.filter((cell) => cell.id !== id);
  const fitting = freeName(cellViewName(name), takenNames({ ...notebook, cells: others }));
  if (fitting === name) return;
  const hint = `Call it ${fitting}, for example.`;
  const twin = others.find((cell) => cell.name === name);
  if (twin)
    throw new NotebookError({ kind: "duplicate-name", message: `${twin.title} is called ${name} already.`, hint });
  if (namedTables(notebook.dataSets).some(({ view }) => view === name)) {
    throw new NotebookError({
      kind: "duplicate-name",
      message: `A table of your files is called ${name} already.`,
      hint,
    });
  }
  const plain = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name);
  const message = !plain
    ? "A name has small letters, digits and underscores, and starts with a letter."
    : name.length > LONGEST_NAME
      ? `A name has ${LONGEST_NAME} letters at most, and this one has ${name.length}.`
      : `${name} has a meaning of its own in queries.`;
  throw new NotebookError({ kind: "bad-name", message, hint });
}

/** The query with a table or an input called otherwise; what was run is known to be the same query. */
function followed(cell: SqlCell, change: (sql: string) => string, from: string, to: string): SqlCell {
  const ran = cell.ran && {
    sql: change(cell.ran.sql),
    reads: cell.ran.reads.map((name) => (name === from ? to : name)),
  };
  return { ...cell, sql: change(cell.sql), ran };
}

/** How a cell reads after another one was renamed; the same cell when it does not name it. */
function reading(cell: Cell, renamed: Cell, to: string): Cell {
  const from = renamed.name;
  if (cell.kind === "chart") return cell.source === from ? { ...cell, source: to } : cell;
  if (cell.kind === "note") {
    const text = cell.text.replaceAll(`](#cell-${from})`, `](#cell-${to})`).replaceAll(`](#${from})`, `](#${to})`);
    return text === cell.text ? cell : { ...cell, text };
  }
  if (cell.kind !== "sql") return cell;
  const change = (sql: string) => (renamed.kind === "input" ? paramRenamedIn(sql, from, to) : renamedIn(sql, from, to));
  const next = followed(cell, change, from, to);
  return next.sql === cell.sql && next.ran?.sql === cell.ran?.sql ? cell : next;
}

/**
 * Another name of a cell for other cells, as one change: queries, charts and notes that name it follow. Null when it
 * has that name. Throws NotebookError when it cannot be called so.
 */
export function renamedCell(notebook: Named, id: CellId, name: string): Command | null {
  const cell = notebook.cells.find((other) => other.id === id);
  if (!cell) throw new NotebookError({ kind: "missing", message: "This cell is no longer in the notebook." });
  if (cell.name === name) return null;
  refuseName(notebook, id, name);
  const readers = notebook.cells.flatMap((other): Command[] => {
    const next = other.id === id ? other : reading(other, cell, name);
    return next === other ? [] : [{ type: "set-cell", cell: next }];
  });
  return {
    type: "batch",
    label: `Call ${cell.name} ${name}`,
    commands: [{ type: "set-cell", cell: { ...cell, name } }, ...readers],
  };
}
