"use client";

import { useSyncExternalStore } from "react";
import type { NotebookId } from "@/lib/notebook/ids";
import type { ShownTables } from "@/lib/workbench/shown-view";
import { createStore } from "@/lib/workbench/store";
import { shownTables } from "./shown-tables";

/** The notebook that is read as a report, by id, and whether the open one is about to be shared. */
interface ReportState {
  reading: string | null;
  /** How its tables stood when the reading began: they are not on the screen then. */
  shown: ShownTables | null;
  sharing: boolean;
}

const closed: ReportState = { reading: null, shown: null, sharing: false };
const state = createStore<ReportState>(closed);

/** Shows a notebook as a report; null: as it is worked on. */
export function readAsReport(reading: string | null): void {
  state.set((now) => {
    const shown = reading === now.reading ? now.shown : new Map(shownTables);
    return { ...now, reading, shown: reading === null ? null : shown };
  });
}

export function openShare(sharing: boolean): void {
  state.set((now) => ({ ...now, sharing }));
}

/** How the tables of a notebook stand, or stood before it was read as a report. */
export function tablesSeen(id: NotebookId): ShownTables {
  const { reading, shown } = state.get();
  return (reading === id ? shown : null) ?? shownTables;
}

export function useReportState<T>(select: (state: ReportState) => T): T {
  return useSyncExternalStore(
    state.subscribe,
    () => select(state.get()),
    () => select(closed),
  );
}
