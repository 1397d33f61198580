import type { Command } from "@/lib/notebook/command";
import type { Notebook } from "@/lib/notebook/notebook";
import { withoutInput } from "./shared-inputs";

/**
 * Removing a data set gives the lines it replaced back to the older ones, removing an input leaves its value with the
 * cells that followed it, each as one change; other commands stay as they are.
 */
export function removal(notebook: Notebook, command: Command): Command {
  const removed = command.type === "remove-cell" && notebook.cells.find(({ id }) => id === command.id);
  if (removed && removed.kind === "input") return withoutInput(notebook.cells, removed);
  if (command.type !== "remove-data-set") return command;
  const gone = notebook.dataSets.find(({ id }) => id === command.id);
  const others = notebook.dataSets.filter(({ id, replaced }) => id !== command.id && replaced?.by === gone?.fileName);
  const freed = gone ? others.filter(({ replaced }) => replaced !== null) : [];
  if (freed.length === 0) return command;
  const commands: Command[] = freed.map((dataSet) => ({
    type: "set-data-set",
    dataSet: { ...dataSet, replaced: null },
  }));
  return { type: "batch", label: "Remove a data set", commands: [command, ...commands] };
}
