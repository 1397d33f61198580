"use client";

import { useWorkbenchState } from "./use-workbench";

/** How many cells are not of now: they wait for a person while Auto-run is off. */
export function useWaitingCells(): number {
  return useWorkbenchState(
    ({ notebook, runs }) =>
      notebook?.cells.filter(({ id }) => {
        const status = runs[id]?.status;
        return status === "stale" || status === "edited";
      }).length ?? 0,
  );
}
