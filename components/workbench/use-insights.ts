"use client";

import { useMemo } from "react";
import { type Insights, insightsOf } from "@/lib/insights/insights-of";
import type { AnalysisCell, DataSet } from "@/lib/notebook/notebook";
import type { ParamValue } from "@/lib/query/param";
import type { Result } from "@/lib/query/result";
import { totalLedger } from "@/lib/workbench/shown-ledger";
import { useSay } from "./use-format";
import { useWorkbenchState } from "./use-workbench";

const NO_DATA: readonly DataSet[] = [];
const NO_STATES = {};

/** A day of the reader's calendar, YYYY-MM-DD, some days from now. */
export function dayFromNow(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** What the rules make of a cell's result, with what the cell `asked`; null for a cell that is not about insights, or has no sales to judge. */
export function useInsights(
  cell: AnalysisCell,
  result: Result | null,
  asked: Readonly<Record<string, ParamValue>>,
): Insights | null {
  const dataSets = useWorkbenchState((state) => state.notebook?.dataSets ?? NO_DATA);
  const states = useWorkbenchState((state) => state.notebook?.insightStates ?? NO_STATES);
  const say = useSay();
  const today = dayFromNow(0);
  const rows = cell.analysis === "insights" ? result?.rows : undefined;
  return useMemo(() => {
    if (!rows || rows.length === 0) return null;
    const lines = totalLedger(dataSets.filter(({ kind }) => kind !== "table"));
    return insightsOf({ rows, lines, thresholds: { ...cell.params, ...asked }, states, today, say });
  }, [rows, dataSets, cell.params, asked, states, today, say]);
}
