import type { Analysis } from "@/lib/analyses/analysis";
import { freeName } from "@/lib/notebook/free-name";
import type { CellId } from "@/lib/notebook/ids";
import type { AnalysisCell, Cell } from "@/lib/notebook/notebook";

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
    codeShown: false,
    ...given,
  };
}
