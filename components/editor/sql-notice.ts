import { StateEffect, StateField } from "@codemirror/state";
import { type Panel, showPanel } from "@codemirror/view";

/** A sentence below the text, until the text changes. */
export const setNotice = StateEffect.define<string>();

function panel(text: string): Panel {
  const dom = document.createElement("div");
  dom.className = "cm-notice";
  dom.setAttribute("role", "status");
  return {
    dom,
    mount() {
      dom.textContent = text; // written after it stands there, so that it is read out
    },
  };
}

export const noticeField = StateField.define<string | null>({
  create: () => null,
  update(value, { effects, docChanged }) {
    const set = effects.find((effect) => effect.is(setNotice));
    if (set) return set.value;
    return docChanged ? null : value;
  },
  provide: (field) => showPanel.from(field, (value) => (value === null ? null : () => panel(value))),
});
