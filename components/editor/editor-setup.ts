import { closeBrackets } from "@codemirror/autocomplete";
import { history } from "@codemirror/commands";
import { bracketMatching } from "@codemirror/language";
import { highlightSelectionMatches, search } from "@codemirror/search";
import { EditorState, type Extension } from "@codemirror/state";
import { drawSelection, dropCursor, EditorView, highlightActiveLineGutter, lineNumbers } from "@codemirror/view";
import { editorTheme } from "./editor-theme";
import { sqlCompletion } from "./sql-completion";
import { sqlHighlight } from "./sql-highlight";
import { sqlHover } from "./sql-hover";
import type { SqlNames } from "./sql-names";
import { noticeField } from "./sql-notice";
import { problemField } from "./sql-problem";

const LANGUAGE = [
  {
    commentTokens: { line: "--", block: { open: "/*", close: "*/" } },
    closeBrackets: { brackets: ["(", "[", "{", "'", '"'] },
  },
];

/** The words of the search, as buttons of the page are written. */
const PHRASES = {
  next: "Next",
  previous: "Previous",
  all: "Select all",
  "match case": "Match case",
  regexp: "Regular expression",
  "by word": "Whole words",
  replace: "Replace",
  "replace all": "Replace all",
  close: "Close search",
};

/** Everything of the editor that does not change while it is open. */
export function editorSetup(names: () => SqlNames): Extension {
  return [
    lineNumbers(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    dropCursor(),
    EditorState.phrases.of(PHRASES),
    EditorState.allowMultipleSelections.of(true),
    EditorState.languageData.of(() => LANGUAGE),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ spellcheck: "false", autocorrect: "off", autocapitalize: "off", tabindex: "0" }),
    bracketMatching(),
    closeBrackets(),
    search({ top: true }),
    highlightSelectionMatches(),
    sqlHighlight,
    sqlCompletion(names),
    sqlHover(names),
    problemField,
    noticeField,
    editorTheme,
  ];
}
