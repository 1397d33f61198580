import type { ParamValue } from "@/lib/query/param";
import type { CellId } from "./ids";
import type { AnalysisCell, Asking, Cell, InputCell } from "./notebook";

/** The input a parameter follows; null when it has its own value, or the input is gone. */
export function followedInput(cells: readonly Cell[], cell: Pick<Asking, "inputs">, param: string): InputCell | null {
  const id: CellId | undefined = cell.inputs[param];
  const found = id === undefined ? undefined : cells.find((other) => other.id === id);
  return found?.kind === "input" ? found : null;
}

/** What a cell asks: its own parameters, and the inputs' values where it follows them. The same value while nothing is followed. */
export function askedParams(
  cells: readonly Cell[],
  cell: Pick<Asking, "params" | "inputs">,
): Readonly<Record<string, ParamValue>> {
  const names = Object.keys(cell.inputs);
  if (names.length === 0) return cell.params;
  const followed = names.flatMap((name) => {
    const input = followedInput(cells, cell, name);
    return input ? [[name, input.value] as const] : [];
  });
  return { ...cell.params, ...Object.fromEntries(followed) };
}

/** The cells that ask the data. */
export function analysisCells(cells: readonly Cell[]): AnalysisCell[] {
  return cells.filter((cell) => cell.kind === "analysis");
}

/** The cells that follow an input with one parameter or more. */
export function followersOf(cells: readonly Cell[], input: CellId): AnalysisCell[] {
  return analysisCells(cells).filter((cell) => Object.values(cell.inputs).includes(input));
}
