import type { Value } from "@/lib/query/column";
import { type Report, type ReportTable, reportSchema } from "./report";
import { ReportError } from "./report-error";
import { LONGEST_TEXT } from "./result-schema";

/** Whole letters only: half of a pair is no letter. */
function fitting(value: Value): Value {
  if (typeof value !== "string" || value.length <= LONGEST_TEXT) return value;
  return `${value.slice(0, LONGEST_TEXT - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}

function fittingTable({ values, ending, ...rest }: ReportTable): ReportTable {
  return { ...rest, values: values.map((column) => column.map(fitting)), ending: ending?.map(fitting) ?? null };
}

/** More than a link can hold. */
export function holdsTooMuch(): ReportError {
  return new ReportError({
    kind: "too-large",
    message: "A link cannot hold so many cells, columns or words.",
    hint: "Choose fewer cells, or save the report as a page.",
  });
}

/** A report as a link can hold it: the longest texts of its tables are cut. Throws ReportError where it holds too much else. */
export function fittingReport(report: Report): Report {
  const cells = report.cells.map((cell) => {
    return cell.kind === "result" && cell.table ? { ...cell, table: fittingTable(cell.table) } : cell;
  });
  const fit = { ...report, cells };
  if (!reportSchema.safeParse(fit).success) throw holdsTooMuch();
  return fit;
}
