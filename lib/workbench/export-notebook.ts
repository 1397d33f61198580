import { jupyterNotebook } from "@/lib/report/files/jupyter-notebook";
import { sqlScript } from "@/lib/report/files/notebook-script";
import { resultCells, tableOf } from "@/lib/report/files/report-tables";
import { reportWorkbook, type WholeReport } from "@/lib/report/files/report-workbook";
import { zipFile } from "@/lib/report/files/zip-file";
import { fileName } from "@/lib/std/file-name";
import { type ExportSpec, type MadeScript, notebookScript } from "./export-script";
import type { NotebookFormat, SavedFile } from "./saved-file";
import type { ShownTables } from "./shown-view";
import { wholeReport } from "./whole-report";
import { wholeTables } from "./whole-tables";

type TextFormat = Exclude<NotebookFormat, "project">;

/** A text alone, or in an archive with the files that have to lie beside it. */
async function withFiles(title: string, ending: string, text: string, { beside }: MadeScript): Promise<SavedFile> {
  const name = fileName(title, ending, "Notebook");
  const bytes = new TextEncoder().encode(text);
  if (beside.length === 0) return { name, blob: new Blob([bytes], { type: "text/plain;charset=utf-8" }) };
  const files = beside.map((file) => ({ ...file, stored: true }));
  return { name: `${name}.zip`, blob: await zipFile([{ name, bytes }, ...files]) };
}

/** The open notebook as it is shown now, as a file for other programs. Throws ExportError while nothing is computed. */
export async function notebookFile(
  spec: ExportSpec,
  format: TextFormat,
  shown: ShownTables,
  signal?: AbortSignal,
): Promise<SavedFile> {
  const seen = wholeReport(spec.context, shown);
  if (format === "sql") return written(spec, format, seen, signal);
  const { tables, close } = await wholeTables(spec, shown, null, signal);
  const cells = seen.report.cells.map((cell) => {
    // What was said of a table of which the page holds the first rows does not hold for all of them.
    return tables.has(cell.name) && cell.kind === "result" ? { ...cell, notes: [] } : cell;
  });
  try {
    const whole = { ...seen, report: { ...seen.report, cells }, tables: new Map([...seen.tables, ...tables]) };
    return await written(spec, format, whole, signal);
  } finally {
    await close();
  }
}

async function written(
  spec: ExportSpec,
  format: TextFormat,
  whole: WholeReport,
  signal?: AbortSignal,
): Promise<SavedFile> {
  const { title } = whole.report;
  if (format === "xlsx") return { name: fileName(title, "xlsx", "Notebook"), blob: await reportWorkbook(whole) };
  const { notebook } = spec.context.store.get();
  if (!notebook) throw new TypeError("a report is of an open notebook");
  const made = await notebookScript(spec, whole, notebook, signal);
  if (format === "sql") return withFiles(title, "sql", sqlScript(made.script), made);
  const cells = resultCells(whole.report);
  const tables = made.asked.map((name) => {
    const cell = cells.find((other) => other.name === name);
    return cell ? tableOf(cell, whole.tables) : null;
  });
  return withFiles(title, "ipynb", jupyterNotebook(made.script, tables, whole.format), made);
}
