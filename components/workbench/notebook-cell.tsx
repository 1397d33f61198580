"use client";

import { Code } from "lucide-react";
import { memo, type ReactNode, useMemo } from "react";
import { CellView } from "@/components/notebook/cell-view";
import { OverviewView } from "@/components/result/overview-view";
import { ProfileTable } from "@/components/result/profile-table";
import { Button } from "@/components/ui/button";
import type { Facts } from "@/lib/analyses/analysis";
import { overviewFigures } from "@/lib/analyses/overview-figures";
import { analysisNamed } from "@/lib/analyses/registry";
import { insightsAnswer } from "@/lib/insights/insights-answer";
import type { Insights } from "@/lib/insights/insights-of";
import type { AnalysisCell } from "@/lib/notebook/notebook";
import type { Format } from "@/lib/query/format";
import type { Result } from "@/lib/query/result";
import { neverRun } from "@/lib/workbench/context";
import type { ExplainSubject } from "@/lib/workbench/explain-subject";
import { cellContent, shownRun } from "@/lib/workbench/shown-cell";
import { AnalysisCode } from "./analysis-code";
import { showOrHideCode } from "./cell-commands";
import { Explanation } from "./explanation";
import { ExportCell } from "./export-cell";
import { InsightsCell } from "./insights-cell";
import { savePicture } from "./save-picture";
import { useCellActions } from "./use-cell-actions";
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
    const own = facts && cellContent({ analysis, run, params: values, facts }, say);
    return own && insights ? { ...own, answer: insightsAnswer(insights.insights, say) } : own;
  }, [analysis, run, values, facts, say, insights]);
  const shown = useMemo(
    () => (facts ? shownRun({ analysis, run, params: values, facts }) : run),
    [analysis, run, values, facts],
  );
  const actions = useCellActions(cell, index, count);
  const { id } = cell;
  const subject = useMemo((): ExplainSubject => ({ kind: "cell", id }), [id]);
  const picture = content?.chart && run.result && !cell.collapsed ? { result: run.result } : null;
  const onSavePicture = picture
    ? (type: "png" | "svg") => void savePicture({ cell, format, type, ...picture })
    : undefined;
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
      body={bodyOf(cell, shown.result, format, facts, insights)}
      code={cell.codeShown ? <AnalysisCode cell={cell} /> : null}
      first={
        <Button
          variant="soft"
          size="sm"
          aria-pressed={cell.codeShown}
          onClick={() => act((on) => showOrHideCode(on, cell))}
        >
          <Code aria-hidden="true" />
          <span className="max-sm:sr-only">SQL</span>
        </Button>
      }
      explanation={<Explanation subject={subject} of={cell.title} className="mt-4" />}
      onExplain={run.status === "ok" ? () => act((on) => on.explainer.explain(subject)) : undefined}
      onParam={(name, value) =>
        act((on) => on.edit({ type: "set-cell-params", id, params: { ...cell.params, [name]: value } }))
      }
      last={<ExportCell cell={cell} onSavePicture={onSavePicture} />}
      onSavePicture={onSavePicture}
      {...actions}
    />
  );
});

function bodyOf(
  cell: AnalysisCell,
  result: Result | null,
  format: Format,
  facts: Facts | null,
  insights: Insights | null,
): ReactNode {
  if (insights) return <InsightsCell cell={cell} insights={insights} />;
  if (cell.analysis === "profile" && result && result.rows.length > 0) {
    return <ProfileTable title={`${cell.title}, table`} result={result} format={format} />;
  }
  if (cell.analysis !== "overview" || !result || !facts) return undefined;
  const figures = overviewFigures(result, facts, format.locale);
  return figures ? <OverviewView {...figures} format={format} /> : null;
}
