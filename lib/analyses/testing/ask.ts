import type { Engine } from "@/lib/engine/engine";
import type { Column, Value } from "@/lib/query/column";
import { type Query, toParams } from "@/lib/query/query";
import type { Row } from "@/lib/query/result";
import type { Analysis, Answer, Facts } from "../analysis";
import { factsQuery, toFacts } from "../facts";
import { toSay, type Writing } from "../say";

const POUNDS: Writing = { locale: "en-GB", currency: "GBP" };

/** All that a cell would show. */
export interface Asked {
  rows: readonly Row[];
  facts: Facts;
  /** The sentence as text. */
  answer: string;
  notes: readonly string[];
  totals: Row | null;
  /** The columns that are not hidden. */
  shown: readonly string[];
  columns: readonly Column[];
}

/** The rows of a query with some of its parameters given. */
export async function rowsOf(engine: Engine, query: Query, given: Record<string, unknown> = {}): Promise<Row[]> {
  return engine.run(query, toParams(query, given));
}

/** Asks an analysis as a cell does, written in pounds unless told otherwise. */
export async function ask(
  engine: Engine,
  analysis: Analysis,
  given: Record<string, unknown> = {},
  writing: Writing = POUNDS,
): Promise<Asked> {
  const params = toParams(analysis.query, given);
  const asked = await engine.run(analysis.query, params);
  const rows = analysis.derive ? analysis.derive(asked, params) : asked;
  const facts = toFacts(await engine.run(factsQuery, {}));
  const columns = analysis.columns(analysis.query.columns, rows, facts, params);
  return {
    rows,
    facts,
    answer: textOf(analysis.answer(rows, params, facts, toSay(writing))),
    notes: analysis.notes(rows, params, facts),
    totals: analysis.totals(rows, params, facts),
    shown: columns.filter((column) => !column.hidden).map((column) => column.name),
    columns,
  };
}

/** A sentence without its emphasis. */
export function textOf(answer: Answer): string {
  return answer.map((span) => span.text).join("");
}

/** The named columns of each row, in that order: what a test says by hand. */
export function cells(rows: readonly Row[], ...names: string[]): Value[][] {
  return rows.map((row) => names.map((name) => row[name] ?? null));
}
