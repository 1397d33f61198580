import { analyses } from "@/lib/analyses/registry";
import { freeName } from "@/lib/notebook/free-name";
import type { CellId, NotebookId } from "@/lib/notebook/ids";
import type { Cell, Notebook } from "@/lib/notebook/notebook";
import { serialize } from "@/lib/notebook/serialize";
import type { Definition } from "@/lib/report/report";

type DefinedCell = Definition["cells"][number];

/** What other cells can call a cell. */
const NAME = /^[a-z_][a-z0-9_]{0,60}$/;

/** The questions of a report as a notebook without data, in the form a notebook is taken in as a file. */
export function adoptedFile(definition: Definition, now: number): File {
  const text = serialize({ notebook: adopted(definition, now), results: [] });
  return new File([text], "report.lucid.json", { type: "application/json" });
}

function adopted({ title, locale, currency, cells }: Definition, now: number): Notebook {
  const ids = new Map(cells.map(({ name }, at) => [name, `cell${at}` as CellId]));
  const made: Cell[] = [];
  for (const cell of cells) made.push(toCell(cell, ids, made));
  return {
    id: "report" as NotebookId,
    title,
    locale,
    currency,
    dataSets: [],
    cells: made,
    insightStates: {},
    explanations: {},
    autoRun: false,
    createdAt: now,
  };
}

function toCell(cell: DefinedCell, ids: ReadonlyMap<string, CellId>, before: readonly Cell[]): Cell {
  const common = {
    id: ids.get(cell.name) ?? ("" as CellId),
    name: freeName(NAME.test(cell.name) ? cell.name : "cell", before),
    title: cell.title,
    collapsed: false,
  };
  if (cell.kind === "note") return { ...common, kind: "note", text: cell.text };
  if (cell.kind === "input") return { ...common, kind: "input", input: cell.input, value: cell.value };
  const { asking } = cell;
  if (asking.kind === "sql") {
    return { ...common, kind: "sql", sql: asking.sql, ran: null, origin: null, codeShown: false };
  }
  if (asking.kind === "chart") return { ...common, ...asking };
  const { analysis, params, inputs } = asking;
  if (analyses.every(({ name }) => name !== analysis)) {
    return { ...common, kind: "note", text: "This version of Lucid does not have the analysis that stood here." };
  }
  const followed = Object.entries(inputs).flatMap(([param, name]) => {
    const id = ids.get(name);
    return id === undefined ? [] : [[param, id] as const];
  });
  return { ...common, kind: "analysis", analysis, params, inputs: Object.fromEntries(followed), codeShown: false };
}
