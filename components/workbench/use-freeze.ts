"use client";

import { useCallback } from "react";
import type { Report } from "@/lib/report/report";
import { frozenReport } from "@/lib/workbench/freeze-report";
import { tablesSeen } from "./report-state";
import { useWorkbenchState } from "./use-workbench";

/** Makes reports of the notebook as it is shown now, with so many rows of a table at most; null while too little is known of its data. */
export function useFreeze(): ((mostRows: number) => Report) | null {
  const notebook = useWorkbenchState((state) => state.notebook);
  const runs = useWorkbenchState((state) => state.runs);
  const facts = useWorkbenchState((state) => state.facts);
  const products = useWorkbenchState((state) => state.products);
  const freeze = useCallback(
    (mostRows: number) => {
      if (!notebook || !facts) throw new Error("A report needs an open notebook with its data.");
      return frozenReport({
        notebook,
        runs,
        facts,
        products,
        now: Date.now(),
        mostRows,
        shown: tablesSeen(notebook.id),
      });
    },
    [notebook, runs, facts, products],
  );
  return notebook && facts ? freeze : null;
}
