import { type EditorView, hoverTooltip, type Tooltip } from "@codemirror/view";
import { explainedName } from "./explained-name";
import type { SqlNames } from "./sql-names";
import { problemField } from "./sql-problem";

const MOST_COLUMNS = 12;

function line(text: string, className: string): HTMLElement {
  const element = document.createElement("p");
  element.className = className;
  element.textContent = text;
  return element;
}

function card(...lines: readonly (HTMLElement | null)[]): HTMLElement {
  const element = document.createElement("div");
  element.className = "cm-card";
  element.append(...lines.filter((each) => each !== null));
  return element;
}

function tooltip(start: number, end: number, create: () => HTMLElement): Tooltip {
  return { pos: start, end, above: true, create: () => ({ dom: create() }) };
}

/** What the pointer rests on: what is wrong there, else what the name is. */
export const sqlHover = (names: () => SqlNames) =>
  hoverTooltip(
    (view: EditorView, position) => {
      const wrong = view.state.field(problemField);
      if (wrong?.range && wrong.range.from <= position && position <= wrong.range.to) {
        const { message, hint } = wrong.problem;
        return tooltip(wrong.range.from, wrong.range.to, () =>
          card(line(message, "text-down"), hint ? line(hint, "text-soft") : null),
        );
      }
      const found = explainedName(view.state.doc.toString(), position, names());
      if (!found) return null;
      const { columns } = found;
      const more = columns.length - MOST_COLUMNS;
      return tooltip(found.start, found.end, () =>
        card(
          line(found.title, "font-mono text-ink"),
          found.about ? line(found.about, "text-soft") : null,
          ...columns.slice(0, MOST_COLUMNS).map(({ name, type }) => line(`${name}  ${type}`, "font-mono text-soft")),
          more > 0 ? line(`and ${more} more`, "text-faint") : null,
        ),
      );
    },
    { hoverTime: 350 },
  );
