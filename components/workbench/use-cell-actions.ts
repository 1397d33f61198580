"use client";

import { ChartColumn, ClipboardPaste, Code, Copy, CopyPlus, FileText, Plus, Scissors } from "lucide-react";
import type { CellActions } from "@/components/notebook/cell-header";
import type { CellMore } from "@/components/notebook/cell-menu";
import type { Cell } from "@/lib/notebook/notebook";
import { renamedCell } from "@/lib/workbench/cell-names";
import {
  attempt,
  canPaste,
  convertCell,
  copyCell,
  cutCell,
  duplicateCell,
  moveCell,
  pasteCell,
  removeCell,
  showOrHideCode,
} from "./cell-commands";
import { chartBelow } from "./chart-commands";
import { useShownKeys } from "./key-choices";
import { fillWindow, openPanel, rename, usePageView } from "./page-view";
import { pageSelection } from "./selection";
import { useWorkbenchHandle } from "./use-workbench";

type Actions = Required<Pick<CellActions, "onRun" | "onCancel" | "onRename" | "onCollapse" | "onRemove">> &
  Pick<CellActions, "onMoveUp" | "onMoveDown"> & { more: CellMore };

/** What can be done with every cell, whatever its kind; `index` of `count` is its place. */
export function useCellActions(cell: Cell, index: number, count: number): Actions {
  const { act } = useWorkbenchHandle();
  const filled = usePageView((view) => view.full === cell.name);
  const renaming = usePageView((view) => (view.renaming?.cell === cell.name ? view.renaming.what : null));
  const keys = {
    up: useShownKeys("move-up"),
    down: useShownKeys("move-down"),
    fill: useShownKeys("full"),
    delete: useShownKeys("delete"),
  };
  const entries = useEntries(cell, index);
  const { id } = cell;
  const at = { cell, index };
  return {
    onRun: () => act((on) => on.runCell(id)),
    onCancel: () => act((on) => on.cancelCell(id)),
    onRename: (title) => act((on) => on.edit({ type: "set-cell-title", id, title })),
    onCollapse: (collapsed) => act((on) => on.edit({ type: "set-collapsed", id, collapsed })),
    onRemove: () => act((on) => removeCell(on, cell)),
    onMoveUp: index > 0 ? () => act((on) => moveCell(on, at, -1)) : undefined,
    onMoveDown: index < count - 1 ? () => act((on) => moveCell(on, at, 1)) : undefined,
    more: {
      filled,
      keys,
      entries,
      renaming,
      onRenaming: (what) => rename(what && { cell: cell.name, what }),
      onFill() {
        fillWindow(filled ? null : cell.name);
        pageSelection().go(cell.name);
      },
      onName: (name) =>
        act((on) =>
          attempt(() => {
            const { notebook } = on.store.get();
            const command = notebook && renamedCell(notebook, id, name);
            if (command) on.edit(command);
          }),
        ),
    },
  };
}

/** Entries of the menu about the place of a cell, copies of it and what it can become. */
function useEntries(cell: Cell, index: number): CellMore["entries"] {
  const { act } = useWorkbenchHandle();
  const [duplicate, cut, copy, paste, note, sql] = [
    useShownKeys("duplicate"),
    useShownKeys("cut"),
    useShownKeys("copy"),
    useShownKeys("paste"),
    useShownKeys("to-note"),
    useShownKeys("to-sql"),
  ];
  const hasCode = cell.kind === "sql" || cell.kind === "analysis";
  return [
    [
      { icon: Plus, label: "Insert above…", onSelect: () => openPanel({ kind: "gallery", index }) },
      { icon: Plus, label: "Insert below…", onSelect: () => openPanel({ kind: "gallery", index: index + 1 }) },
      ...(hasCode
        ? [{ icon: ChartColumn, label: "Chart this", onSelect: () => act((on) => chartBelow(on, cell, index)) }]
        : []),
    ],
    [
      {
        icon: CopyPlus,
        label: "Duplicate",
        shortcut: duplicate,
        onSelect: () => act((on) => duplicateCell(on, { cell, index })),
      },
      { icon: Scissors, label: "Cut", shortcut: cut, onSelect: () => act((on) => cutCell(on, cell)) },
      { icon: Copy, label: "Copy", shortcut: copy, onSelect: () => act((on) => copyCell(on, cell)) },
      {
        icon: ClipboardPaste,
        label: "Paste below",
        shortcut: paste,
        disabled: !canPaste(),
        onSelect: () => act((on) => pasteCell(on, index + 1)),
      },
    ],
    [
      ...(cell.kind === "sql"
        ? [
            {
              icon: FileText,
              label: "Turn into a note",
              shortcut: note,
              onSelect: () => act((on) => convertCell(on, cell, "note")),
            },
          ]
        : []),
      ...(cell.kind === "note" || cell.kind === "analysis"
        ? [
            {
              icon: Code,
              label: "Turn into a query",
              shortcut: sql,
              onSelect: () => act((on) => convertCell(on, cell, "sql")),
            },
          ]
        : []),
      ...(hasCode
        ? [
            {
              icon: Code,
              label: cell.codeShown ? "Hide the SQL" : "Show the SQL",
              onSelect: () => act((on) => showOrHideCode(on, cell)),
            },
          ]
        : []),
    ],
  ];
}
