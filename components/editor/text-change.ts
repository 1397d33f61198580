import type { EditorState, TransactionSpec } from "@codemirror/state";

/** The smallest single change that makes `after` of a text, so that the cursor keeps its place where it can. */
export function textChange(before: string, after: string): { from: number; to: number; insert: string } | null {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

/** The place in `after` behind as many letters that are not blank as there are before `position` in `before`. */
function samePlace(before: string, after: string, position: number): number {
  const letters = before.slice(0, position).replaceAll(/\s+/g, "").length;
  let seen = 0;
  for (let at = 0; at < after.length; at += 1) {
    if (seen === letters) return at;
    if (!/\s/.test(after[at] ?? "")) seen += 1;
  }
  return after.length;
}

/** Another layout of the same letters, with the cursor between the same two. */
export function withText(state: EditorState, after: string): TransactionSpec {
  const before = state.doc.toString();
  const changes = textChange(before, after) ?? undefined;
  return { changes, selection: { anchor: samePlace(before, after, state.selection.main.head) } };
}
