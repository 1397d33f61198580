"use client";

import { memo, useMemo } from "react";
import { CellView } from "@/components/notebook/cell-view";
import { analysisNamed } from "@/lib/analyses/registry";
import type { SqlCell } from "@/lib/notebook/notebook";
import type { ParamValue } from "@/lib/query/param";
import { paramNames } from "@/lib/query/sql-names";
import { neverRun } from "@/lib/workbench/context";
import { queryContent } from "@/lib/workbench/query-content";
import { shownParams } from "@/lib/workbench/shared-inputs";
import { ExportCell } from "./export-cell";
import { SqlCode } from "./sql-code";
import { useCellActions } from "./use-cell-actions";
import { useFormat } from "./use-format";
import { useProductNames } from "./use-product-names";
import { useWorkbenchHandle, useWorkbenchState } from "./use-workbench";

interface NotebookSqlProps {
  cell: SqlCell;
  index: number;
  count: number;
}

/** A query somebody wrote, with its result and its actions. */
export const NotebookSql = memo(function NotebookSql({ cell, index, count }: NotebookSqlProps) {
  const { act } = useWorkbenchHandle();
  const run = useWorkbenchState((state) => state.runs[cell.id] ?? neverRun);
  const facts = useWorkbenchState((state) => state.facts);
  const format = useFormat();
  const products = useProductNames();
  const actions = useCellActions(cell, index, count);
  const { params, values } = useOrigin(cell);
  const content = useMemo(() => run.result && queryContent(run.result, format.locale), [run.result, format.locale]);
  const { origin } = cell;
  return (
    <CellView
      cell={cell}
      run={run}
      content={content}
      phrase={[]}
      params={params}
      values={values}
      facts={facts}
      format={format}
      products={products}
      last={<ExportCell cell={cell} />}
      code={
        cell.codeShown ? (
          <SqlCode cell={cell} index={index} error={run.status === "error" ? run.problem : null} />
        ) : null
      }
      onParam={(name, value) =>
        act((on) => {
          if (!origin) return;
          const changed = { ...origin, params: { ...origin.params, [name]: value } };
          on.edit({ type: "set-cell", cell: { ...cell, origin: changed } });
        })
      }
      {...actions}
    />
  );
});

/** The parameters of the analysis a query was, as far as its text still names them. */
function useOrigin(cell: SqlCell) {
  const { origin, sql } = cell;
  const text = useWorkbenchState(({ notebook }) =>
    origin ? JSON.stringify(shownParams(notebook?.cells ?? [], origin)) : "{}",
  );
  return useMemo(() => {
    const values: Record<string, ParamValue> = JSON.parse(text);
    const named = new Set(paramNames(sql));
    const all = origin ? analysisNamed(origin.analysis).query.params : {};
    const free = (name: string) => named.has(name) && origin?.inputs[name] === undefined;
    return { values, params: Object.fromEntries(Object.entries(all).filter(([name]) => free(name))) };
  }, [origin, sql, text]);
}
