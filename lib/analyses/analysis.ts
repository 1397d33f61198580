import type { Chart } from "@/lib/query/chart";
import type { Column, RowOf, RowSpec } from "@/lib/query/column";
import type { ParamSpec, ParamsOf } from "@/lib/query/param";
import type { Query } from "@/lib/query/query";
import type { Row } from "@/lib/query/result";
import type { Comparable, Incomparable } from "./comparable";

/** A piece of a sentence; strong pieces are the decisive words. Numbers are formatted by `say`. */
export interface Span {
  text: string;
  strong: boolean;
}
export type Answer = readonly Span[];

/** Writes values in the notebook's locale and currency; given to answers so that they stay pure. */
export interface Say {
  money(value: string | number): string;
  /** Short for a sentence: ₹48.2 lakh, £9.75 million. */
  moneyShort(value: string | number): string;
  quantity(value: string | number): string;
  count(value: number): string;
  /** 0-1 as "38%". */
  share(value: number): string;
  /** 0-100 as "9%" without a sign. */
  percent(value: number): string;
  /** "2026-06-30" as "30 June 2026". */
  date(day: string): string;
  /** "2026-06-01" as "June 2026". */
  month(day: string): string;
}

/** What is true of the notebook's data whatever the cell asks. */
export interface Facts {
  hasSales: boolean;
  hasInventory: boolean;
  hasCost: boolean;
  hasCategory: boolean;
  hasTransaction: boolean;
  hasCustomer: boolean;
  firstDay: string | null;
  asOf: string | null;
  categories: readonly string[];
  stores: readonly string[];
  /** Names of the files that are ordinary tables. */
  tables: readonly string[];
  /** "2026-06", every month from first to last. */
  months: readonly string[];
}

export type PhrasePart = string | { param: string };

/**
 * A sentence whose words are controls: text and, between, parameter names. `["Top ", {param: "limit"}, " by ", …]`
 * Parts under `when` are said only of data they can be asked of; `phraseParts` chooses them.
 */
export type Phrase = readonly (PhrasePart | { when: (facts: Facts) => boolean; parts: readonly PhrasePart[] })[];

export interface Analysis<P extends ParamSpec = ParamSpec, R extends RowSpec = RowSpec> {
  /** snake_case; the name of cell, query and SQL file. */
  name: string;
  title: string;
  /** The question it answers, for galleries and screen readers. */
  question: string;
  query: Query<P, R>;
  /** The rows to keep and show, from those of the query: for what SQL cannot say. Pure; without it they are the query's. */
  derive?: (rows: readonly RowOf<R>[], params: ParamsOf<P>) => readonly RowOf<R>[];
  /** Parameters as a sentence. */
  phrase: Phrase;
  /** The columns as this result shows them: units and heads that depend on a parameter, columns the data cannot fill hidden. */
  columns: (
    columns: readonly Column[],
    rows: readonly RowOf<R>[],
    facts: Facts,
    params: ParamsOf<P>,
  ) => readonly Column[];
  /** null draws no chart (big values instead). */
  chart: (params: ParamsOf<P>, rows: readonly RowOf<R>[], facts: Facts) => Chart | null;
  /** The row a table ends with, or null. Keys are column names. */
  totals: (rows: readonly RowOf<R>[], params: ParamsOf<P>, facts: Facts) => Row | null;
  /** One sentence from the result's own numbers; empty when nothing can be said. */
  answer: (rows: readonly RowOf<R>[], params: ParamsOf<P>, facts: Facts, say: Say) => Answer;
  /** The figure its answer states, to be held against that of the period before; null when it states none. */
  compares?: (params: ParamsOf<P>, facts: Facts) => Comparable | Incomparable | null;
  /** What is missing, what can still be said, what to add; each a plain sentence. */
  notes: (rows: readonly RowOf<R>[], params: ParamsOf<P>, facts: Facts) => readonly string[];
}
