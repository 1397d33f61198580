import { RangeSet, StateEffect, StateField, type Text } from "@codemirror/state";
import { Decoration, EditorView, GutterMarker, lineNumberMarkers } from "@codemirror/view";
import { sqlTokens } from "@/lib/query/sql-tokens";
import type { SqlProblem } from "./editor-props";

export const setProblem = StateEffect.define<SqlProblem | null>();

interface Marked {
  problem: SqlProblem;
  /** The piece of the text that is wrong; null when only the whole is. */
  range: { from: number; to: number } | null;
}

/** The piece at a position; behind the last one, the last one. */
export function pieceAt(text: string, position: number): { from: number; to: number } | null {
  const pieces = sqlTokens(text).filter(({ kind }) => kind !== "blank");
  const piece = pieces.find(({ end }) => position < end) ?? pieces.at(-1);
  return piece ? { from: piece.start, to: piece.end } : null;
}

function marked(problem: SqlProblem | null, doc: Text): Marked | null {
  if (!problem) return null;
  const { position } = problem;
  return { problem, range: position == null ? null : pieceAt(doc.toString(), position) };
}

class ProblemMarker extends GutterMarker {
  override elementClass = "cm-problem-line";
}

const marker = new ProblemMarker();
const underline = Decoration.mark({ class: "cm-problem" });

/** What is wrong with the text, until it is changed. */
export const problemField = StateField.define<Marked | null>({
  create: () => null,
  update(value, { effects, docChanged, newDoc }) {
    const set = effects.find((effect) => effect.is(setProblem));
    if (set) return marked(set.value, newDoc);
    return docChanged ? null : value;
  },
  provide: (field) => [
    EditorView.decorations.from(field, (value) =>
      value?.range ? Decoration.set(underline.range(value.range.from, value.range.to)) : Decoration.none,
    ),
    EditorView.contentAttributes.from(
      field,
      (value): Record<string, string> => (value ? { "aria-invalid": "true" } : {}),
    ),
    lineNumberMarkers.compute([field], (state) => {
      const value = state.field(field);
      return value ? RangeSet.of(marker.range(state.doc.lineAt(value.range?.from ?? 0).from)) : RangeSet.empty;
    }),
  ],
});
