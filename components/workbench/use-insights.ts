"use client";

import { useMemo } from "react";
import type { Insights } from "@/lib/insights/insights-of";
import type { AnalysisCell, DataSet } from "@/lib/notebook/notebook";
import type { ParamValue } from "@/lib/query/param";
import type { Result } from "@/lib/query/result";
import { dayFromNow } from "@/lib/workbench/day-from-now";
import { cellInsights } from "@/lib/workbench/notebook-insights";
import { useSay } from "./use-format";
import { useWorkbenchState } from "./use-workbench";

const NO_DATA: readonly DataSet[] = [];
const NO_STATES = {};

/** What the rules make of a cell's result, with what the cell `asked`; null for a cell that is not about insights, or has no sales to judge. */
export function useInsights(
  cell: AnalysisCell,
  result: Result | null,
  asked: Readonly<Record<string, ParamValue>>,
): Insights | null {
  const dataSets = useWorkbenchState((state) => state.notebook?.dataSets ?? NO_DATA);
  const states = useWorkbenchState((state) => state.notebook?.insightStates ?? NO_STATES);
  const say = useSay();
  const today = dayFromNow(Date.now());
  const rows = cell.analysis === "insights" ? result?.rows : undefined;
  return useMemo(() => {
    if (!rows || rows.length === 0) return null;
    return cellInsights({ rows, cell, asked, notebook: { dataSets, insightStates: states }, today, say });
  }, [rows, dataSets, cell, asked, states, today, say]);
}
