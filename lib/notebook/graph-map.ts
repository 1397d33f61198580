import { graphOf, inputsOf } from "./graph";
import type { CellId } from "./ids";
import type { Cell, InputCell } from "./notebook";

/** A cell that others hang on, or that hangs on others. */
export interface MapNode {
  cell: MapCell;
  /** The cells whose results or values it takes. */
  reads: readonly MapCell[];
}

/** What is shown of a cell. */
export type MapCell = Pick<Cell, "id" | "name" | "title" | "kind">;

/**
 * The cells that read one another, each after those it reads. Empty while no cell reads another: inputs that only lead
 * the analyses are told elsewhere.
 */
export function graphMap(cells: readonly Cell[]): readonly MapNode[] {
  const { order, reads } = graphOf(cells);
  if ([...reads.values()].every((above) => above.length === 0)) return [];
  const nodes = order.map((cell): MapNode => {
    const taken = new Set([...inputsOf(cells, cell), ...(reads.get(cell.id) ?? [])]);
    return { cell, reads: [...taken] };
  });
  const used = new Set<CellId>(nodes.flatMap((node) => node.reads.map(({ id }) => id)));
  const inputs = cells.filter((cell): cell is InputCell => cell.kind === "input" && used.has(cell.id));
  return [
    ...inputs.map((cell): MapNode => ({ cell, reads: [] })),
    ...nodes.filter((node) => used.has(node.cell.id) || node.reads.length > 0),
  ];
}
