import type { Analysis } from "@/lib/analyses/analysis";
import type { CellId } from "@/lib/notebook/ids";
import type { AnalysisCell, Cell } from "@/lib/notebook/notebook";

/** "returns", "returns_2", ...: the first that no cell is called yet. */
export function freeName(wanted: string, cells: readonly Pick<Cell, "name">[]): string {
  const taken = new Set(cells.map(({ name }) => name));
  let name = wanted;
  for (let at = 2; taken.has(name); at += 1) name = `${wanted}_${at}`;
  return name;
}

/** A cell that asks an analysis with its default parameters, under a name none of `cells` has. */
export function newCell(
  analysis: Pick<Analysis, "name" | "title">,
  cells: readonly Pick<Cell, "name">[],
  newId: () => string,
  given: Partial<Pick<AnalysisCell, "title" | "params" | "inputs">> = {},
): AnalysisCell {
  return {
    id: newId() as CellId,
    kind: "analysis",
    analysis: analysis.name,
    name: freeName(analysis.name, cells),
    title: analysis.title,
    params: {},
    inputs: {},
    collapsed: false,
    ...given,
  };
}
