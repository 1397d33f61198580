import type { CellId } from "@/lib/notebook/ids";
import type { CellStatus, WorkbenchState } from "@/lib/workbench/state";

type Seen = Pick<WorkbenchState, "notebook" | "runs">;

/** What is worth saying of a state, in the order of its weight; what only waits is not. */
const WORDS: readonly (readonly [CellStatus, string])[] = [
  ["error", "failed"],
  ["blocked", "blocked"],
  ["cancelled", "cancelled"],
  ["edited", "edited, not run yet"],
  ["stale", "stale"],
  ["running", "running"],
  ["ok", "done"],
];

/** More of one state than this are counted, not named. */
const NAMED = 2;

/** What became of the cells between two states, for those who hear the page: "Best sellers done. 3 cells stale." */
export function announced(before: Seen, after: Seen): string {
  if (!after.notebook || before.notebook?.id !== after.notebook.id) return "";
  const title = new Map<CellId, string>(after.notebook.cells.map((cell) => [cell.id, cell.title]));
  const became = (status: CellStatus) =>
    [...title.keys()].filter((id) => after.runs[id]?.status === status && before.runs[id]?.status !== status);
  const sentences = WORDS.flatMap(([status, words]) => {
    const cells = became(status);
    if (cells.length === 0) return [];
    if (cells.length > NAMED) return [`${cells.length} cells ${words}.`];
    return cells.map((id) => {
      const problem = status === "error" ? after.runs[id]?.problem?.message : undefined;
      return problem ? `${title.get(id)} ${words}: ${problem}` : `${title.get(id)} ${words}.`;
    });
  });
  return sentences.join(" ");
}
