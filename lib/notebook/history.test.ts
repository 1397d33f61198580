import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commit, type History, redo, type Step, startHistory, undo } from "./history";
import type { CellId } from "./ids";
import { fittingCommand, someNotebook } from "./testing/arbitrary-notebook";

function stepped(history: History, step: Step | null): History {
  return step?.history ?? history;
}

describe("history", () => {
  it("undoes every change back to the start and redoes them to the end", () => {
    fc.assert(
      fc.property(fc.gen(), (pick) => {
        const start = startHistory(someNotebook(3, 1));
        let history = start;
        for (let n = 0; n < 6; n += 1) {
          history = commit(history, pick(fittingCommand, history.notebook, 100 + n)).history;
        }
        const end = history.notebook;
        while (history.past.length > 0) history = stepped(history, undo(history));
        expect(history.notebook).toEqual(start.notebook);
        while (history.future.length > 0) history = stepped(history, redo(history));
        expect(history.notebook).toEqual(end);
      }),
    );
  });

  it("forgets what was undone once something else is done", () => {
    let history = commit(startHistory(someNotebook(2, 0)), { type: "set-title", title: "A" }).history;
    history = stepped(history, undo(history));
    history = commit(history, { type: "remove-cell", id: "cell-0" as CellId }).history;
    expect(redo(history)).toBeNull();
  });

  it("brings a deleted cell back to its place", () => {
    const start = startHistory(someNotebook(3, 0));
    const deleted = commit(start, { type: "remove-cell", id: "cell-1" as CellId }).history;
    expect(undo(deleted)?.history.notebook.cells).toEqual(start.notebook.cells);
  });
});
