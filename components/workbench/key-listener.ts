import { chordOf } from "./key-chord";
import type { KeyCommand } from "./key-command";
import { type KeyChoices, keyMapOf } from "./key-map";
import { createKeyReader } from "./key-reader";
import { countsWhileWriting } from "./key-writing";
import { keyCommands } from "./keys";
import { isPanelOpen } from "./page-view";

const FIELDS =
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="file"]), textarea, select, [contenteditable]:not([contenteditable="false"])';
/** What has letters and arrows of its own while it has the focus. */
const OWN_KEYS = '[role="combobox"], [role="slider"], [role="tab"], [role="grid"], [role="menuitem"], [role="option"]';
const OVER = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

/** True while a person writes, or the focus is in something that has keys of its own. */
function isWriting(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(`${FIELDS}, ${OWN_KEYS}`) !== null;
}

/** A list has letters and arrows of its own, but nothing of its own to undo: keys with a modifier are the notebook's. */
function isListWithModifier({ target, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return target instanceof Element && target.matches("select") && (ctrlKey || metaKey);
}

/** Whether the keys of a command count where they were pressed. */
function counts(command: KeyCommand, event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (event.repeat && !command.repeats) return false;
  if (command.cell && !target?.closest("[data-cell]")) return false;
  if (command.when === "anywhere") return true;
  if (isWriting(target) && !isListWithModifier(event)) return false;
  const selected = target?.matches("[data-cell]") ?? false;
  const arrow = /^Arrow/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  // Arrows scroll the page and move in tables, unless a cell itself is selected.
  return command.when === "selected" || arrow ? selected : true;
}

interface Listening {
  choices: () => KeyChoices;
  mac: boolean;
  /** Does what a command says; false when there was nothing to do. */
  take: (command: KeyCommand) => boolean;
}

/** Takes the keys of the notebook; gives the way to stop. */
export function listenForKeys(page: Window, { choices, mac, take }: Listening): () => void {
  const reader = createKeyReader();
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || event.getModifierState?.("AltGraph")) return;
    const chord = chordOf(event, mac);
    if (chord === null) return;
    const over = event.target instanceof Element && event.target.closest(OVER);
    if (over || isPanelOpen()) return reader.reset();
    if (isWriting(event.target) && !countsWhileWriting(chord)) return reader.reset();
    const reading = reader.read(chord, event.timeStamp, keyMapOf(keyCommands, choices(), mac));
    if (reading === null || reading === "begun") return;
    const command = keyCommands.find(({ id }) => id === reading.found);
    if (command && counts(command, event) && take(command)) event.preventDefault();
  };
  page.addEventListener("keydown", onKey);
  return () => page.removeEventListener("keydown", onKey);
}
