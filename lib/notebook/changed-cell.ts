import type { Cell } from "./notebook";

/** The cell a change is about: the first that came, else the first that reads otherwise, else the one that moved. */
export function changedCell(before: readonly Cell[], after: readonly Cell[]): Cell | null {
  const known = new Map(before.map((cell) => [cell.id, cell]));
  const came = after.find(({ id }) => !known.has(id));
  if (came) return came;
  const other = after.find((cell) => known.get(cell.id) !== cell);
  if (other) return other;
  if (before.length !== after.length) return null;
  const at = after.findIndex((cell, index) => cell !== before[index]);
  const [here, there] = [after[at], before[at]];
  if (!here || !there) return null;
  const without = (cells: readonly Cell[]) => cells.filter((cell) => cell !== here);
  const rest = without(after);
  return without(before).every((cell, index) => cell === rest[index]) ? here : there;
}
