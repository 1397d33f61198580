import { useMemo } from "react";
import { ChartView } from "@/components/chart/chart-view";
import { ResultTable } from "@/components/table/result-table";
import { cn } from "@/components/ui/cn";
import type { Chart } from "@/lib/query/chart";
import type { Format } from "@/lib/query/format";
import type { Result, Row } from "@/lib/query/result";

interface ResultViewProps {
  title: string;
  result: Result;
  chart: Chart | null;
  totals: Row | null;
  format: Format;
}

const WIDE: ReadonlySet<Chart["type"]> = new Set(["line", "month-map", "scatter"]);

/** Chart and table: side by side where both are narrow enough, else the chart above its table. */
export function ResultView({ title, result, chart, totals, format }: ResultViewProps) {
  const columns = result.columns.filter((column) => !column.hidden).length;
  const beside = chart !== null && !WIDE.has(chart.type) && columns <= 6;
  const rest = chart?.type === "pareto" ? chart.rest : null;
  const pinned = useMemo(() => (rest === null ? undefined : (row: Row) => row[rest] === true), [rest]);
  if (result.rows.length === 0) return null;
  return (
    <div
      data-slot="result-view"
      data-layout={beside ? "beside" : "stacked"}
      className={cn("grid items-start gap-x-9 gap-y-6", beside && "@3xl:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]")}
    >
      {chart ? (
        <ChartView
          chart={chart}
          columns={result.columns}
          rows={result.rows}
          format={format}
          className={beside || WIDE.has(chart.type) ? undefined : "max-w-[44rem]"}
        />
      ) : null}
      <ResultTable
        title={`${title}, table`}
        columns={result.columns}
        rows={result.rows}
        totals={totals}
        format={format}
        {...(pinned ? { pinned } : {})}
      />
    </div>
  );
}
