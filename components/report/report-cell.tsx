import { type ComponentProps, type ReactNode, useMemo } from "react";
import { AnswerLine } from "@/components/result/answer-line";
import { ComparisonLine } from "@/components/result/comparison-line";
import { OverviewView } from "@/components/result/overview-view";
import { ProfileTable } from "@/components/result/profile-table";
import { ResultView } from "@/components/result/result-view";
import { cn } from "@/components/ui/cn";
import { Markdown } from "@/components/ui/markdown";
import type { Say } from "@/lib/analyses/analysis";
import type { Format } from "@/lib/query/format";
import type { ReportCell as Cell, ReportTable, ResultCell } from "@/lib/report/report";
import { endingRow, rowsApart, tableRows } from "@/lib/report/table-rows";
import { ReportExplained } from "./report-explained";
import { ReportInsights } from "./report-insights";

interface Writing {
  format: Format;
  say: Say;
}

type ReportCellProps = Omit<ComponentProps<"section">, "children"> & Writing & { cell: Cell };

/** Where a cell of a report is gone to. */
export function cellAnchor({ name }: Pick<Cell, "name">): string {
  return `cell-${name}`;
}

/** One cell, to be read: what it says, what was asked, its picture and its table. */
export function ReportCell({ cell, format, say, className, ...props }: ReportCellProps) {
  const titleId = `title-${cell.name}`;
  return (
    <section
      id={cellAnchor(cell)}
      aria-labelledby={titleId}
      tabIndex={-1}
      data-slot="report-cell"
      data-cell={cell.name}
      data-kind={cell.kind}
      className={cn("@container scroll-mt-16 border-line border-t pt-6 pb-9 outline-none", className)}
      {...props}
    >
      <h2 id={titleId} className="font-semibold text-lg text-soft [overflow-wrap:anywhere]">
        {cell.title}
      </h2>
      {cell.kind === "result" ? (
        <Result cell={cell} format={format} say={say} />
      ) : cell.kind === "note" ? (
        <Markdown text={cell.text} className="mt-1.5" />
      ) : (
        <p className="mt-1 text-base text-soft">{cell.words}</p>
      )}
    </section>
  );
}

function Result({ cell, format, say }: Writing & { cell: ResultCell }) {
  const { answer, comparison, asked, caution, explanation, notes } = cell;
  return (
    <div className="mt-1">
      <AnswerLine answer={answer} />
      {comparison ? <ComparisonLine comparison={comparison} format={format} /> : null}
      {asked ? (
        <p data-asked="" className="mt-2 max-w-[72ch] text-faint text-sm [overflow-wrap:anywhere]">
          {asked}
        </p>
      ) : null}
      {caution ? (
        <p data-slot="caution" className="mt-2 border-warn border-l-2 pl-3 text-sm text-warn">
          {caution}
        </p>
      ) : null}
      {explanation ? <ReportExplained explanation={explanation} className="mt-4" /> : null}
      <div className="mt-3.5">{body(cell, format, say)}</div>
      {notes.length > 0 ? (
        <ul data-slot="cell-notes" className="mt-4 flex max-w-[72ch] flex-col gap-1 text-soft text-sm">
          {[...notes.entries()].map(([at, note]) => (
            <li key={at} className="border-line border-l-2 pl-3">
              {note}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Why nothing stands below a cell's title, where nothing else says so. */
function nothingWords({ asking, caution, answer, notes, table }: ResultCell): string | null {
  if (asking.kind !== "analysis") return table && table.total === 0 ? "It ran, and there are no rows." : null;
  return caution || answer.length > 0 || notes.length > 0 ? null : "Nothing to show for these settings.";
}

function body(cell: ResultCell, format: Format, say: Say): ReactNode {
  const { asking, figures, insights, table, chart, title } = cell;
  const nothing = figures || insights || (table && table.total > 0) ? null : nothingWords(cell);
  if (nothing) return <p className="text-base text-soft">{nothing}</p>;
  if (figures) return <OverviewView {...figures} format={format} />;
  if (insights) return <ReportInsights insights={insights.shown} total={insights.total} say={say} />;
  if (table && asking.kind === "analysis" && asking.analysis === "profile") {
    return <Profile title={title} table={table} format={format} />;
  }
  return table ? <Table title={title} table={table} chart={chart} format={format} say={say} /> : null;
}

function Profile({ title, table, format }: Pick<TableProps, "title" | "table" | "format">) {
  const result = useMemo(() => ({ columns: table.columns, rows: tableRows(table) }), [table]);
  return <ProfileTable title={title} result={result} format={format} />;
}

/** Which of its rows a report keeps of a table beside a chart whose last ones are the newest. */
const PARTS: Readonly<Record<string, string>> = { line: "newest", lines: "last", triangle: "last" };

type TableProps = Writing & Pick<ResultCell, "title" | "chart"> & { table: ReportTable };

function Table({ title, table, chart, format, say }: TableProps) {
  const { columns, total, view } = table;
  const { drawn, seen, written } = useMemo(() => rowsApart(table), [table]);
  const result = useMemo(() => ({ columns, rows: drawn, total }), [columns, drawn, total]);
  const totals = useMemo(() => endingRow(table), [table]);
  const shown = seen.length;
  const found = view?.found ?? total;
  const part = view ? "first" : (PARTS[chart?.type ?? ""] ?? "first");
  const searched = found < total ? " that were searched for" : "";
  return (
    <>
      <ResultView {...{ title, result, chart, totals, format, written }} tableRows={seen} />
      {shown < total ? (
        <p data-slot="rows-kept" className="mt-2 text-faint text-xs">
          {shown < found
            ? `The ${part} ${say.count(shown)} of ${say.count(found)} rows${searched} are in this report`
            : `Of ${say.count(total)} rows the ${say.count(found)}${searched} are in this report`}
          ; the sentences and totals are of all.
        </p>
      ) : null}
    </>
  );
}
