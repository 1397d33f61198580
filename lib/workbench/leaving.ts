import { plural } from "@/lib/analyses/span";
import type { ReportCell, ReportTable } from "@/lib/report/report";

/** A chart; of more rows than stand in its table where that was searched or sorted. */
function chartWords({ view, values }: ReportTable, count: (number: number) => string): string {
  const leaving = values[0]?.length ?? 0;
  return view && leaving > view.rows.length ? `a chart of ${count(view.drawn)}` : "a chart";
}

/** What of a cell leaves with a report, in words: "21 of 400 rows and a chart". */
export function leavingWords(cell: ReportCell, count: (number: number) => string): string {
  if (cell.kind === "note") return "text";
  if (cell.kind === "input") return cell.words;
  const { figures, insights, table, chart, explanation } = cell;
  const of = (shown: number, total: number, one: string) =>
    `${shown < total ? `${count(shown)} of ${count(total)}` : count(total)} ${plural(total, one)}`;
  const parts = [
    figures ? of(figures.big.length + figures.whole.length, figures.big.length + figures.whole.length, "figure") : "",
    insights ? of(insights.shown.length, insights.total, "insight") : "",
    table ? of(table.view?.rows.length ?? table.values[0]?.length ?? 0, table.total, "row") : "",
    chart && table ? chartWords(table, count) : "",
    explanation ? "its explanation" : "",
  ].filter(Boolean);
  if (parts.length === 0) return "its sentence";
  return parts.length === 1 ? (parts[0] ?? "") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
