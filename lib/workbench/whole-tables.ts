import type { CellId } from "@/lib/notebook/ids";
import type { Notebook } from "@/lib/notebook/notebook";
import type { Result } from "@/lib/query/result";
import type { ShownTable } from "@/lib/report/files/shown-table";
import type { CellRelations } from "./cell-relations";
import type { Context } from "./context";
import type { DataTables } from "./data-tables";
import { ExportError } from "./export-error";
import { type Question, questionsOf } from "./questions";
import type { ShownTables } from "./shown-view";
import { keptRows } from "./whole-rows";

export interface WholeSpec {
  context: Pick<Context, "ports" | "store">;
  tables: Pick<DataTables, "ensure" | "share">;
  relations: Pick<CellRelations, "whole" | "holds" | "drop">;
}

/** Tables of which the page holds the first rows only, with all of them. */
export interface WholeTables {
  /** By the names of their cells. */
  tables: ReadonlyMap<string, ShownTable>;
  /** Gives the memory back that they took. */
  close(): Promise<void>;
}

type Cut = { question: Question; result: Result };

/** The cells of which the page holds the first rows only, where it is known what gave them. */
function cutCells({ ports, store }: WholeSpec["context"], notebook: Notebook): Cut[] {
  const { runs } = store.get();
  return [...questionsOf(notebook, ports).values()].flatMap((question) => {
    const run = runs[question.cell.id];
    const isCut = run?.result && run.result.total !== undefined;
    return isCut && run.resultKey === question.key ? [{ question, result: run.result as Result }] : [];
  });
}

/** True when a cell of the open notebook reads another of that name. */
function isRead({ ports, store }: WholeSpec["context"], name: string): boolean {
  const { notebook } = store.get();
  const questions = notebook ? [...questionsOf(notebook, ports).values()] : [];
  return questions.some(({ reads }) => reads.some((read) => read.name === name));
}

/**
 * Every row of those cells that are cut on the screen: of `only`, or of the whole notebook. `signal` is aborted when
 * the notebook is left: nothing of it may come back to the engine then.
 */
export async function wholeTables(
  spec: WholeSpec,
  shown: ShownTables,
  only: CellId | null,
  signal?: AbortSignal,
): Promise<WholeTables> {
  const { notebook } = spec.context.store.get();
  const tables = new Map<string, ShownTable>();
  const closing: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };

  async function wholeTable({ question, result }: Cut, open: Notebook): Promise<ShownTable> {
    const { cell } = question;
    const questions = questionsOf(open, spec.context.ports);
    signal?.throwIfAborted();
    const engine = await spec.tables.ensure(open.dataSets);
    signal?.throwIfAborted();
    await spec.tables.share(question.ask?.kind === "text" ? question.ask.text : "", { signal });
    // Cancelled or left while it is made, it goes as well.
    closing.push(async () => {
      if (!isRead(spec.context, cell.name)) await spec.relations.drop(engine, [cell.name]);
    });
    const table = await spec.relations.whole(engine, questions, question, { signal });
    const view = shown.get(cell.id) ?? null;
    const columns = view?.columns ?? result.columns.filter(({ hidden }) => !hidden);
    const check = () => {
      if (!spec.relations.holds(question)) throw changed(cell.title);
    };
    const { title } = cell;
    const total = result.total ?? result.rows.length;
    const { locale } = open;
    const whole = await keptRows({ engine, table, columns, view, title, total, locale, check }, { signal });
    closing.push(whole.close);
    return {
      columns: columns.map((column) => ({ ...column, kind: whole.kinds.get(column.name) ?? column.kind })),
      rows: view?.rows ?? result.rows,
      totals: null,
      whole,
    };
  }

  try {
    for (const cut of notebook ? cutCells(spec.context, notebook) : []) {
      const { id, name } = cut.question.cell;
      if (notebook && (only === null || only === id)) tables.set(name, await wholeTable(cut, notebook));
    }
  } catch (error) {
    await close();
    throw error;
  }
  return { tables, close };
}

function changed(title: string): ExportError {
  return new ExportError({
    kind: "changed",
    message: `What ${title} gives changed while it was written, so the file was not.`,
    hint: "Wait until the cell is computed, and export it again.",
  });
}
