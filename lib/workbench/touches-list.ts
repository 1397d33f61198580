import type { Command } from "@/lib/notebook/command";

/** True for changes the list of notebooks shows. */
export function touchesList(command: Command): boolean {
  if (command.type === "batch") return command.commands.some(touchesList);
  return command.type === "set-title" || command.type === "insert-data-set" || command.type === "remove-data-set";
}
