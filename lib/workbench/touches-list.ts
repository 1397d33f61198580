import type { Command } from "@/lib/notebook/command";

/** True for changes the list of notebooks shows. */
export function touchesList(command: Command): boolean {
  if (command.type === "batch") return command.commands.some(touchesList);
  return ["set-title", "insert-data-set", "remove-data-set", "set-notebook"].includes(command.type);
}
