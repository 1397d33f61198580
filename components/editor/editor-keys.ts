import { closeBracketsKeymap, closeCompletion } from "@codemirror/autocomplete";
import { defaultKeymap, historyKeymap } from "@codemirror/commands";
import { searchKeymap } from "@codemirror/search";
import type { Extension } from "@codemirror/state";
import { type Command, EditorView, type KeyBinding, keymap } from "@codemirror/view";
import type { RunMode } from "./editor-props";
import { formattedSql } from "./formatted-sql";
import { setNotice } from "./sql-notice";
import { withText } from "./text-change";

/** What the page may do with keys; null where it does nothing, and the key is then left to it. */
interface PageKeys {
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

/** Keys of the editor. Tab is not among them: it leads on, as everywhere. */
export function editorKeys({ run, leave }: PageKeys): Extension {
  const runs = (key: string, mode: RunMode): KeyBinding => ({
    key,
    stopPropagation: true,
    run: (view) => {
      const now = run();
      if (now) closeCompletion(view);
      now?.(mode);
      return now !== null;
    },
  });
  const own: KeyBinding[] = [
    runs("Mod-Enter", "stay"),
    runs("Shift-Enter", "next"),
    runs("Alt-Enter", "insert"),
    { key: "Alt-f", stopPropagation: true, run: formatCommand },
    {
      key: "Escape",
      stopPropagation: true,
      run: ({ state }) => {
        const now = leave();
        if (state.selection.ranges.length > 1 || !now) return false;
        now();
        return true;
      },
    },
  ];
  const plain = [...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap]
    .filter(({ key }) => !LEFT_TO_PAGE.has(key ?? ""))
    .map((binding) => (binding.key === "Enter" ? { ...binding, shift: undefined } : binding));
  return [
    keymap.of(searchKeymap.map((binding) => ({ ...binding, stopPropagation: true }))),
    keymap.of(own),
    keymap.of(plain),
  ];
}
