"use client";

import { memo, useMemo } from "react";
import { ContentsList } from "@/components/notebook/contents-list";
import { GraphMap } from "@/components/notebook/graph-map";
import { SideHeading } from "@/components/ui/page-layout";
import { graphMap, type MapCell, type MapNode } from "@/lib/notebook/graph-map";
import type { CellId } from "@/lib/notebook/ids";
import type { CellRun, WorkbenchState } from "@/lib/workbench/state";
import { useCurrentCell } from "./use-current-cell";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

interface Contents {
  cells: readonly MapCell[];
  runs: Readonly<Record<CellId, Pick<CellRun, "status" | "reason">>>;
  map: readonly MapNode[];
}

const told = ({ id, name, title, kind }: MapCell): MapCell => ({ id, name, title, kind });

/** Most changes of the state are about something else. */
let latest: (Pick<WorkbenchState, "notebook" | "runs"> & { text: string }) | null = null;

/** What the contents show of a state, as text: typing in a cell does not draw a hundred lines again. */
function contentsOf({ notebook, runs }: WorkbenchState): string {
  if (latest?.notebook === notebook && latest.runs === runs) return latest.text;
  const cells = notebook?.cells ?? [];
  const contents: Contents = {
    cells: cells.map(told),
    runs: Object.fromEntries(
      cells.flatMap(({ id }) => {
        const run = runs[id];
        return run ? [[id, { status: run.status, reason: run.reason }]] : [];
      }),
    ),
    map: graphMap(cells).map(({ cell, reads }) => ({ cell: told(cell), reads: reads.map(told) })),
  };
  latest = { notebook, runs, text: JSON.stringify(contents) };
  return latest.text;
}

/** The cells of the notebook and which of them reads which. */
export const SideContents = memo(function SideContents({ onGo }: { onGo: (() => void) | undefined }) {
  const { act } = useWorkbenchHandle();
  const text = useWorkbenchState(contentsOf);
  const { cells, runs, map } = useMemo((): Contents => JSON.parse(text), [text]);
  const current = useCurrentCell(cells);
  return (
    <>
      <section>
        <SideHeading>Contents</SideHeading>
        <ContentsList
          cells={cells}
          runs={runs}
          current={current}
          onSelect={() => onGo?.()}
          onMove={(id, index) => act((on) => on.edit({ type: "move-cell", id, index }))}
        />
      </section>
      {map.length > 0 ? (
        <section>
          <SideHeading>What reads what</SideHeading>
          <GraphMap nodes={map} runs={runs} onSelect={() => onGo?.()} />
        </section>
      ) : null}
    </>
  );
});
