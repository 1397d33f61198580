import { paramNames } from "@/lib/query/sql-names";
import type { CellId } from "./ids";
import type { AskingCell, Cell, InputCell } from "./notebook";

/** What hangs on what: cells that ask, and the cells whose results they read. */
export interface Graph {
  /** Each cell after those it reads, else as in the notebook; cells on a circle, or behind one, come last. */
  order: readonly AskingCell[];
  /** The cells whose results a cell reads itself. */
  reads: ReadonlyMap<CellId, readonly AskingCell[]>;
  /** The circle a cell is on, from the cell back to it. */
  circles: ReadonlyMap<CellId, readonly AskingCell[]>;
}

/** The cells that ask the data and have a result. */
export function askingCells(cells: readonly Cell[]): AskingCell[] {
  return cells.filter((cell) => cell.kind === "analysis" || cell.kind === "sql" || cell.kind === "chart");
}

/** True while the text of a query is not the one that was run. */
export function isEdited(cell: AskingCell): boolean {
  return cell.kind === "sql" && cell.ran?.sql !== cell.sql;
}

/** The tables and cells a cell reads, by name; of a query whose text was not run yet nothing is known. */
export function namesRead(cell: AskingCell): readonly string[] {
  if (cell.kind === "chart") return cell.source === "" ? [] : [cell.source];
  return cell.kind === "sql" && cell.ran && !isEdited(cell) ? cell.ran.reads.map((name) => name.toLowerCase()) : [];
}

/** The input cells whose values a cell takes. */
export function inputsOf(cells: readonly Cell[], cell: AskingCell): InputCell[] {
  const inputs = cells.filter((other) => other.kind === "input");
  if (cell.kind === "chart") return [];
  const followed = Object.values(cell.kind === "sql" ? (cell.origin?.inputs ?? {}) : cell.inputs);
  const named = cell.kind === "sql" ? new Set(paramNames(cell.sql)) : new Set<string>();
  const takes = ({ id, name, input }: InputCell) =>
    followed.includes(id) ||
    named.has(name) ||
    (input === "period" && (named.has(`${name}_from`) || named.has(`${name}_to`)));
  return inputs.filter(takes);
}

/** The cells that take the value of an input, by a parameter or by its name in their query. */
export function takersOf(cells: readonly Cell[], input: CellId): AskingCell[] {
  return askingCells(cells).filter((cell) => inputsOf(cells, cell).some(({ id }) => id === input));
}

export function graphOf(cells: readonly Cell[]): Graph {
  const asking = askingCells(cells);
  const byName = new Map(asking.map((cell) => [cell.name, cell]));
  const reads = new Map(asking.map((cell) => [cell.id, namesRead(cell).flatMap((name) => byName.get(name) ?? [])]));
  const readBy = new Map<CellId, AskingCell[]>();
  for (const cell of asking) {
    for (const { id } of reads.get(cell.id) ?? []) readBy.set(id, [...(readBy.get(id) ?? []), cell]);
  }
  const order = ordered(asking, reads, readBy);
  const placed = new Set(order);
  const rest = asking.filter((cell) => !placed.has(cell));
  return { order: [...order, ...rest], reads, circles: circlesAmong(rest, reads) };
}

/** Kahn's algorithm, of the cells that are ready always the first in the notebook. */
function ordered(
  asking: readonly AskingCell[],
  reads: ReadonlyMap<CellId, readonly AskingCell[]>,
  readBy: ReadonlyMap<CellId, readonly AskingCell[]>,
): AskingCell[] {
  const place = new Map(asking.map((cell, at) => [cell, at]));
  const missing = new Map(asking.map(({ id }) => [id, new Set(reads.get(id)).size]));
  const ready = asking.filter(({ id }) => missing.get(id) === 0);
  const order: AskingCell[] = [];
  for (let cell = ready.shift(); cell; cell = ready.shift()) {
    order.push(cell);
    for (const next of new Set(readBy.get(cell.id))) {
      const left = (missing.get(next.id) ?? 0) - 1;
      missing.set(next.id, left);
      if (left > 0) continue;
      const at = ready.findIndex((other) => (place.get(other) ?? 0) > (place.get(next) ?? 0));
      ready.splice(at < 0 ? ready.length : at, 0, next);
    }
  }
  return order;
}

function circlesAmong(
  cells: readonly AskingCell[],
  reads: ReadonlyMap<CellId, readonly AskingCell[]>,
): Map<CellId, readonly AskingCell[]> {
  const circles = new Map<CellId, readonly AskingCell[]>();
  for (const cell of cells) {
    const path = pathTo(cell, cell, reads);
    if (path) circles.set(cell.id, [cell, ...path]);
  }
  return circles;
}

/** The shortest way from a cell over what it reads to `goal`, both ends of the last step included; null without one. */
function pathTo(
  from: AskingCell,
  goal: AskingCell,
  reads: ReadonlyMap<CellId, readonly AskingCell[]>,
): readonly AskingCell[] | null {
  const seen = new Set<CellId>();
  let ends: AskingCell[][] = [[from]];
  while (ends.length > 0) {
    const longer: AskingCell[][] = [];
    for (const path of ends) {
      for (const next of reads.get(path.at(-1)?.id ?? from.id) ?? []) {
        if (next.id === goal.id) return [...path.slice(1), next];
        if (seen.has(next.id)) continue;
        seen.add(next.id);
        longer.push([...path, next]);
      }
    }
    ends = longer;
  }
  return null;
}

/** Every cell whose result hangs on one of these, by what it reads. */
export function downstreamOf({ order, reads }: Graph, ids: ReadonlySet<CellId>): AskingCell[] {
  const hanging = new Set(ids);
  return order.filter((cell) => {
    const hangs = (reads.get(cell.id) ?? []).some(({ id }) => hanging.has(id));
    if (hangs) hanging.add(cell.id);
    return hangs;
  });
}
