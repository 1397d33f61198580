import { identifier } from "./literal";

/** Words of the engine's grammar that cannot name a table or a column without quotes. */
export const RESERVED_WORDS: ReadonlySet<string> = new Set(
  `
    all analyse analyze and anti any array as asc asof asymmetric at authorization binary both by case cast
    check collate collation column columns concurrently constraint create cross default deferrable desc describe
    distinct do else end except false fetch for foreign freeze from full generated glob group having ilike in
    initially inner intersect into is isnull join lambda lateral leading left like limit map natural not notnull
    null offset on only or order outer overlaps pivot pivot_longer pivot_wider placing positional primary
    qualify references returning right select semi show similar some struct summarize symmetric table
    tablesample then to trailing true try_cast union unique unpack unpivot using variadic verbose when where
    window with
  `
    .trim()
    .split(/\s+/),
);

const PLAIN = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

/** A name as one writes it in a query: bare where that is enough, else in quotes. */
export function writtenName(name: string): string {
  return PLAIN.test(name) && !RESERVED_WORDS.has(name.toLowerCase()) ? name : identifier(name);
}
