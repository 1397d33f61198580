import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apply } from "./apply";
import type { Command } from "./command";
import type { CellId } from "./ids";
import { NotebookError } from "./notebook-error";
import { fittingCommand, someCell, someNotebook } from "./testing/arbitrary-notebook";

const notebookAndCommand = fc
  .record({ cells: fc.nat({ max: 5 }), dataSets: fc.nat({ max: 3 }) })
  .map(({ cells, dataSets }) => someNotebook(cells, dataSets))
  .chain((notebook) => fc.record({ notebook: fc.constant(notebook), command: fittingCommand(notebook, 99) }));

describe("apply", () => {
  it("is taken back exactly by its inverse", () => {
    fc.assert(
      fc.property(notebookAndCommand, ({ notebook, command }) => {
        const applied = apply(notebook, command);
        expect(apply(applied.notebook, applied.inverse).notebook).toEqual(notebook);
      }),
    );
  });

  it("takes a batch back as one", () => {
    const notebook = someNotebook(3, 1);
    const command: Command = {
      type: "batch",
      label: "Several",
      commands: [
        { type: "set-title", title: "New" },
        { type: "remove-cell", id: "cell-1" as CellId },
        { type: "insert-cell", cell: someCell(7), index: 0 },
      ],
    };
    const applied = apply(notebook, command);
    expect(applied.notebook.cells.map((cell) => cell.name)).toEqual(["cell_7", "cell_0", "input_2"]);
    expect(apply(applied.notebook, applied.inverse).notebook).toEqual(notebook);
  });

  it("opens an insight again by forgetting its state", () => {
    const { notebook } = apply(someNotebook(0, 0), {
      type: "set-insight-state",
      insightId: "dead_stock_P1",
      mark: null,
    });
    expect(notebook.insightStates).toEqual({});
  });

  it("never changes the notebook it is given", () => {
    const notebook = someNotebook(2, 1);
    const before = structuredClone(notebook);
    apply(notebook, { type: "remove-cell", id: "cell-0" as CellId });
    expect(notebook).toEqual(before);
  });

  it("refuses a second cell of the same name with a next step", () => {
    const notebook = someNotebook(1, 0);
    const twin = { ...someCell(5), name: "cell_0" };
    expect(() => apply(notebook, { type: "insert-cell", cell: twin, index: 0 })).toThrow(NotebookError);
  });

  it("refuses to change a cell that is not there", () => {
    const command: Command = { type: "set-cell-title", id: "gone" as CellId, title: "x" };
    expect(() => apply(someNotebook(1, 0), command)).toThrow("no longer in the notebook");
  });
});
