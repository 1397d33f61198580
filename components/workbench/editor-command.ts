import type { EditorCommand } from "@/components/editor/editor-props";
import { chordOf } from "./key-chord";
import { type KeyChoices, keyMapOf } from "./key-map";
import { countsWhileWriting } from "./key-writing";
import { keyCommands } from "./keys";

/** Commands the editor of a query does itself: it knows what was written last, and stays where it is. */
const IN_THE_EDITOR: Readonly<Record<string, EditorCommand>> = {
  run: "stay",
  "run-next": "next",
  "run-insert": "insert",
  format: "format",
  leave: "leave",
};

/** What a key press means in the editor of a query, by the keys a person chose. */
export function editorCommand(event: KeyboardEvent, choices: KeyChoices, mac: boolean): EditorCommand | null {
  const chord = chordOf(event, mac);
  if (chord === null || !countsWhileWriting(chord)) return null;
  const id = keyMapOf(keyCommands, choices, mac).get(chord);
  return id === undefined ? null : (IN_THE_EDITOR[id] ?? null);
}
