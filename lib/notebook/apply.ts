import type { Command } from "./command";
import { freeName } from "./free-name";
import type { CellId, DataSetId } from "./ids";
import type { AnalysisCell, Cell, DataSet, InputCell, Notebook } from "./notebook";
import { NotebookError } from "./notebook-error";

/** A changed notebook and the command that takes the change back. */
export interface Applied {
  notebook: Notebook;
  inverse: Command;
}

function inserted<T>(items: readonly T[], item: T, index: number): T[] {
  const at = Math.max(0, Math.min(index, items.length));
  return [...items.slice(0, at), item, ...items.slice(at)];
}

function indexOf(items: readonly { id: CellId | DataSetId }[], id: CellId | DataSetId, what: string): number {
  const index = items.findIndex((item) => item.id === id);
  if (index >= 0) return index;
  throw new NotebookError({ kind: "missing", message: `This ${what} is no longer in the notebook.` });
}

function withCell(notebook: Notebook, changed: Cell): Notebook {
  return { ...notebook, cells: notebook.cells.map((cell) => (cell.id === changed.id ? changed : cell)) };
}

function cellAt(notebook: Notebook, id: CellId): Cell {
  return notebook.cells[indexOf(notebook.cells, id, "cell")] as Cell;
}

function refuseTwin(others: readonly Cell[], { id, name }: Cell): void {
  if (!others.some((cell) => cell.name === name || cell.id === id)) return;
  throw new NotebookError({
    kind: "duplicate-name",
    message: `A cell named ${name} is already here.`,
    hint: `Give one of the two another name, such as ${freeName(name, others)}.`,
  });
}

function analysisAt(notebook: Notebook, id: CellId): AnalysisCell {
  const cell = cellAt(notebook, id);
  if (cell.kind === "analysis") return cell;
  throw new NotebookError({ kind: "missing", message: `${cell.title} has no parameters.` });
}

function inputAt(notebook: Notebook, id: CellId): InputCell {
  const cell = cellAt(notebook, id);
  if (cell.kind === "input") return cell;
  throw new NotebookError({ kind: "missing", message: `${cell.title} is no input.` });
}

function dataSetAt(notebook: Notebook, id: DataSetId): DataSet {
  return notebook.dataSets[indexOf(notebook.dataSets, id, "data set")] as DataSet;
}

/** Applies one command. Throws NotebookError and changes nothing when it does not fit. */
export function apply(notebook: Notebook, command: Command): Applied {
  switch (command.type) {
    case "set-title":
      return {
        notebook: { ...notebook, title: command.title },
        inverse: { type: "set-title", title: notebook.title },
      };
    case "set-money":
      return {
        notebook: { ...notebook, locale: command.locale, currency: command.currency },
        inverse: { type: "set-money", locale: notebook.locale, currency: notebook.currency },
      };
    case "set-auto-run":
      return {
        notebook: { ...notebook, autoRun: command.autoRun },
        inverse: { type: "set-auto-run", autoRun: notebook.autoRun },
      };
    case "set-cell": {
      const before = cellAt(notebook, command.cell.id);
      refuseTwin(
        notebook.cells.filter(({ id }) => id !== before.id),
        command.cell,
      );
      return { notebook: withCell(notebook, command.cell), inverse: { type: "set-cell", cell: before } };
    }
    case "set-notebook":
      return {
        notebook: { ...command.notebook, id: notebook.id, createdAt: notebook.createdAt },
        inverse: { type: "set-notebook", notebook },
      };
    case "insert-cell":
      refuseTwin(notebook.cells, command.cell);
      return {
        notebook: { ...notebook, cells: inserted(notebook.cells, command.cell, command.index) },
        inverse: { type: "remove-cell", id: command.cell.id },
      };
    case "remove-cell": {
      const cell = cellAt(notebook, command.id);
      return {
        notebook: { ...notebook, cells: notebook.cells.filter((other) => other.id !== command.id) },
        inverse: { type: "insert-cell", cell, index: notebook.cells.indexOf(cell) },
      };
    }
    case "move-cell": {
      const cell = cellAt(notebook, command.id);
      const rest = notebook.cells.filter((other) => other.id !== command.id);
      return {
        notebook: { ...notebook, cells: inserted(rest, cell, command.index) },
        inverse: { type: "move-cell", id: command.id, index: notebook.cells.indexOf(cell) },
      };
    }
    case "set-cell-title": {
      const cell = cellAt(notebook, command.id);
      return {
        notebook: withCell(notebook, { ...cell, title: command.title }),
        inverse: { type: "set-cell-title", id: command.id, title: cell.title },
      };
    }
    case "set-cell-params": {
      const { id, params } = command;
      const cell = analysisAt(notebook, id);
      return {
        notebook: withCell(notebook, { ...cell, params }),
        inverse: { type: "set-cell-params", id, params: { ...cell.params } },
      };
    }
    case "set-cell-inputs": {
      const { id, params, inputs } = command;
      const cell = analysisAt(notebook, id);
      return {
        notebook: withCell(notebook, { ...cell, params, inputs }),
        inverse: { type: "set-cell-inputs", id, params: { ...cell.params }, inputs: { ...cell.inputs } },
      };
    }
    case "set-input": {
      const { id, value } = command;
      const cell = inputAt(notebook, id);
      return {
        notebook: withCell(notebook, { ...cell, value }),
        inverse: { type: "set-input", id, value: cell.value },
      };
    }
    case "set-collapsed": {
      const cell = cellAt(notebook, command.id);
      return {
        notebook: withCell(notebook, { ...cell, collapsed: command.collapsed }),
        inverse: { type: "set-collapsed", id: command.id, collapsed: cell.collapsed },
      };
    }
    case "set-insight-state": {
      const { [command.insightId]: before, ...others } = notebook.insightStates;
      return {
        notebook: {
          ...notebook,
          insightStates: command.mark ? { ...others, [command.insightId]: command.mark } : others,
        },
        inverse: { type: "set-insight-state", insightId: command.insightId, mark: before ?? null },
      };
    }
    case "set-explanation": {
      const { [command.of]: before, ...others } = notebook.explanations;
      return {
        notebook: {
          ...notebook,
          explanations: command.explanation ? { ...others, [command.of]: command.explanation } : others,
        },
        inverse: { type: "set-explanation", of: command.of, explanation: before ?? null },
      };
    }
    case "insert-data-set":
      return {
        notebook: { ...notebook, dataSets: inserted(notebook.dataSets, command.dataSet, command.index) },
        inverse: { type: "remove-data-set", id: command.dataSet.id },
      };
    case "remove-data-set": {
      const dataSet = dataSetAt(notebook, command.id);
      return {
        notebook: { ...notebook, dataSets: notebook.dataSets.filter((other) => other.id !== command.id) },
        inverse: { type: "insert-data-set", dataSet, index: notebook.dataSets.indexOf(dataSet) },
      };
    }
    case "set-data-set": {
      const before = dataSetAt(notebook, command.dataSet.id);
      return {
        notebook: {
          ...notebook,
          dataSets: notebook.dataSets.map((other) => (other.id === before.id ? command.dataSet : other)),
        },
        inverse: { type: "set-data-set", dataSet: before },
      };
    }
    case "batch": {
      const inverses: Command[] = [];
      let changed = notebook;
      for (const part of command.commands) {
        const applied = apply(changed, part);
        changed = applied.notebook;
        inverses.unshift(applied.inverse);
      }
      return { notebook: changed, inverse: { type: "batch", label: command.label, commands: inverses } };
    }
  }
}
