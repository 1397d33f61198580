"use client";

import { useSyncExternalStore } from "react";
import { createStore } from "@/lib/workbench/store";

/** The notebook that is read as a report, by id, and whether the open one is about to be shared. */
interface ReportState {
  reading: string | null;
  sharing: boolean;
}

const closed: ReportState = { reading: null, sharing: false };
const state = createStore<ReportState>(closed);

/** Shows a notebook as a report; null: as it is worked on. */
export function readAsReport(reading: string | null): void {
  state.set((now) => ({ ...now, reading }));
}

export function openShare(sharing: boolean): void {
  state.set((now) => ({ ...now, sharing }));
}

export function useReportState<T>(select: (state: ReportState) => T): T {
  return useSyncExternalStore(
    state.subscribe,
    () => select(state.get()),
    () => select(closed),
  );
}
