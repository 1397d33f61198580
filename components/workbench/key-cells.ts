import type { Workbench } from "@/lib/workbench/workbench";
import {
  canPaste,
  cellAt,
  convertCell,
  copyCell,
  cutCell,
  duplicateCell,
  insertQuery,
  moveCell,
  pasteCell,
  removeCell,
  showOrHideCode,
} from "./cell-commands";
import { chartBelow } from "./chart-commands";
import { type KeyCommand, ofCell } from "./key-command";
import { openPanel, rename } from "./page-view";
import { pageSelection } from "./selection";

/** The place after the cell one is at, or before it; the end where one is at none. */
function place(on: Workbench, after: boolean): number {
  const at = cellAt(on, pageSelection().current());
  return at ? at.index + Number(after) : (on.store.get().notebook?.cells.length ?? 0);
}

/** What is done with cells. */
export const cellKeys: readonly KeyCommand[] = [
  {
    id: "insert-above",
    title: "Insert a query above",
    group: "Cells",
    keys: ["A"],
    when: "command",
    run: (on) => insertQuery(on, place(on, false)),
  },
  {
    id: "insert-below",
    title: "Insert a query below",
    group: "Cells",
    keys: ["B"],
    when: "command",
    run: (on) => insertQuery(on, place(on, true)),
  },
  {
    id: "add",
    title: "Add a cell…",
    group: "Cells",
    keys: [],
    when: "command",
    run: (on) => openPanel({ kind: "gallery", index: place(on, true) }),
  },
  {
    id: "cut",
    title: "Cut the cell",
    group: "Cells",
    keys: ["X"],
    when: "command",
    cell: true,
    run: ofCell((on, { cell }) => cutCell(on, cell)),
  },
  {
    id: "copy",
    title: "Copy the cell",
    group: "Cells",
    keys: ["C"],
    when: "command",
    cell: true,
    run: ofCell((on, { cell }) => copyCell(on, cell)),
  },
  { id: "paste", title: "Paste below", group: "Cells", keys: ["V"], when: "command", run: paste },
  {
    id: "duplicate",
    title: "Duplicate the cell",
    group: "Cells",
    keys: [],
    when: "command",
    cell: true,
    run: ofCell(duplicateCell),
  },
  {
    id: "chart",
    title: "Chart this cell",
    group: "Cells",
    keys: [],
    when: "command",
    cell: true,
    run: ofCell((on, { cell, index }) => chartBelow(on, cell, index)),
  },
  {
    id: "delete",
    title: "Delete the cell",
    group: "Cells",
    keys: ["D D"],
    when: "command",
    cell: true,
    run: ofCell((on, { cell }) => removeCell(on, cell)),
  },
  {
    id: "move-up",
    title: "Move the cell up",
    group: "Cells",
    keys: ["Ctrl+Shift+ArrowUp"],
    when: "command",
    repeats: true,
    cell: true,
    run: ofCell((on, at) => moveCell(on, at, -1)),
  },
  {
    id: "move-down",
    title: "Move the cell down",
    group: "Cells",
    keys: ["Ctrl+Shift+ArrowDown"],
    when: "command",
    repeats: true,
    cell: true,
    run: ofCell((on, at) => moveCell(on, at, 1)),
  },
  {
    id: "to-note",
    title: "Turn the query into a note",
    group: "Cells",
    keys: ["M"],
    when: "command",
    cell: true,
    run: ofCell((on, { cell }) => convertCell(on, cell, "note")),
  },
  {
    id: "to-sql",
    title: "Turn the note or the analysis into a query",
    group: "Cells",
    keys: ["Y"],
    when: "command",
    cell: true,
    run: ofCell((on, { cell }) => convertCell(on, cell, "sql")),
  },
  {
    id: "collapse",
    title: "Collapse or expand the cell",
    group: "Cells",
    keys: [],
    when: "command",
    cell: true,
    run: ofCell((on, { cell }) => on.edit({ type: "set-collapsed", id: cell.id, collapsed: !cell.collapsed })),
  },
  {
    id: "rename",
    title: "Rename the cell",
    group: "Cells",
    keys: [],
    when: "command",
    cell: true,
    run: ofCell((_, { cell }) => rename({ cell: cell.name, what: "title" })),
  },
  {
    id: "rename-for-cells",
    title: "Rename the cell for other cells",
    group: "Cells",
    keys: [],
    when: "command",
    cell: true,
    run: ofCell((_, { cell }) => rename({ cell: cell.name, what: "name" })),
  },
  {
    id: "code",
    title: "Show or hide the SQL",
    group: "Cells",
    keys: [],
    when: "command",
    cell: true,
    run: ofCell((on, { cell }) => showOrHideCode(on, cell)),
  },
  {
    id: "format",
    title: "Format the query",
    group: "Cells",
    keys: ["Alt+F"],
    when: "anywhere",
    writing: true,
    keysOnly: true,
    run: () => false,
  },
];

function paste(on: Workbench): boolean {
  if (canPaste()) pasteCell(on, place(on, true));
  return canPaste();
}
