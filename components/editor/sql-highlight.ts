import { RangeSetBuilder } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";
import { type SqlToken, sqlTokens } from "@/lib/query/sql-tokens";
import { sqlLook } from "./sql-look";

const marks = new Map<string, Decoration>();

function markOf(look: string): Decoration {
  const mark = marks.get(look) ?? Decoration.mark({ class: look });
  marks.set(look, mark);
  return mark;
}

class Highlight {
  decorations: DecorationSet;
  #tokens: readonly SqlToken[];

  constructor(view: EditorView) {
    this.#tokens = sqlTokens(view.state.doc.toString());
    this.decorations = this.#visible(view);
  }

  update({ docChanged, viewportChanged, view }: ViewUpdate): void {
    if (docChanged) this.#tokens = sqlTokens(view.state.doc.toString());
    if (docChanged || viewportChanged) this.decorations = this.#visible(view);
  }

  #visible({ viewport, state }: EditorView): DecorationSet {
    const builder = new RangeSetBuilder<Decoration>();
    for (const token of this.#tokens) {
      if (token.end <= viewport.from) continue;
      if (token.start >= viewport.to) break;
      const look = token.kind === "blank" ? null : sqlLook(token, state.sliceDoc(token.start, token.end));
      if (look) builder.add(token.start, token.end, markOf(look));
    }
    return builder.finish();
  }
}

/** The colours of SQL. A text of 200 lines is read in well below a millisecond, so each change reads it anew. */
export const sqlHighlight = ViewPlugin.fromClass(Highlight, { decorations: (plugin) => plugin.decorations });
