/** Where code may hide a semicolon or a `$name`: comments, strings, quoted names, dollar quotes. */
const OPAQUE = [
  /--[^\n]*/y,
  /'(?:[^']|'')*(?:'|$)/y,
  /"(?:[^"]|"")*(?:"|$)/y,
  /\$([A-Za-z_][A-Za-z0-9_]*)?\$[\s\S]*?(?:\$\1\$|$)/y,
] as const;
const ESCAPED = /[eE]'(?:\\[\s\S]|[^'\\]|'')*(?:'|$)/y;
const WORD = /[A-Za-z0-9_]+/y;
const PARAM = /\$[A-Za-z_][A-Za-z0-9_]*/y;

type Kind = "blank" | "code" | "opaque" | "param" | "semicolon";
interface Token {
  kind: Kind;
  start: number;
  end: number;
}

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

function matchEnd(pattern: RegExp, text: string, start: number): number | null {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function tokenAt(text: string, start: number): Token {
  if (text.startsWith("/*", start)) return { kind: "blank", start, end: blockCommentEnd(text, start) };
  const escaped = matchEnd(ESCAPED, text, start);
  if (escaped !== null) return { kind: "opaque", start, end: escaped };
  for (const [index, pattern] of OPAQUE.entries()) {
    const end = matchEnd(pattern, text, start);
    if (end !== null) return { kind: index === 0 ? "blank" : "opaque", start, end };
  }
  const param = matchEnd(PARAM, text, start);
  if (param !== null) return { kind: "param", start, end: param };
  const word = matchEnd(WORD, text, start);
  if (word !== null) return { kind: "code", start, end: word };
  const char = text[start] ?? "";
  const kind = char === ";" ? "semicolon" : /\s/.test(char) ? "blank" : "code";
  return { kind, start, end: start + 1 };
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; at = tokens.at(-1)?.end ?? text.length) tokens.push(tokenAt(text, at));
  return tokens;
}

/** Where the statements of a text stand, in order, without semicolons and surrounding blanks; comments alone are none. */
export function statementSpans(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let current: Token[] = [];
  const finish = () => {
    const first = current[0];
    const last = current.at(-1);
    if (first && last) spans.push({ start: first.start, end: last.end });
    current = [];
  };
  for (const token of tokensOf(text)) {
    if (token.kind === "semicolon") finish();
    else if (token.kind !== "blank") current.push(token);
  }
  finish();
  return spans;
}

/** The text with every `$name` parameter written as NULL, for calls that cannot bind parameters. */
export function withoutParams(text: string): string {
  return tokensOf(text)
    .map((token) => (token.kind === "param" ? "NULL" : text.slice(token.start, token.end)))
    .join("");
}
