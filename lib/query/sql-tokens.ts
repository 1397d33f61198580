/**
 * What the pieces of a SQL text are. "name" is a quoted identifier, "word" an unquoted one or a keyword,
 * "param" a `$name`, "sign" one character of anything else.
 */
export type SqlTokenKind = "blank" | "comment" | "string" | "name" | "word" | "number" | "param" | "semicolon" | "sign";

export interface SqlToken {
  kind: SqlTokenKind;
  start: number;
  end: number;
}

/** As the engine's own scanner: letters of any script, and `$` inside a word. */
const LETTER = "(?:[A-Za-z_]|(?!\\s)[\\u0080-\\uffff])";
const WORD = `${LETTER}(?:[A-Za-z0-9_$]|(?!\\s)[\\u0080-\\uffff])*`;

/** Tried in this order; what is not closed goes on to the end of the text. */
const PATTERNS: readonly (readonly [SqlTokenKind, RegExp])[] = [
  ["blank", /\s+/y],
  ["comment", /--[^\n]*/y],
  ["string", /[eE]'(?:\\[\s\S]|[^'\\]|'')*(?:'|$)/y],
  ["string", /'(?:[^']|'')*(?:'|$)/y],
  ["name", /"(?:[^"]|"")*(?:"|$)/y],
  ["string", new RegExp(`\\$(${LETTER}(?:[0-9]|${LETTER})*)?\\$[\\s\\S]*?(?:\\$\\1\\$|$)`, "y")],
  ["param", new RegExp(`\\$${WORD}`, "y")],
  ["word", new RegExp(WORD, "y")],
  ["number", /(?:0[xX][0-9a-fA-F_]+|[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9][0-9_]*)(?:[eE][+-]?[0-9]+)?/y],
  ["semicolon", /;/y],
];

/** Comments of this kind nest. */
function blockCommentEnd(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text.startsWith("/*", at)) {
      depth += 1;
      at += 1;
    } else if (text.startsWith("*/", at)) {
      depth -= 1;
      at += 1;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function tokenAt(text: string, start: number): SqlToken {
  if (text.startsWith("/*", start)) return { kind: "comment", start, end: blockCommentEnd(text, start) };
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = start;
    if (pattern.test(text)) return { kind, start, end: pattern.lastIndex };
  }
  return { kind: "sign", start, end: start + 1 };
}

/** A SQL text in pieces: each character stands in exactly one of them. */
export function sqlTokens(text: string): SqlToken[] {
  const tokens: SqlToken[] = [];
  for (let at = 0; at < text.length; at = tokens.at(-1)?.end ?? text.length) tokens.push(tokenAt(text, at));
  return tokens;
}

/** The text with some of its pieces written otherwise; `written` gives null for what stays. */
export function rewritten(text: string, written: (token: SqlToken, source: string) => string | null): string {
  return sqlTokens(text)
    .map((token) => {
      const source = text.slice(token.start, token.end);
      return written(token, source) ?? source;
    })
    .join("");
}
