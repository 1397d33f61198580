import type { CellId } from "@/lib/notebook/ids";
import type { Context } from "./context";
import type { ExportSpec } from "./export-script";
import type { CellFormat, NotebookFormat, SavedFile } from "./saved-file";
import type { ShownTables } from "./whole-report";

/** What is shown, as files. What writes them is fetched when it is first needed. */
export interface Exporter {
  /** What a cell shows as a table: the rows of `shown` where the screen shows one of it. Throws ExportError. */
  cell(id: CellId, format: CellFormat, shown: ShownTables): Promise<SavedFile>;
  /** The open notebook. A job that can be cancelled; rejects as it fails. */
  notebook(format: NotebookFormat, shown: ShownTables): Promise<SavedFile>;
}

const WHAT: Readonly<Record<NotebookFormat, string>> = {
  xlsx: "a workbook",
  ipynb: "a Jupyter notebook",
  sql: "a SQL script",
  project: "a project with its data",
};

export function createExporter(spec: ExportSpec & { context: Context }): Exporter {
  const { jobs, store } = spec.context;
  return {
    async cell(id, format, shown) {
      const [{ cellFile }, { wholeReport }, { resultCells, tableOf }] = await Promise.all([
        import("./export-cell"),
        import("./whole-report"),
        import("@/lib/report/files/report-tables"),
      ]);
      const whole = wholeReport(spec.context, shown);
      const name = store.get().notebook?.cells.find((cell) => cell.id === id)?.name;
      const cell = resultCells(whole.report).find((other) => other.name === name);
      if (!cell) throw new TypeError("only cells with a result are exported");
      return cellFile(tableOf(cell, whole.tables), format, whole.report);
    },
    async notebook(format, shown) {
      const abort = new AbortController();
      const job = { title: `Write ${WHAT[format]}`, subject: `export ${format}`, cancel: () => abort.abort() };
      return jobs.run(job, async ({ progress }) => {
        if (format === "project") {
          const { projectFile } = await import("./project-file");
          return projectFile(spec.context, { signal: abort.signal, onProgress: progress });
        }
        const { notebookFile } = await import("./export-notebook");
        return notebookFile(spec, format, shown, abort.signal);
      });
    },
  };
}
