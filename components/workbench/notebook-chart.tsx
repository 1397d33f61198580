"use client";

import { memo, useMemo } from "react";
import { CellView } from "@/components/notebook/cell-view";
import { ChartSentence } from "@/components/notebook/chart-sentence";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { ChartCell } from "@/lib/notebook/notebook";
import { chartProblem } from "@/lib/workbench/chart-problem";
import { neverRun } from "@/lib/workbench/context";
import { chartOf } from "@/lib/workbench/drawn-chart";
import { queryContent } from "@/lib/workbench/query-content";
import { ExportCell } from "./export-cell";
import { savePicture } from "./save-picture";
import { useCellActions } from "./use-cell-actions";
import { useChartSources } from "./use-chart-sources";
import { useFormat } from "./use-format";
import { useProductNames } from "./use-product-names";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

interface NotebookChartProps {
  cell: ChartCell;
  index: number;
  count: number;
}

/** A drawing of a cell's result or of a table, with its table and its actions. */
export const NotebookChart = memo(function NotebookChart({ cell, index, count }: NotebookChartProps) {
  const { act } = useWorkbenchHandle();
  const run = useWorkbenchState((state) => state.runs[cell.id] ?? neverRun);
  const engineReady = useWorkbenchState((state) => state.tables !== null);
  const facts = useWorkbenchState((state) => state.facts);
  const format = useFormat();
  const products = useProductNames();
  const actions = useCellActions(cell, index, count);
  const sources = useChartSources(cell);
  const source = sources.find(({ name }) => name === cell.source) ?? null;
  // Until the tables are listed, a source that is none of the cells may be one of them.
  const problem = source || engineReady || cell.source === "" ? chartProblem(cell, source) : null;
  const { result } = run;
  const { drawing } = cell;
  const content = useMemo(
    () => result && queryContent(result, format.locale, chartOf({ drawing }, result)),
    [result, format.locale, drawing],
  );
  const asked = useWorkbenchState(
    ({ notebook }) => notebook?.cells.find(({ name }) => name === cell.source)?.id ?? null,
  );
  const shown = problem && run.status === "error" ? { ...run, problem } : run;
  const picture = content?.chart && result && !cell.collapsed ? { result } : null;
  const onSavePicture = picture
    ? (type: "png" | "svg") => void savePicture({ cell, format, type, ...picture })
    : undefined;
  return (
    <CellView
      cell={cell}
      run={shown}
      content={problem && run.status !== "error" ? null : content}
      phrase={[]}
      params={{}}
      values={{}}
      facts={facts}
      format={format}
      products={products}
      last={<ExportCell cell={cell} onSavePicture={onSavePicture} />}
      code={
        <>
          <ChartSentence
            source={cell.source}
            drawing={cell.drawing}
            sources={sources}
            onChange={(next) => act((on) => on.edit({ type: "set-cell", cell: { ...cell, ...next } }))}
          />
          {problem && run.status !== "error" ? (
            <Banner tone="info" message={problem.message} hint={problem.hint} className="mt-3">
              {source?.columns === null && asked ? (
                <Button variant="outline" size="sm" onClick={() => act((on) => on.runCell(asked))}>
                  Run {source.title}
                </Button>
              ) : null}
            </Banner>
          ) : null}
        </>
      }
      onParam={() => undefined}
      onSavePicture={onSavePicture}
      {...actions}
    />
  );
});
