/** A line that stands in both texts, or in one of them. */
export interface LineChange {
  kind: "same" | "removed" | "added";
  text: string;
}

/** Beyond this many cells of the table of two texts, the middle is told as one removed and one added piece. */
const MOST = 1_000_000;

function change(kind: LineChange["kind"]) {
  return (text: string): LineChange => ({ kind, text });
}

/** Lengths of the longest common rests: `table[i][j]` is that of `a` from `i` and `b` from `j`. */
function commonRests(a: readonly string[], b: readonly string[]): number[][] {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  const at = (i: number, j: number) => table[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = table[i];
      if (row) row[j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return table;
}

function middle(a: readonly string[], b: readonly string[]): LineChange[] {
  if (a.length * b.length > MOST) return [...a.map(change("removed")), ...b.map(change("added"))];
  const table = commonRests(a, b);
  const changes: LineChange[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      changes.push({ kind: "same", text: left });
      i += 1;
      j += 1;
    } else if (left !== undefined && (right === undefined || (table[i + 1]?.[j] ?? 0) >= (table[i]?.[j + 1] ?? 0))) {
      changes.push({ kind: "removed", text: left });
      i += 1;
    } else {
      changes.push({ kind: "added", text: right ?? "" });
      j += 1;
    }
  }
  return changes;
}

/** What turns one text into another, line by line: as many lines stay as can (the longest common subsequence). */
export function lineDiff(before: string, after: string): LineChange[] {
  const a = before.split("\n");
  const b = after.split("\n");
  const shorter = Math.min(a.length, b.length);
  let head = 0;
  while (head < shorter && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return [
    ...a.slice(0, head).map(change("same")),
    ...middle(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map(change("same")),
  ];
}
