import { StatementQueue } from "@/lib/engine/statement-queue";
import type { CellId } from "@/lib/notebook/ids";
import type { Context } from "./context";
import { ExportError } from "./export-error";
import type { ExportSpec } from "./export-script";
import type { CellFormat, NotebookFormat, SavedFile } from "./saved-file";
import type { ShownTables } from "./shown-view";
import { whileOpen } from "./while-open";

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

interface ExporterSpec extends ExportSpec {
  context: Context;
  /** Resolves when products that were chosen can be called by their names. */
  nameChosen(): Promise<void>;
}

export function createExporter(spec: ExporterSpec): Exporter {
  const { jobs, store } = spec.context;
  /** Files of every row are written one after another: each drops the tables it made. */
  const turns = new StatementQueue();

  async function cellFileOf(id: CellId, format: CellFormat, shown: ShownTables, signal: AbortSignal) {
    await spec.nameChosen();
    const [{ cellFile }, { wholeReport }, { wholeTables }, { resultCells, tableOf }] = await Promise.all([
      import("./export-cell"),
      import("./whole-report"),
      import("./whole-tables"),
      import("@/lib/report/files/report-tables"),
    ]);
    signal.throwIfAborted();
    const { report, tables } = wholeReport(spec.context, shown);
    const name = store.get().notebook?.cells.find((cell) => cell.id === id)?.name;
    const cell = resultCells(report).find((other) => other.name === name);
    if (!cell) throw new TypeError("only cells with a result are exported");
    const whole = await wholeTables(spec, shown, id, signal);
    try {
      if (isCut(id) && !whole.tables.has(cell.name)) throw onlyFirst(cell.title);
      return await cellFile(tableOf(cell, new Map([...tables, ...whole.tables])), format, report);
    } finally {
      await whole.close();
    }
  }

  async function notebookFileOf(format: Exclude<NotebookFormat, "project">, shown: ShownTables, signal: AbortSignal) {
    await spec.nameChosen();
    const { notebookFile } = await import("./export-notebook");
    signal.throwIfAborted();
    return notebookFile(spec, format, shown, signal);
  }

  const isCut = (id: CellId) => store.get().runs[id]?.result?.total !== undefined;

  return {
    async cell(id, format, shown) {
      const write = (signal: AbortSignal) => cellFileOf(id, format, shown, signal);
      if (!isCut(id)) return whileOpen(spec.context, write);
      const writeInTurn = (signal: AbortSignal) => turns.run(() => write(signal), signal);
      const title = store.get().notebook?.cells.find((cell) => cell.id === id)?.title ?? "";
      const abort = new AbortController();
      const job = { title: `Write every row of ${title}`, subject: `export ${id}`, cancel: () => abort.abort() };
      return jobs.run(job, () => whileOpen(spec.context, writeInTurn, abort.signal));
    },
    async notebook(format, shown) {
      const abort = new AbortController();
      const job = { title: `Write ${WHAT[format]}`, subject: `export ${format}`, cancel: () => abort.abort() };
      return jobs.run(job, async ({ progress }) => {
        if (format === "project") {
          const { projectFile } = await import("./project-file");
          return projectFile(spec.context, { signal: abort.signal, onProgress: progress });
        }
        const write = (signal: AbortSignal) => turns.run(() => notebookFileOf(format, shown, signal), signal);
        return whileOpen(spec.context, write, abort.signal);
      });
    },
  };
}

/** What a cell shows is not what it asks now: its other rows cannot be had any more. */
function onlyFirst(title: string): ExportError {
  return new ExportError({
    kind: "changed",
    message: `Only the first rows of what ${title} asked before are known, and a file should have them all.`,
    hint: "Run the cell, and export it again.",
  });
}
