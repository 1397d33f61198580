"use client";

import { useEffect, useMemo } from "react";
import type { SqlInput, SqlTable } from "@/components/editor/sql-names";
import { askingCells } from "@/lib/notebook/graph";
import type { Cell } from "@/lib/notebook/notebook";
import type { WorkbenchState } from "@/lib/workbench/state";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

interface NotebookNames {
  tables: readonly SqlTable[];
  inputs: readonly SqlInput[];
}

/** The results other cells show, as the tables they are to a query. */
function cellTables({ notebook, runs }: WorkbenchState): SqlTable[] {
  return askingCells(notebook?.cells ?? []).flatMap(({ id, name, title }) => {
    const columns = runs[id]?.result?.columns;
    return columns
      ? [
          {
            name,
            about: `The cell ${title}`,
            columns: columns.map((column) => ({ name: column.name, type: column.kind })),
          },
        ]
      : [];
  });
}

function inputNames(cells: readonly Cell[]): SqlInput[] {
  return cells.flatMap((cell): SqlInput[] => {
    if (cell.kind !== "input") return [];
    const { name, title, value } = cell;
    const own = { name, title, value: String(value) };
    if (cell.input !== "period") return [own];
    return [
      own,
      { name: `${name}_from`, title: `First day of ${title}`, value: String(value) },
      { name: `${name}_to`, title: `Last day of ${title}`, value: String(value) },
    ];
  });
}

/** Every editor of the page asks the same of one state: it is worked out once. */
let latest: (Pick<WorkbenchState, "notebook" | "runs"> & { text: string; names: NotebookNames }) | null = null;

/** The names of a state; the same value while no name is another, so that editors are not drawn again. */
function namesOf(state: WorkbenchState): NotebookNames {
  const { notebook, runs } = state;
  if (latest?.notebook === notebook && latest.runs === runs) return latest.names;
  const names = { tables: cellTables(state), inputs: inputNames(notebook?.cells ?? []) };
  const text = JSON.stringify(names);
  latest = { notebook, runs, text, names: latest?.text === text ? latest.names : names };
  return latest.names;
}

/** What a query of this notebook may name; the same value while nothing of it changes. */
export function useSqlNames(): NotebookNames {
  const { act } = useWorkbenchHandle();
  const relations = useWorkbenchState((state) => state.tables);
  const ready = useWorkbenchState((state) => state.engine === "ready" && state.notebook !== null);
  const names = useWorkbenchState(namesOf);
  useEffect(() => {
    if (relations === null && ready) act((on) => on.listTables());
  }, [relations, ready, act]);
  return useMemo(() => {
    const of = (isFile: boolean) => (relations ?? []).filter((table) => table.isFile === isFile);
    return { tables: [...of(false), ...names.tables, ...of(true)], inputs: names.inputs };
  }, [relations, names]);
}
