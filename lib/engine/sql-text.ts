import { rewritten, type SqlToken, sqlTokens } from "@/lib/query/sql-tokens";

/** Where the statements of a text stand, in order, without semicolons and surrounding blanks; comments alone are none. */
export function statementSpans(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let current: SqlToken[] = [];
  const finish = () => {
    const first = current[0];
    const last = current.at(-1);
    if (first && last) spans.push({ start: first.start, end: last.end });
    current = [];
  };
  for (const token of sqlTokens(text)) {
    if (token.kind === "semicolon") finish();
    else if (token.kind !== "blank" && token.kind !== "comment") current.push(token);
  }
  finish();
  return spans;
}

/** The text with every `$name` parameter written as NULL, for calls that cannot bind parameters. */
export function withoutParams(text: string): string {
  return rewritten(text, ({ kind }) => (kind === "param" ? "NULL" : null));
}
