import { rewritten, sqlTokens } from "./sql-tokens";

/** The identifier a piece of kind "word" or "name" stands for, in lower case: the engine tells no case apart. */
export function nameOf(source: string): string {
  const bare = source.startsWith('"') ? source.slice(1, source.endsWith('"') ? -1 : undefined) : source;
  return bare.replaceAll('""', '"').toLowerCase();
}

/** Every identifier and keyword of a text in lower case, quotes taken off; comments, strings and `$names` do not count. */
export function namesIn(text: string): Set<string> {
  const names = sqlTokens(text).filter(({ kind }) => kind === "word" || kind === "name");
  return new Set(names.map(({ start, end }) => nameOf(text.slice(start, end))));
}

/** The `$names` a SQL text uses, in order of first use; comments, strings and quoted names do not count. */
export function paramNames(text: string): string[] {
  const params = sqlTokens(text).filter(({ kind }) => kind === "param");
  return [...new Set(params.map(({ start, end }) => text.slice(start + 1, end)))];
}

/** The text with `$name` written as its SQL literal, in parentheses; a `$name` without a literal stays. */
export function withLiterals(text: string, literals: Readonly<Record<string, string>>): string {
  const known = new Map(Object.entries(literals));
  return rewritten(text, ({ kind }, source) => {
    const literal = kind === "param" ? known.get(source.slice(1)) : undefined;
    return literal === undefined ? null : `(${literal})`;
  });
}

/** The text with the parameter `$from` called `$to`. */
export function paramRenamedIn(text: string, from: string, to: string): string {
  return rewritten(text, ({ kind }, source) => (kind === "param" && source === `$${from}` ? `$${to}` : null));
}
