import type { Format } from "@/lib/query/format";
import type { Report, ResultCell } from "../report";
import { resultCells, tableOf, wordsOf } from "./report-tables";
import { sheetNames } from "./sheet-names";
import type { Sheet, SheetCell } from "./sheet-xml";
import type { ShownTable } from "./shown-table";
import { tableSheet } from "./table-sheet";
import { workbookFile } from "./workbook-file";

/** A report with what a file holds beyond what a link can. */
export interface WholeReport {
  report: Report;
  /** Every row of cells of which the report holds only the first, by the name of the cell. */
  tables: ReadonlyMap<string, ShownTable>;
  /** What each cell asks as SQL, its parameters written in. */
  sql: ReadonlyMap<string, string>;
  /** "duckdb-wasm 1.32.0". */
  engine: string;
  format: Format;
}

const PROVENANCE = "Provenance";
const LONG = 60;
const PERCENT = { name: "change", label: "Change", kind: "double", unit: "percent", hidden: false } as const;

type Line = readonly (string | number | null)[];

/** What became of the figure a cell states, in words. */
function comparisonText({ comparison }: ResultCell, format: Format): string {
  if (!comparison) return "";
  if ("reason" in comparison) return comparison.reason;
  const changes = comparison.changes.map(({ percent, against, detail }) =>
    percent === null ? detail : `${percent > 0 ? "+" : ""}${format.value(percent, PERCENT)} ${against}.`,
  );
  return `${comparison.label}: ${format.value(comparison.value, comparison.column)}. ${changes.join(" ")}`;
}

function sheetCell(value: string | number | null, bold: boolean): SheetCell | null {
  if (value === null || value === "") return null;
  if (typeof value === "number") return { value: { type: "number", text: String(value) }, look: { format: "#,##0" } };
  const wrapped = !bold && value.length > LONG;
  return { value: { type: "text", text: value }, look: { format: "General", bold, wrapped, quoted: true } };
}

interface Written {
  cell: ResultCell;
  /** "" where there is no table: what the cell says, or why it says nothing, is told all the same. */
  sheet: string;
  remarks: readonly string[];
}

interface Told {
  values: Line;
  head?: boolean;
}

/** Where everything comes from: files with their ledgers, cells with what they ask, and what the workbook left out. */
function provenance({ report, sql, engine, format }: WholeReport, written: readonly Written[]): Told[] {
  const words = report.cells.flatMap((cell): Told[] => {
    if (cell.kind === "note") return [{ values: [cell.title, cell.text] }];
    return cell.kind === "input" ? [{ values: [cell.title, cell.words] }] : [];
  });
  return [
    { values: [report.title], head: true },
    { values: ["Made at", new Date(report.madeAt).toISOString()] },
    { values: ["Data as of", report.asOf ?? "unknown"] },
    { values: ["Currency", report.currency ?? "none named"] },
    { values: ["Computed by", engine] },
    { values: ["", report.lede] },
    { values: [] },
    { values: ["File", "How it was read", "Lines", "Kept", "Rejected", "Excluded", "Remarks"], head: true },
    ...report.sources.map(({ fileName, readAs, lines, kept, rejected, excluded, warnings }) => ({
      values: [fileName, readAs, lines, kept, rejected, excluded, warnings.join("\n")],
    })),
    { values: [] },
    { values: ["Cell", "Sheet", "Answer", "What was asked", "Compared", "Remarks", "SQL"], head: true },
    ...written.map(({ cell, sheet, remarks }) => ({
      values: [
        cell.title,
        sheet,
        wordsOf(cell.answer),
        cell.asked,
        comparisonText(cell, format),
        [...(cell.caution ? [cell.caution] : []), ...cell.notes, ...remarks].join("\n"),
        sql.get(cell.name) ?? "",
      ],
    })),
    ...(words.length > 0 ? [{ values: [] }, { values: ["Notes and filters", "Words"], head: true }, ...words] : []),
  ];
}

/** The last sheet; its lines are made when those before are written, and it is known what these left out. */
function provenanceSheet(name: string, whole: WholeReport, written: readonly Written[]): Sheet {
  function* rows() {
    const lines = provenance(whole, written);
    yield lines.map(({ values, head = false }) => values.map((value) => sheetCell(value, head)));
  }
  return { name, widths: [28, 44, 40, 40, 40, 40, 60], frozen: 0, rows: rows(), filtered: null };
}

/** A report as an XLSX workbook: a sheet a cell, and one that says where everything comes from. */
export async function reportWorkbook(whole: WholeReport): Promise<Blob> {
  const cells = resultCells(whole.report);
  const names = sheetNames([...cells.map(({ title }) => title), PROVENANCE]);
  const writing = { locale: whole.report.locale, currency: whole.report.currency };
  const made = cells.map((cell, at) => {
    const table = tableOf(cell, whole.tables);
    return { cell, made: table.columns.length === 0 ? null : tableSheet(names[at] ?? cell.name, table, writing) };
  });
  const written = made.map(({ cell, made }) => ({ cell, sheet: made?.sheet.name ?? "", remarks: made?.remarks ?? [] }));
  const last = provenanceSheet(names.at(-1) ?? PROVENANCE, whole, written);
  return workbookFile([...made.flatMap(({ made }) => (made ? [made.sheet] : [])), last]);
}
