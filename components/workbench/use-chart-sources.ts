"use client";

import { useEffect, useMemo } from "react";
import type { ChartCell } from "@/lib/notebook/notebook";
import { type ChartSource, chartSources } from "@/lib/workbench/chart-sources";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

/** What a chart can be drawn of. The tables come once the engine is there. */
export function useChartSources(cell: ChartCell): readonly ChartSource[] {
  const { act } = useWorkbenchHandle();
  const notebook = useWorkbenchState((state) => state.notebook);
  const runs = useWorkbenchState((state) => state.runs);
  const tables = useWorkbenchState((state) => state.tables);
  const ready = useWorkbenchState((state) => state.engine === "ready" && state.notebook !== null);
  useEffect(() => {
    if (tables === null && ready) act((on) => on.listTables());
  }, [tables, ready, act]);
  return useMemo(
    () => (notebook ? chartSources({ notebook, runs, tables }, cell) : []),
    [notebook, runs, tables, cell],
  );
}
