import type { CellId } from "@/lib/notebook/ids";
import { sameRows } from "@/lib/query/result";
import type { Answered } from "./answers";
import type { Document } from "./document";
import type { Question, Questions } from "./questions";
import type { ResultCache } from "./result-cache";
import type { CellRun } from "./state";

interface Known {
  runOf(id: CellId): CellRun;
  questionsNow(): Questions;
  cache: Pick<ResultCache, "keep">;
  doc: Pick<Document, "note">;
}

/** A query that gave other rows than before for the same text: what reads it is to be computed once more. */
export function renewed(
  { runOf, questionsNow, cache, doc }: Known,
  question: Question,
  { result }: Answered,
): Question {
  const { cell, key } = question;
  const before = runOf(cell.id);
  const now = questionsNow().get(cell.id)?.cell;
  if (now?.kind !== "sql" || !now.ran || before.resultKey !== key || sameRows(before.result, result)) return question;
  doc.note({ type: "set-cell", cell: { ...now, ran: { ...now.ran, edition: (now.ran.edition ?? 0) + 1 } } });
  const next = questionsNow().get(cell.id) ?? question;
  cache.keep(next.key, result);
  return next;
}
