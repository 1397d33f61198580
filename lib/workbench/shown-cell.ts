import type { Analysis, Answer, Facts, Say } from "@/lib/analyses/analysis";
import type { Incomparable } from "@/lib/analyses/comparable";
import { type ComparisonWords, comparisonWords, notComparable } from "@/lib/analyses/comparison-words";
import type { Chart } from "@/lib/query/chart";
import type { ParamValue } from "@/lib/query/param";
import type { Result, Row } from "@/lib/query/result";
import type { CellRun } from "./state";

/** What an analysis says about the result a cell holds: the same on the screen and in a report. */
export interface CellContent {
  answer: Answer;
  notes: readonly string[];
  chart: Chart | null;
  totals: Row | null;
  /** What became of the figure it states; null when it states none. */
  comparison: ComparisonWords | Incomparable | null;
}

interface Shown {
  analysis: Analysis;
  run: CellRun;
  /** What the cell asks, complete. */
  params: Record<string, ParamValue>;
  facts: Facts;
}

/** The run with its result's columns as these parameters and this data show them. */
export function shownRun({ analysis, run, params, facts }: Shown): CellRun {
  return run.result ? { ...run, result: shownResult(analysis, run.result, params, facts) } : run;
}

function shownResult(analysis: Analysis, result: Result, params: Record<string, ParamValue>, facts: Facts): Result {
  return { ...result, columns: analysis.columns(result.columns, result.rows, facts, params) };
}

/** What is said about the run's result; null without one. */
export function cellContent({ analysis, run, params, facts }: Shown, say: Say): CellContent | null {
  if (!run.result) return null;
  const { rows } = run.result;
  return {
    answer: analysis.answer(rows, params, facts, say),
    notes: analysis.notes(rows, params, facts),
    chart: analysis.chart(params, rows, facts),
    totals: analysis.totals(rows, params, facts),
    comparison: comparisonOf({ analysis, run, params, facts }, say),
  };
}

/** The figure a cell states held against the periods before; nothing where there is no figure. */
function comparisonOf({ analysis, run, params, facts }: Shown, say: Say): CellContent["comparison"] {
  const of = analysis.compares?.(params, facts);
  if (!of || !run.comparison || run.result?.rows.length === 0) return null;
  if ("reason" in of) return of;
  const { compared } = run.comparison;
  return compared ? comparisonWords(of, compared, facts, say) : { reason: notComparable(of.span, facts, say) };
}
