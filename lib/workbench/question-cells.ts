import { namedTables } from "@/lib/ingest/define-tables";
import { tableViewName } from "@/lib/ingest/table-view-name";
import type { DataSetId } from "@/lib/notebook/ids";
import type { Cell, ChartCell, DataSet, Notebook, SqlCell } from "@/lib/notebook/notebook";
import { newChartCell, newSqlCell } from "./cell-commands";
import { freeCellName } from "./cell-names";
import { firstQuestion } from "./first-question";
import type { KnownColumn } from "./telling-columns";

/** What is known of the columns of freshly read tables. */
export type KnownTables = ReadonlyMap<DataSetId, readonly KnownColumn[]>;

interface Asked {
  /** With the tables asked: they name them. */
  notebook: Pick<Notebook, "cells" | "dataSets">;
  dataSet: Pick<DataSet, "id">;
  columns: readonly KnownColumn[];
}

/** What queries call a table. */
const viewOf = ({ notebook, dataSet }: Asked) =>
  namedTables(notebook.dataSets).find(({ id }) => id === dataSet.id)?.view;

/** A query worth asking of a table first and its picture; none where nothing is known of its columns. */
export function questionCells(asked: Asked, newId: () => string): Cell[] {
  const view = viewOf(asked);
  const question = view === undefined ? null : firstQuestion(view, asked.columns);
  if (view === undefined || question === null) return [];
  const { cells, dataSets } = asked.notebook;
  const made = newSqlCell(asked.notebook, newId, question.sql);
  const sql: SqlCell = {
    ...made,
    name: freeCellName(asked.notebook, tableViewName(question.title)),
    title: question.title,
    ran: { sql: question.sql, reads: [view] },
  };
  if (!question.chart) return [sql];
  const { title, drawing } = question.chart;
  const chart = newChartCell({ cells: [...cells, sql], dataSets }, newId, sql.name);
  return [sql, { ...chart, title, drawing }];
}

/** The query that was made of a table and the charts of it, as long as nobody wrote another text. */
export function untouchedQuestions(asked: Asked): (SqlCell | ChartCell)[] {
  const view = viewOf(asked);
  const question = view === undefined ? null : firstQuestion(view, asked.columns);
  const queries = asked.notebook.cells.flatMap((cell) =>
    cell.kind === "sql" && cell.sql === question?.sql ? [cell] : [],
  );
  const charts = asked.notebook.cells.flatMap((cell) =>
    cell.kind === "chart" && queries.some(({ name }) => name === cell.source) ? [cell] : [],
  );
  return [...queries, ...charts];
}
