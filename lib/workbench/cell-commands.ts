import { askedParams } from "@/lib/notebook/asked-params";
import type { CellId } from "@/lib/notebook/ids";
import type { Cell, ChartCell, InputCell, InputKind, Notebook, NoteCell, SqlCell } from "@/lib/notebook/notebook";
import { NotebookError } from "@/lib/notebook/notebook-error";
import { ALL, type ParamValue } from "@/lib/query/param";
import { freeCellName } from "./cell-names";
import { ownSql } from "./own-sql";

type Around = Pick<Notebook, "cells" | "dataSets">;
type NewId = () => string;

/** What every new cell has: a free name, and a title that tells it from its like. */
function base(notebook: Around, name: string, title: string, newId: NewId) {
  return {
    id: newId() as CellId,
    name: freeCellName(notebook, name),
    title: freeTitle(notebook.cells, title),
    collapsed: false,
  };
}

/** "Query", "Query 2", ...: the first that no cell has. */
function freeTitle(cells: readonly Cell[], wanted: string): string {
  const taken = new Set(cells.map(({ title }) => title));
  if (!taken.has(wanted)) return wanted;
  const stem = wanted.replace(/ \d+$/, "");
  let at = 2;
  while (taken.has(`${stem} ${at}`)) at += 1;
  return `${stem} ${at}`;
}

/** An empty query, or one with a text. */
export function newSqlCell(notebook: Around, newId: NewId, sql = ""): SqlCell {
  return { ...base(notebook, "query", "Query", newId), kind: "sql", sql, ran: null, origin: null, codeShown: true };
}

export function newNoteCell(notebook: Around, newId: NewId, text = ""): NoteCell {
  return { ...base(notebook, "note", "Note", newId), kind: "note", text };
}

/** A chart of a cell's or a table's result; its columns are chosen once they are known. */
export function newChartCell(notebook: Around, newId: NewId, source = ""): ChartCell {
  return {
    ...base(notebook, "chart", "Chart", newId),
    kind: "chart",
    source,
    drawing: { type: "bars", x: "", y: "", group: null, aggregate: "none" },
  };
}

const INPUTS: Readonly<Record<InputKind, { title: string; value: ParamValue }>> = {
  period: { title: "Period", value: ALL },
  category: { title: "Category", value: ALL },
  store: { title: "Store", value: ALL },
  product: { title: "Product", value: ALL },
  number: { title: "Number", value: 10 },
  text: { title: "Text", value: "" },
};

/** An input that leaves nothing out; queries read it as `$name`. */
export function newInputCell(notebook: Around, newId: NewId, input: InputKind): InputCell {
  const { title, value } = INPUTS[input];
  return { ...base(notebook, input, title, newId), kind: "input", input, value };
}

/** The cell without its ties to the notebook around it: parameters have the values that inputs give now. */
export function takenAlong({ cells }: Pick<Notebook, "cells">, cell: Cell): Cell {
  return cell.kind === "analysis" ? { ...cell, params: { ...askedParams(cells, cell) } } : cell;
}

/** A copy of a cell beside it or in another notebook: it follows the inputs that are there. */
export function duplicate(notebook: Around, cell: Cell, newId: NewId): Cell {
  const free = freeCellName(notebook, cell.name) === cell.name;
  const { id, name, title } = base(notebook, free ? cell.name : cell.name.replace(/_\d+$/, ""), cell.title, newId);
  if (cell.kind !== "analysis") return { ...cell, id, name, title };
  const here = new Set(notebook.cells.map((other) => other.id));
  const inputs = Object.fromEntries(Object.entries(cell.inputs).filter(([, input]) => here.has(input)));
  return { ...cell, id, name, title, inputs };
}

/** A cell as a note or as a query of the same words. Throws NotebookError for what has no words of its own. */
export function converted(cell: Cell, to: "note" | "sql"): Cell {
  if (cell.kind === to) return cell;
  if (cell.kind === "analysis" && to === "sql") return ownSql(cell);
  const { id, name, title, collapsed } = cell;
  if (cell.kind === "sql") return { id, name, title, collapsed, kind: "note", text: cell.sql };
  if (cell.kind === "note") {
    return { id, name, title, collapsed, kind: "sql", sql: cell.text, ran: null, origin: null, codeShown: true };
  }
  throw new NotebookError({
    kind: "not-convertible",
    message: `${title} has no text that could become a ${to === "note" ? "note" : "query"}.`,
    hint: "Queries and notes turn into each other; insert a new cell beside this one instead.",
  });
}
