import { expect, it } from "vitest";
import { apply } from "./apply";
import { changedCell } from "./changed-cell";
import type { Command } from "./command";
import type { Cell } from "./notebook";
import { someNotebook } from "./testing/arbitrary-notebook";

const notebook = someNotebook(5, 0);
const [first, second, , fourth] = notebook.cells as [Cell, Cell, Cell, Cell];

function changedBy(command: Command): { there?: Cell | undefined; back?: Cell | undefined } {
  const { notebook: next, inverse } = apply(notebook, command);
  const undone = apply(next, inverse).notebook;
  return {
    there: changedCell(notebook.cells, next.cells) ?? undefined,
    back: changedCell(next.cells, undone.cells) ?? undefined,
  };
}

it("A cell that comes back is the one a change is about", () => {
  expect(changedBy({ type: "remove-cell", id: second.id })).toEqual({ there: undefined, back: second });
});

it("A cell that reads otherwise is the one a change is about", () => {
  const { there, back } = changedBy({ type: "set-cell-title", id: fourth.id, title: "Another" });
  expect(there).toMatchObject({ id: fourth.id, title: "Another" });
  expect(back).toEqual(fourth);
});

it("A cell that moves is the one a change is about, up or down, far or near", () => {
  for (const [cell, index] of [
    [first, 3],
    [fourth, 0],
    [second, 4],
  ] as const) {
    expect(changedBy({ type: "move-cell", id: cell.id, index })).toEqual({ there: cell, back: cell });
  }
});

it("No cell is, where a change is about something else", () => {
  expect(changedBy({ type: "set-title", title: "Another" })).toEqual({});
});
