import { paramLiterals } from "@/lib/query/query";
import { withLiterals } from "@/lib/query/sql-names";
import type { Question } from "./questions";

/** What a cell asks as one query with its parameters written in; null where there is nothing it can ask. */
export function questionSql({ ask, held, problem }: Pick<Question, "ask" | "held" | "problem">): string | null {
  if (ask === null || held === "incomplete" || problem !== null) return null;
  if (ask.kind === "text") return withLiterals(ask.text, ask.literals);
  const { query } = ask.analysis;
  return withLiterals(query.text, paramLiterals(query, ask.params));
}
