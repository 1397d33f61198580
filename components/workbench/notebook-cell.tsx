"use client";

import { memo, type ReactNode, useMemo } from "react";
import { toast } from "sonner";
import { type CellContent, CellView } from "@/components/notebook/cell-view";
import type { Analysis, Facts, Say } from "@/lib/analyses/analysis";
import { comparisonWords, notComparable } from "@/lib/analyses/comparison-words";
import { analysisNamed } from "@/lib/analyses/registry";
import { insightsAnswer } from "@/lib/insights/insights-answer";
import type { Insights } from "@/lib/insights/insights-of";
import type { AnalysisCell } from "@/lib/notebook/notebook";
import type { Format } from "@/lib/query/format";
import type { ParamValue } from "@/lib/query/param";
import type { Result } from "@/lib/query/result";
import { neverRun } from "@/lib/workbench/context";
import type { ExplainSubject } from "@/lib/workbench/explain-subject";
import type { CellRun } from "@/lib/workbench/state";
import { Explanation } from "./explanation";
import { InsightsCell } from "./insights-cell";
import { OverviewCell } from "./overview-cell";
import { savePicture } from "./save-picture";
import { useFormat, useSay } from "./use-format";
import { useInsights } from "./use-insights";
import { useProductNames } from "./use-product-names";
import { useSharing } from "./use-sharing";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

interface NotebookCellProps {
  cell: AnalysisCell;
  index: number;
  count: number;
}

/** A cell of the notebook with its run, its words and its actions. */
export const NotebookCell = memo(function NotebookCell({ cell, index, count }: NotebookCellProps) {
  const { act } = useWorkbenchHandle();
  const run = useWorkbenchState((state) => state.runs[cell.id] ?? neverRun);
  const facts = useWorkbenchState((state) => state.facts);
  const format = useFormat();
  const say = useSay();
  const analysis = analysisNamed(cell.analysis);
  const { values, followed, shareable } = useSharing(cell);
  const products = useProductNames();
  const insights = useInsights(cell, run.result, values);
  const content = useMemo(() => {
    if (!run.result || !facts) return null;
    const own = contentOf(analysis, run, run.result, values, facts, say);
    return insights ? { ...own, answer: insightsAnswer(insights.insights, say) } : own;
  }, [analysis, run, values, facts, say, insights]);
  const shown = useMemo(() => withColumns(analysis, run, values, facts), [analysis, run, values, facts]);
  const { id } = cell;
  const subject = useMemo((): ExplainSubject => ({ kind: "cell", id }), [id]);
  const picture = content?.chart && run.result && !cell.collapsed ? { result: run.result } : null;
  return (
    <CellView
      cell={cell}
      run={shown}
      content={content}
      phrase={analysis.phrase}
      params={analysis.query.params}
      values={values}
      facts={facts}
      format={format}
      products={products}
      followed={followed}
      shareable={shareable}
      shape={cell.analysis === "overview" ? "values" : cell.analysis === "trends" ? "wide" : "bars"}
      body={bodyOf(cell, run.result, format, facts, insights)}
      explanation={<Explanation subject={subject} of={cell.title} className="mt-4" />}
      onExplain={run.status === "ok" ? () => act((on) => on.explainer.explain(subject)) : undefined}
      onParam={(name, value) =>
        act((on) => on.edit({ type: "set-cell-params", id, params: { ...cell.params, [name]: value } }))
      }
      onRun={() => act((on) => on.runCell(id))}
      onCancel={() => act((on) => on.cancelCell(id))}
      onRename={(title) => act((on) => on.edit({ type: "set-cell-title", id, title }))}
      onCollapse={(collapsed) => act((on) => on.edit({ type: "set-collapsed", id, collapsed }))}
      onRemove={() =>
        act((on) => {
          on.edit({ type: "remove-cell", id });
          toast(`${cell.title} was deleted.`, { action: { label: "Undo", onClick: () => on.undo() } });
        })
      }
      onSavePicture={picture ? (type) => void savePicture({ cell, format, type, ...picture }) : undefined}
      onMoveUp={index > 0 ? () => act((on) => on.edit({ type: "move-cell", id, index: index - 1 })) : undefined}
      onMoveDown={
        index < count - 1 ? () => act((on) => on.edit({ type: "move-cell", id, index: index + 1 })) : undefined
      }
    />
  );
});

/** The run with its result's columns as these parameters and this data show them. */
function withColumns(
  analysis: Analysis,
  run: CellRun,
  params: Record<string, ParamValue>,
  facts: Facts | null,
): CellRun {
  if (!run.result || !facts) return run;
  const { columns, rows } = run.result;
  return { ...run, result: { ...run.result, columns: analysis.columns(columns, rows, facts, params) } };
}

/** The figure a cell states held against the periods before; nothing where there is no figure. */
function comparisonOf(analysis: Analysis, run: CellRun, params: Record<string, ParamValue>, facts: Facts, say: Say) {
  const of = analysis.compares?.(params, facts);
  if (!of || !run.comparison || run.result?.rows.length === 0) return null;
  if ("reason" in of) return of;
  const { compared } = run.comparison;
  return compared ? comparisonWords(of, compared, facts, say) : { reason: notComparable(of.span, facts, say) };
}

function contentOf(
  analysis: Analysis,
  run: CellRun,
  result: Result,
  params: Record<string, ParamValue>,
  facts: Facts,
  say: Say,
): CellContent {
  return {
    answer: analysis.answer(result.rows, params, facts, say),
    notes: analysis.notes(result.rows, params, facts),
    chart: analysis.chart(params, result.rows, facts),
    totals: analysis.totals(result.rows, params, facts),
    comparison: comparisonOf(analysis, run, params, facts, say),
  };
}

function bodyOf(
  cell: AnalysisCell,
  result: Result | null,
  format: Format,
  facts: Facts | null,
  insights: Insights | null,
): ReactNode {
  if (insights) return <InsightsCell cell={cell} insights={insights} />;
  if (cell.analysis !== "overview" || !result || !facts) return undefined;
  return <OverviewCell result={result} facts={facts} format={format} />;
}
