import type { Workbench } from "@/lib/workbench/workbench";

/** A key and what it does. `mod` is Ctrl, or Cmd on a Mac. */
export interface KeyCommand {
  key: string;
  mod: boolean;
  shift: boolean;
  /** What a help list says. */
  label: string;
  run(workbench: Workbench): void;
}

/** Add a keyboard command here. Keys typed into a text field belong to the field. */
export const keyCommands: readonly KeyCommand[] = [
  { key: "z", mod: true, shift: false, label: "Undo", run: (workbench) => workbench.undo() },
  { key: "z", mod: true, shift: true, label: "Redo", run: (workbench) => workbench.redo() },
  { key: "y", mod: true, shift: false, label: "Redo", run: (workbench) => workbench.redo() },
  { key: "Enter", mod: true, shift: false, label: "Run the cell", run: runFocused },
];

function runFocused(workbench: Workbench): void {
  const name = document.activeElement?.closest<HTMLElement>("[data-cell]")?.dataset.cell;
  const cell = workbench.store.get().notebook?.cells.find((candidate) => candidate.name === name);
  if (cell?.kind === "analysis") workbench.runCell(cell.id);
}

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, [contenteditable]");
}

/** Runs the command of a key press, if there is one; true when it was taken. */
export function takeKey(event: KeyboardEvent, workbench: Workbench): boolean {
  if (typing(event.target) || event.altKey || workbench.store.get().view !== "notebook") return false;
  const found = keyCommands.find(
    (command) =>
      command.key.toLowerCase() === event.key.toLowerCase() &&
      command.mod === (event.ctrlKey || event.metaKey) &&
      command.shift === event.shiftKey,
  );
  if (!found) return false;
  event.preventDefault();
  found.run(workbench);
  return true;
}
