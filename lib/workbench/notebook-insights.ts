import type { Say } from "@/lib/analyses/analysis";
import { type Insights, insightsOf } from "@/lib/insights/insights-of";
import type { AnalysisCell, Notebook } from "@/lib/notebook/notebook";
import type { ParamValue } from "@/lib/query/param";
import type { Row } from "@/lib/query/result";
import { totalLedger } from "./shown-ledger";

interface CellInsightsSpec {
  /** Of the cell's result. */
  rows: readonly Row[];
  cell: Pick<AnalysisCell, "params">;
  /** What the cell asks, its own values and those it follows. */
  asked: Readonly<Record<string, ParamValue>>;
  notebook: Pick<Notebook, "dataSets" | "insightStates">;
  /** YYYY-MM-DD. */
  today: string;
  say: Say;
}

/** What the rules make of the result of an insights cell. */
export function cellInsights({ rows, cell, asked, notebook, today, say }: CellInsightsSpec): Insights {
  const lines = totalLedger(notebook.dataSets.filter(({ kind }) => kind !== "table"));
  const thresholds = { ...cell.params, ...asked };
  return insightsOf({ rows, lines, thresholds, states: notebook.insightStates, today, say });
}
