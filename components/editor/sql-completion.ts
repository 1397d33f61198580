import {
  autocompletion,
  type Completion,
  type CompletionSource,
  closeCompletion,
  completionKeymap,
  completionStatus,
  currentCompletions,
  insertCompletionText,
  pickedCompletion,
  selectedCompletionIndex,
} from "@codemirror/autocomplete";
import { type Extension, Prec } from "@codemirror/state";
import { type Command, type EditorView, keymap, type Rect } from "@codemirror/view";
import { type Offer, type OfferKind, offersAt } from "./completions";
import type { SqlNames } from "./sql-names";
import { KEYWORDS } from "./sql-words";

const WORDS: Record<OfferKind, string> = {
  table: "table",
  column: "column",
  input: "input",
  function: "function",
  word: "",
  type: "type",
};

/** A function comes with its parentheses, the cursor between them where something belongs there. */
function applyCall({ insert, detail }: Offer) {
  return (view: EditorView, completion: Completion, from: number, to: number) => {
    const isCalled = view.state.sliceDoc(to, to + 1) === "(";
    const text = isCalled ? insert : `${insert}()`;
    const change = insertCompletionText(view.state, text, from, to);
    const inside = from + insert.length + (isCalled || !detail.startsWith("()") ? 1 : 2);
    view.dispatch({ ...change, selection: { anchor: inside }, annotations: pickedCompletion.of(completion) });
  };
}

/** True when only letters were typed since: the same offers still hold. */
const SAME_NAME = /^[$"]?[\p{L}\p{M}\p{N}_$ ]*$/u;

function toCompletion(offer: Offer): Completion {
  const { kind, label, insert, detail, about, boost } = offer;
  return {
    label,
    type: kind,
    detail,
    boost,
    info: about === "" ? undefined : about,
    apply: kind === "function" ? applyCall(offer) : insert,
  };
}

function source(names: () => SqlNames): CompletionSource {
  return ({ state, pos, explicit }) => {
    const found = offersAt(state.doc.toString(), pos, names(), explicit);
    return found && { from: found.from, options: found.offers.map(toCompletion), validFor: SAME_NAME };
  };
}

function kindWord({ type }: Completion): Node | null {
  const word = WORDS[type as OfferKind];
  if (!word) return null;
  const element = document.createElement("span");
  element.className = "cm-kind";
  element.textContent = word;
  return element;
}

/** So few that the list need not scroll; the arrow keys lead on to the next ones. */
const MOST_SHOWN = 9;
const ROOM_FOR_INFO = 90;

/** What is told of the chosen entry stands under the list, or above it at the foot of the window. */
function placeOfInfo(_: EditorView, list: Rect, __: Rect, ___: Rect, space: Rect): { style: string } {
  return { style: space.bottom - list.bottom > ROOM_FOR_INFO ? "top: calc(100% + 4px)" : "bottom: calc(100% + 4px)" };
}

const LAST_WORD = /[\p{L}\p{M}\p{N}_$]+$/u;

/** A word that stands there whole needs no offer: Enter then is a new line, unless another offer was gone to. */
const closeWhenWhole: Command = (view) => {
  const { state } = view;
  const { from, text } = state.doc.lineAt(state.selection.main.head);
  const word = LAST_WORD.exec(text.slice(0, state.selection.main.head - from))?.[0].toLowerCase();
  if (completionStatus(state) !== "active" || selectedCompletionIndex(state) !== 0 || word === undefined) return false;
  const isOffered = currentCompletions(state).some(
    ({ label, type }) => type !== "function" && label.toLowerCase() === word,
  );
  if (isOffered || KEYWORDS.has(word)) closeCompletion(view);
  return false;
};

/** What could be written next, as one writes; keys that the list takes do not reach the page. */
export function sqlCompletion(names: () => SqlNames): Extension {
  return [
    autocompletion({
      override: [source(names)],
      icons: false,
      defaultKeymap: false,
      maxRenderedOptions: MOST_SHOWN,
      positionInfo: placeOfInfo,
      addToOptions: [{ render: kindWord, position: 90 }],
    }),
    Prec.highest(keymap.of([{ key: "Enter", run: closeWhenWhole }])),
    Prec.highest(keymap.of(completionKeymap.map((binding) => ({ ...binding, stopPropagation: true })))),
  ];
}
