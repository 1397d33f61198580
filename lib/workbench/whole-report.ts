import { toFormat } from "@/lib/analyses/say";
import type { WholeReport } from "@/lib/report/files/report-workbook";
import type { Context } from "./context";
import { ExportError } from "./export-error";
import { frozenReport } from "./freeze-report";
import { questionSql } from "./question-sql";
import { questionsOf } from "./questions";
import type { ShownTables } from "./shown-view";

/** Files have room for what a link has not. */
const EVERY_ROW = 1_000_000_000;

/** The open notebook as it is shown now, every row of it. Throws ExportError while nothing is computed. */
export function wholeReport({ ports, store }: Pick<Context, "ports" | "store">, shown: ShownTables): WholeReport {
  const { notebook, runs, facts, products } = store.get();
  if (!notebook || !facts) {
    throw new ExportError({
      kind: "nothing-there",
      message: "There is nothing to export yet: no cell has a result.",
      hint: "Wait until the cells are computed, or run them.",
    });
  }
  const report = frozenReport({ notebook, runs, facts, products, now: ports.clock.now(), mostRows: EVERY_ROW });
  const named = notebook.cells.flatMap(({ id, name }) => {
    const table = shown.get(id);
    return table ? [[name, table] as const] : [];
  });
  const sql = [...questionsOf(notebook, ports).values()].flatMap((question) => {
    const text = questionSql(question);
    return text === null ? [] : [[question.cell.name, text] as const];
  });
  return {
    report,
    tables: new Map(named),
    sql: new Map(sql),
    engine: ports.engineVersion,
    format: toFormat(notebook),
  };
}
