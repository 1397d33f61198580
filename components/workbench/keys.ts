import type { Cell } from "@/lib/notebook/notebook";
import type { Workbench } from "@/lib/workbench/workbench";
import { cellAt, interrupt, runAndGoOn, runAndInsert, runCell, travel } from "./cell-commands";
import { cellKeys } from "./key-cells";
import { type At, type KeyCommand, ofCell } from "./key-command";
import { fillingCell, fillWindow, openPanel } from "./page-view";
import { openShare, readAsReport } from "./report-state";
import { pageSelection } from "./selection";
import { openVersions, saveVersion } from "./versions-panel";

/** What is written in a field counts before anything runs. */
function running(run: (on: Workbench, at: At) => void): KeyCommand["run"] {
  return ofCell((on, at) => {
    pageSelection().leave();
    const now = cellAt(on, at.cell.name);
    if (now) run(on, now);
  });
}

/** Add a command here: its keys, the palette and the list of keys follow. */
export const keyCommands: readonly KeyCommand[] = [
  {
    id: "run-next",
    title: "Run and go on",
    group: "Run",
    keys: ["Shift+Enter"],
    when: "anywhere",
    cell: true,
    run: running(runAndGoOn),
  },
  {
    id: "run",
    title: "Run the cell",
    group: "Run",
    keys: ["Mod+Enter"],
    when: "anywhere",
    cell: true,
    run: running((on, { cell }) => runCell(on, cell)),
  },
  {
    id: "run-insert",
    title: "Run and insert below",
    group: "Run",
    keys: ["Alt+Enter"],
    when: "anywhere",
    cell: true,
    run: running(runAndInsert),
  },
  {
    id: "run-stale",
    title: "Run what is stale",
    group: "Run",
    keys: ["Mod+Shift+R"],
    when: "anywhere",
    run: (on) => on.runStale(),
  },
  { id: "run-all", title: "Run all", group: "Run", keys: [], when: "command", run: (on) => on.runAll() },
  { id: "interrupt", title: "Stop everything that runs", group: "Run", keys: ["I I"], when: "command", run: interrupt },
  {
    id: "auto-run",
    title: "Switch auto-run",
    group: "Run",
    keys: [],
    when: "command",
    run: (on) => on.edit({ type: "set-auto-run", autoRun: !on.store.get().notebook?.autoRun }),
  },

  {
    id: "next",
    title: "Next cell",
    group: "Go",
    keys: ["J", "ArrowDown"],
    when: "command",
    repeats: true,
    run: () => pageSelection().step(1),
  },
  {
    id: "previous",
    title: "Previous cell",
    group: "Go",
    keys: ["K", "ArrowUp"],
    when: "command",
    repeats: true,
    run: () => pageSelection().step(-1),
  },
  {
    id: "edit",
    title: "Enter the cell",
    group: "Go",
    keys: ["Enter"],
    when: "selected",
    cell: true,
    run: ofCell((_, { cell }) => pageSelection().edit(cell.name)),
  },
  {
    id: "leave",
    title: "Leave the field",
    group: "Go",
    keys: ["Escape"],
    when: "anywhere",
    keysOnly: true,
    run: leave,
  },
  {
    id: "full",
    title: "Fill the window with the cell",
    group: "Go",
    keys: ["F"],
    when: "command",
    cell: true,
    run: ofCell((_, { cell }) => fill(cell)),
  },
  ...cellKeys,
  {
    id: "undo",
    title: "Undo",
    group: "Notebook",
    keys: ["Z", "Mod+Z"],
    when: "command",
    repeats: true,
    run: (on) => on.store.get().canUndo && travel(on, "undo"),
  },
  {
    id: "redo",
    title: "Redo",
    group: "Notebook",
    keys: ["Shift+Z", "Mod+Shift+Z", "Mod+Y"],
    when: "command",
    repeats: true,
    run: (on) => on.store.get().canRedo && travel(on, "redo"),
  },
  {
    id: "save-version",
    title: "Save a version",
    group: "Notebook",
    keys: ["Mod+S"],
    when: "anywhere",
    run: (on) => saveVersion(on),
  },
  { id: "share", title: "Share", group: "Notebook", keys: [], when: "command", run: () => openShare(true) },
  {
    id: "report",
    title: "Report view",
    group: "Notebook",
    keys: [],
    when: "command",
    run: (on) => readAsReport(on.store.get().notebook?.id ?? null),
  },
  { id: "versions", title: "Versions", group: "Notebook", keys: [], when: "command", run: openVersions },
  {
    id: "palette",
    title: "Command palette",
    group: "Notebook",
    keys: ["Mod+K"],
    when: "anywhere",
    keysOnly: true,
    run: () => openPanel({ kind: "palette" }),
  },
  {
    id: "help",
    title: "All keys",
    group: "Notebook",
    keys: ["?"],
    when: "command",
    run: () => openPanel({ kind: "help" }),
  },
];

function leave(): boolean {
  if (fillingCell() === null) return pageSelection().leave();
  fillWindow(null);
  return true;
}

function fill({ name }: Cell): void {
  fillWindow(fillingCell() === name ? null : name);
  pageSelection().go(name);
}
