import { closeBracketsKeymap, closeCompletion, completionStatus } from "@codemirror/autocomplete";
import { defaultKeymap, historyKeymap } from "@codemirror/commands";
import { searchKeymap, searchPanelOpen } from "@codemirror/search";
import { type Extension, Prec } from "@codemirror/state";
import { type Command, EditorView, keymap } from "@codemirror/view";
import type { EditorCommand, RunMode } from "./editor-props";
import { formattedSql } from "./formatted-sql";
import { setNotice } from "./sql-notice";
import { withText } from "./text-change";

/** What the page may do with keys; null where it does nothing, and the key is then left to it. */
interface PageKeys {
  commandOf: (event: KeyboardEvent) => EditorCommand | null;
  run: () => ((mode: RunMode) => void) | null;
  leave: () => (() => void) | null;
}

const UNREADABLE = "This text cannot be formatted: a part of it is not closed, or not understood. Nothing was changed.";

/** Sets the text anew; what was typed meanwhile is kept, and then nothing is set. */
async function format(view: EditorView): Promise<void> {
  const before = view.state.doc;
  const text = before.toString();
  const formatted = await formattedSql(text);
  if (!view.dom.isConnected || view.state.doc !== before) return;
  if (formatted === null) view.dispatch({ effects: setNotice.of(UNREADABLE) });
  else if (formatted !== text) {
    view.dispatch({ ...withText(view.state, formatted), scrollIntoView: true, userEvent: "format" });
    view.dispatch({ effects: EditorView.announce.of("Formatted.") });
  }
}

const formatCommand: Command = (view) => {
  if (view.state.readOnly) return false;
  format(view).catch((error: unknown) => {
    view.dispatch({ effects: setNotice.of(`The text was not formatted: ${String(error)}`) });
  });
  return true;
};

/** Enter with another key is a command of the page, never a line. */
const LEFT_TO_PAGE = new Set(["Mod-Enter", "Shift-Enter", "Alt-Enter"]);

/** AltGr comes as Ctrl and Alt on some systems, and Option as AltGr alone on others: a letter is typed with both of the first. */
function isTyping(event: KeyboardEvent): boolean {
  return event.isComposing || (event.ctrlKey && event.getModifierState("AltGraph"));
}

/** Keys of the editor. Which of them run, format and leave is the page's to say. Tab is not among them: it leads on. */
export function editorKeys({ commandOf, run, leave }: PageKeys): Extension {
  const runIn = (view: EditorView, mode: RunMode): boolean => {
    const now = run();
    if (now) closeCompletion(view);
    now?.(mode);
    return now !== null;
  };
  const leaveIn = ({ state }: EditorView): boolean => {
    const now = leave();
    // The same key first closes the list of offers and the search, and gives several cursors up.
    const closes = completionStatus(state) === "active" || searchPanelOpen(state);
    if (closes || state.selection.ranges.length > 1 || !now) return false;
    now();
    return true;
  };
  const own = EditorView.domEventHandlers({
    keydown(event, view) {
      const command = isTyping(event) ? null : commandOf(event);
      if (command === null) return false;
      const taken =
        command === "format" ? formatCommand(view) : command === "leave" ? leaveIn(view) : runIn(view, command);
      if (taken) event.stopPropagation();
      return taken;
    },
  });
  const plain = [...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]
    .filter(({ key }) => !LEFT_TO_PAGE.has(key ?? ""))
    .map((binding) => (binding.key === "Enter" ? { ...binding, shift: undefined } : binding));
  return [
    Prec.high(own),
    keymap.of(searchKeymap.map((binding) => ({ ...binding, stopPropagation: true }))),
    keymap.of(plain),
  ];
}
