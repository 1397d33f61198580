import type { MapNode } from "@/lib/notebook/graph-map";
import type { CellId } from "@/lib/notebook/ids";

interface GraphLine {
  from: CellId;
  to: CellId;
  /** SVG path data. */
  path: string;
}

interface GraphLines {
  lines: readonly GraphLine[];
  /** The lane each node stands in; 0 is the leftmost. */
  lanes: readonly number[];
  /** Pixels from the left edge to the middle of each node's sign. */
  indents: readonly number[];
  width: number;
}

/** Lanes are as far apart as there is room for. */
const STEP = 15;
const ROOM = 90;
const FIRST = 6;
const ROUND = 6;

interface Spot {
  x: number;
  y: number;
}

/**
 * Where the nodes of a map stand, one a row, and the lines from what is read to what reads it. A node keeps its lane
 * until its last reader, so that no line runs through another node; what reads last may stand in the lane it frees.
 * Pixels.
 */
export function graphLines(nodes: readonly MapNode[], row: number): GraphLines {
  const lanes = lanesOf(nodes);
  const most = Math.max(1, ...lanes);
  const step = Math.min(STEP, ROOM / most);
  const spots = new Map<CellId, Spot>(
    nodes.map(({ cell }, at) => [cell.id, { x: FIRST + (lanes[at] ?? 0) * step, y: (at + 0.5) * row }]),
  );
  const lines = nodes.flatMap(({ cell, reads }) =>
    reads.flatMap((read) => {
      const [from, to] = [spots.get(read.id), spots.get(cell.id)];
      return from && to ? [{ from: read.id, to: cell.id, path: bend(from, to) }] : [];
    }),
  );
  const indents = nodes.map(({ cell }) => spots.get(cell.id)?.x ?? 0);
  return { lines, lanes, indents, width: FIRST * 2 + most * step };
}

function lanesOf(nodes: readonly MapNode[]): number[] {
  const lastReader = new Map<CellId, number>();
  nodes.forEach(({ reads }, at) => {
    for (const { id } of reads) lastReader.set(id, at);
  });
  /** The row from which each lane is free. */
  const free: number[] = [];
  return nodes.map(({ cell }, at) => {
    const found = free.findIndex((from) => from <= at);
    const lane = found < 0 ? free.length : found;
    free[lane] = Math.max(at + 1, lastReader.get(cell.id) ?? 0);
    return lane;
  });
}

/** Along the lane of what is read, then with a round corner to what reads it. */
function bend(from: Spot, to: Spot): string {
  const round = Math.min(ROUND, Math.abs(to.x - from.x), Math.abs(to.y - from.y));
  const [down, right] = [Math.sign(to.y - from.y), Math.sign(to.x - from.x)];
  return `M${from.x} ${from.y}V${to.y - down * round}Q${from.x} ${to.y} ${from.x + right * round} ${to.y}H${to.x}`;
}
