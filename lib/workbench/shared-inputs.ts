import { analyses, analysisNamed } from "@/lib/analyses/registry";
import { analysisCells, askedParams, followersOf } from "@/lib/notebook/asked-params";
import type { Command } from "@/lib/notebook/command";
import { freeName } from "@/lib/notebook/free-name";
import type { CellId } from "@/lib/notebook/ids";
import type { AnalysisCell, Asking, Cell, InputCell, InputKind, Notebook } from "@/lib/notebook/notebook";
import { ALL, type ParamValue } from "@/lib/query/param";
import { toParams } from "@/lib/query/query";
import { inputKindOf } from "./input-param";
import { newCell } from "./new-cell";

/** Inputs that filter a shop's figures; one of each kind serves a notebook. */
export type FilterKind = Extract<InputKind, "period" | "category" | "store" | "product">;

export const FILTER_TITLES: Readonly<Record<FilterKind, string>> = {
  period: "Period",
  category: "Category",
  store: "Store",
  product: "Product",
};

/** What cells can have in common: a filter, or a number by the parameter's name. */
export type Common = { input: FilterKind } | { input: "number"; param: string };

/** What a parameter has in common with its like in other cells; null when it is the cell's own. */
export function commonOf(cell: Pick<AnalysisCell, "analysis">, param: string): Common | null {
  const codec = analysisNamed(cell.analysis).query.params[param];
  const input = codec ? inputKindOf(codec) : null;
  if (input === null || input === "text") return null;
  return input === "number" ? { input, param } : { input };
}

function same(a: Common | null, b: Common): boolean {
  if (a?.input === "number") return b.input === "number" && a.param === b.param;
  return a?.input === b.input;
}

/** The parameter of a cell that has something in common with others; null when it has none. */
export function paramFor(cell: Pick<AnalysisCell, "analysis">, common: Common): string | null {
  const names = Object.keys(analysisNamed(cell.analysis).query.params);
  return names.find((name) => same(commonOf(cell, name), common)) ?? null;
}

/** The cells that could follow an input, whether they do or not. */
export function cellsWith(cells: readonly Cell[], common: Common): AnalysisCell[] {
  return analysisCells(cells).filter((cell) => known(cell) && paramFor(cell, common) !== null);
}

/** A notebook of a newer version may ask what this one does not know. */
function known({ analysis }: AnalysisCell): boolean {
  return analyses.some(({ name }) => name === analysis);
}

/** The input that serves for something cells have in common; null when the notebook has none. */
export function inputFor(cells: readonly Cell[], common: Common): InputCell | null {
  const inputs = cells.filter((cell) => cell.kind === "input" && cell.input === common.input) as InputCell[];
  if (common.input !== "number") return inputs[0] ?? null;
  const { param } = common;
  const follows = (input: InputCell) => followersOf(cells, input.id).some((cell) => cell.inputs[param] === input.id);
  return inputs.find(follows) ?? inputs.find(({ name }) => name === param) ?? null;
}

function titleOf(cells: readonly Cell[], common: Common): string {
  if (common.input !== "number") return FILTER_TITLES[common.input];
  const [first] = cellsWith(cells, common);
  return (first && analysisNamed(first.analysis).query.params[common.param]?.label) ?? "Number";
}

/** A change that gives the notebook a cell, and which. */
export interface GivenCell {
  id: CellId;
  command: Command;
}

/**
 * One control for all cells that have something in common, as one change: the input is made, or the one there is takes
 * the value, and every cell that has such a parameter follows it. Without a value a new filter leaves nothing out.
 */
export function sharedInput(
  { cells }: Pick<Notebook, "cells">,
  common: Common,
  value: ParamValue | null,
  newId: () => string,
): GivenCell {
  const found = inputFor(cells, common);
  const title = titleOf(cells, common);
  const made: InputCell = {
    id: newId() as CellId,
    kind: "input",
    input: common.input,
    name: freeName(common.input === "number" ? common.param : common.input, cells),
    title,
    value: value ?? ALL,
    collapsed: false,
  };
  const { id } = found ?? made;
  const first: Command[] = found
    ? value === null || value === found.value
      ? []
      : [{ type: "set-input", id, value }]
    : [{ type: "insert-cell", cell: made, index: cells.findIndex(({ kind }) => kind !== "input") }];
  const follow = cellsWith(cells, common).flatMap((cell): Command[] => {
    const param = paramFor(cell, common);
    if (param === null || cell.inputs[param] === id) return [];
    return [following(cell, { ...cell.inputs, [param]: id })];
  });
  return {
    id,
    command: { type: "batch", label: `One ${title.toLowerCase()} for all cells`, commands: [...first, ...follow] },
  };
}

function following(cell: AnalysisCell, inputs: Record<string, CellId>, params = cell.params): Command {
  return { type: "set-cell-inputs", id: cell.id, params: { ...params }, inputs };
}

/** The cell's parameters that follow one input have values of their own again: those the input gives now. */
function released(cells: readonly Cell[], cell: AnalysisCell, lets: (param: string) => boolean): Command {
  const asked = askedParams(cells, cell);
  const freed = Object.keys(cell.inputs).filter(lets);
  const kept = Object.entries(cell.inputs).filter(([name]) => !lets(name));
  const values = freed.flatMap((name) => (asked[name] === undefined ? [] : [[name, asked[name]] as const]));
  return following(cell, Object.fromEntries(kept), { ...cell.params, ...Object.fromEntries(values) });
}

/** A parameter stops following its input and keeps the value it has. */
export function ownAgain(cells: readonly Cell[], cell: AnalysisCell, param: string): Command {
  return released(cells, cell, (name) => name === param);
}

/** Takes an input away, as one change: what followed it keeps the values it has. */
export function withoutInput(cells: readonly Cell[], input: InputCell): Command {
  const followers = followersOf(cells, input.id).map((cell) =>
    released(cells, cell, (name) => cell.inputs[name] === input.id),
  );
  return {
    type: "batch",
    label: "Remove an input",
    commands: [...followers, { type: "remove-cell", id: input.id }],
  };
}

/** A new cell at the end that asks an analysis and follows the filters the notebook has. */
export function addedAnalysis({ cells }: Pick<Notebook, "cells">, name: string, newId: () => string): GivenCell {
  const cell = newCell(analysisNamed(name), cells, newId);
  const followed = Object.keys(analysisNamed(name).query.params).flatMap((param) => {
    const common = commonOf(cell, param);
    const input = common && common.input !== "number" ? inputFor(cells, common) : null;
    return input ? [[param, input.id] as const] : [];
  });
  const inputs = Object.fromEntries(followed);
  return { id: cell.id, command: { type: "insert-cell", cell: { ...cell, inputs }, index: cells.length } };
}

/** What a cell asks, complete; parameters that no longer fit are at their defaults: the run tells of it. */
export function shownParams(cells: readonly Cell[], cell: Asking): Record<string, ParamValue> {
  const { query } = analysisNamed(cell.analysis);
  try {
    return toParams(query, askedParams(cells, cell));
  } catch {
    return toParams(query, {});
  }
}
