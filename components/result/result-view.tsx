import { type CSSProperties, memo, useMemo } from "react";
import { ChartView } from "@/components/chart/chart-view";
import { periodLabel, toGrain } from "@/components/chart/period-label";
import { totalNames } from "@/components/chart/total-names";
import { ResultTable } from "@/components/table/result-table";
import { tableColumns, tableWidth } from "@/components/table/table-columns";
import { cn } from "@/components/ui/cn";
import type { Chart } from "@/lib/query/chart";
import { firstOrder } from "@/lib/query/first-order";
import type { Format } from "@/lib/query/format";
import type { Result, Row } from "@/lib/query/result";
import type { WrittenShares } from "@/lib/query/shown-parts";

interface ResultViewProps {
  title: string;
  result: Pick<Result, "columns" | "rows" | "total">;
  chart: Chart | null;
  /** The rows of the table where these are others than those of the chart, or in another order. */
  tableRows?: readonly Row[] | undefined;
  totals: Row | null;
  format: Format;
  /** What is written of shares where the rows of the table alone would say something else. */
  written?: WrittenShares;
}

const WIDE: ReadonlySet<Chart["type"]> = new Set(["line", "lines", "month-map", "scatter", "heat", "triangle"]);

/** A table that needs more pixels stands below its chart. */
const WIDEST_BESIDE = 620;

type TableRoom = CSSProperties & { "--table": string; "--needed": number };

/** Bars start where the table's first row does. */
const BESIDE_TABLE: Partial<Record<Chart["type"], string>> = { bars: "@4xl:mt-[26px]", bands: "@4xl:mt-[26px]" };

/** Periods are named by their month or quarter, as in the chart, not by their first day, nor "before" and "after". */
function periodFormat(format: Format, chart: Chart | null, rows: readonly Row[]): Format {
  if (chart?.type === "waterfall") {
    const names = totalNames(chart, rows, format.locale);
    return {
      ...format,
      value: (value, column, digits) =>
        (column.name === chart.label ? names.get(String(value)) : undefined) ?? format.value(value, column, digits),
    };
  }
  const periods = chart && periodsOf(chart);
  if (!periods || !NAMED_GRAINS.has(periods.grain)) return format;
  const { column: of, grain } = periods;
  return {
    ...format,
    value: (value, column, digits) => {
      if (column.name !== of || typeof value !== "string") return format.value(value, column, digits);
      return grain === "year" ? value.slice(0, 4) : periodLabel(value, toGrain(grain), format.locale, true);
    },
  };
}

/** Days and weeks are named by their first day as it is. */
const NAMED_GRAINS: ReadonlySet<string> = new Set(["month", "quarter", "year"]);

/** The column of a chart that holds the first days of periods, and how long these are. */
function periodsOf(chart: Chart): { column: string; grain: string } | null {
  switch (chart.type) {
    case "line":
    case "lines":
      return chart.grain ? { column: chart.x, grain: chart.grain } : null;
    case "bars":
      return chart.grain ? { column: chart.label, grain: chart.grain } : null;
    default:
      return null;
  }
}

/** Chart and table: side by side where both are narrow enough, else the chart above its table. */
export const ResultView = memo(function ResultView(props: ResultViewProps) {
  const { title, result, chart, totals, format, written, tableRows = result.rows } = props;
  const shown = useMemo(() => periodFormat(format, chart, result.rows), [format, chart, result.rows]);
  const needed = useMemo(
    () => tableWidth(tableColumns(result.columns, tableRows, totals, shown)),
    [result, tableRows, totals, shown],
  );
  const beside = chart !== null && !WIDE.has(chart.type) && needed <= WIDEST_BESIDE;
  const rest = chart?.type === "pareto" ? chart.rest : null;
  const pinned = useMemo(() => (rest === null ? undefined : (row: Row) => row[rest] === true), [rest]);
  const firstSort = tableRows === result.rows ? firstOrder(chart, result.rows) : null;
  const room: TableRoom = { "--table": `max(${Math.ceil(needed)}px, 53%)`, "--needed": Math.ceil(needed) };
  return (
    <div
      data-slot="result-view"
      data-layout={beside ? "beside" : "stacked"}
      style={room}
      className={cn(
        "grid items-start gap-x-9 gap-y-6",
        beside && "@4xl:grid-cols-[minmax(0,1fr)_minmax(0,var(--table))]",
      )}
    >
      {chart ? (
        <ChartView
          chart={chart}
          columns={result.columns}
          rows={result.rows}
          total={result.total}
          apart={tableRows !== result.rows}
          format={chart.type === "bars" || chart.type === "lines" ? shown : format}
          className={cn(beside ? BESIDE_TABLE[chart.type] : !WIDE.has(chart.type) && "max-w-[44rem]")}
        />
      ) : null}
      <ResultTable
        title={`${title}, table`}
        columns={result.columns}
        rows={tableRows}
        totals={totals}
        format={shown}
        firstSort={firstSort}
        {...(written ? { written } : {})}
        {...(pinned ? { pinned } : {})}
      />
    </div>
  );
});
