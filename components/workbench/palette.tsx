"use client";

import { useRef } from "react";
import { CommandDialog } from "@/components/ui/command-list";
import type { CommandGroup } from "@/components/ui/found-commands";
import type { Cell } from "@/lib/notebook/notebook";
import type { Workbench } from "@/lib/workbench/workbench";
import { attempt } from "./cell-commands";
import { cellOffers } from "./cell-offers";
import { onMac, useKeyChoices } from "./key-choices";
import { shownKeys } from "./key-chord";
import { GROUPS } from "./key-command";
import { keysOf } from "./key-map";
import { keyCommands } from "./keys";
import { openPanel } from "./page-view";
import { pageSelection } from "./selection";
import { goToLedger } from "./sources";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

type Doing = (on: Workbench) => unknown;

const KINDS: Readonly<Record<Cell["kind"], string>> = {
  analysis: "",
  sql: "Query",
  chart: "Chart",
  note: "Note",
  input: "Input",
};

/** Every command, cell, data set and notebook, found by some letters of its name. */
export function Palette() {
  const { act } = useWorkbenchHandle();
  const notebook = useWorkbenchState((state) => state.notebook);
  const facts = useWorkbenchState((state) => state.facts);
  const recents = useWorkbenchState((state) => state.recents);
  const choices = useKeyChoices();
  const chosen = useRef<Doing | null>(null);
  const choose = (doing: Doing) => () => {
    chosen.current = doing;
    openPanel(null);
  };
  const shortcut = (id: string) => {
    const command = keyCommands.find((one) => one.id === id);
    const [first] = command ? keysOf(command, choices, onMac()) : [];
    return first === undefined ? undefined : shownKeys(first, onMac());
  };
  const atCell = pageSelection().current() !== null;
  const here = notebook?.cells.findIndex(({ name }) => name === pageSelection().current()) ?? -1;
  const place = here < 0 ? (notebook?.cells.length ?? 0) : here + 1;
  const groups: CommandGroup[] = [
    ...GROUPS.map((heading) => ({
      heading,
      entries: keyCommands
        .filter(({ group, keysOnly, cell }) => group === heading && !keysOnly && (atCell || !cell))
        .map(({ id, title, run }) => ({ id, label: title, shortcut: shortcut(id), onChoose: choose(run) })),
    })),
    {
      heading: "Cells of this notebook",
      entries: (notebook?.cells ?? []).map(({ id, name, title, kind }) => ({
        id: `cell ${id}`,
        label: title,
        detail: [name, KINDS[kind]].filter(Boolean).join(" · "),
        onChoose: choose(() => pageSelection().go(name)),
      })),
    },
    {
      heading: "Data",
      entries: (notebook?.dataSets ?? []).map((dataSet) => ({
        id: `data ${dataSet.id}`,
        label: dataSet.fileName,
        detail: "Import ledger",
        onChoose: choose(() => goToLedger(dataSet)),
      })),
    },
    {
      heading: "Add to this notebook",
      entries: cellOffers(facts).map((offer) => ({
        id: `add ${offer.id}`,
        label: `Add: ${offer.title}`,
        detail: offer.question,
        onChoose: choose((on) => offer.add(on, place)),
      })),
    },
    {
      heading: "Notebooks",
      entries: [
        ...recents
          .filter(({ id }) => id !== notebook?.id)
          .map(({ id, title, headline }) => ({
            id: `notebook ${id}`,
            label: title,
            detail: headline ?? undefined,
            onChoose: choose((on) => on.openNotebook(id)),
          })),
        { id: "all-notebooks", label: "All notebooks", onChoose: choose((on) => on.closeNotebook()) },
      ],
    },
  ];
  return (
    <CommandDialog
      title="Command palette"
      placeholder="A command, a cell, a file or a notebook"
      groups={groups.filter(({ entries }) => entries.length > 0)}
      onClose={() => openPanel(null)}
      onCloseAutoFocus={(event) => {
        const doing = chosen.current;
        if (!doing) return;
        // What is chosen says where the focus goes; else it goes back to the cell one was at.
        event.preventDefault();
        const here = pageSelection().current();
        if (here !== null) pageSelection().go(here);
        act((on) => attempt(() => doing(on)));
      }}
    />
  );
}
