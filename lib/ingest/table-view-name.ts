/** Relations of the model and words that SQL keeps for itself. */
const RESERVED = new Set(
  `sales returns inventory products set_aside catalogue sold_products stock_lines product_lines product_list order_lines
  order_list store_lines store_names profiles product_sales product_months product_seasons complete_months latest_months
  coming_seasons all analyse analyze and any array as asc asymmetric both case cast check
  collate column constraint create default deferrable desc describe distinct do else end except false fetch for foreign
  from group having in initially intersect into lambda lateral leading limit not null offset on only or order pivot
  pivot_longer pivot_wider placing primary qualify references returning select show some summarize symmetric table then
  to trailing true union unique unpivot using variadic when where window with join inner left right full cross natural
  outer is isnull notnull like ilike glob similar semi anti positional asof overlaps collation concurrently freeze
  generated map binary authorization tablesample`.split(/\s+/),
);
/** Names the tables of data sets may have. */
const TABLES = /^(sales|returns|inventory|products|orders|stores|table|set_aside|profile|joined|unmatched|stage|kept)_/;
/** Those tables alone, for what is no file may be called sales_by_month. */
const OWN_TABLES =
  /^((sales|returns|inventory|products|orders|stores|table)_[0-9a-f]{32}|(set_aside|profile|joined|unmatched|stage|kept)_.+)$/;
export const LONGEST_NAME = 60;

/** Text as a name that a query writes without quotes; where it needs another word, that is `noun`. */
function plainName(text: string, noun: string, kept: RegExp): string {
  const words = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_")
    .slice(0, LONGEST_NAME)
    .replace(/^_+|_+$/g, "");
  const started = /^\p{L}/u.test(words) ? words : words === "" ? noun : `${noun}_${words}`;
  return RESERVED.has(started) || kept.test(started) ? `${started}_${noun}` : started;
}

/** What a cell is called in SQL, from what a person wrote: never a relation of the model or a word of SQL. */
export function cellViewName(written: string): string {
  return plainName(written, "cell", OWN_TABLES);
}

/**
 * What an ordinary table is called in SQL, from the name of its file: "Kunden 2024 (neu).csv" is `kunden_2024_neu`. Never
 * a relation of the model, a word of SQL or one of `taken`.
 */
export function tableViewName(fileName: string, taken: ReadonlySet<string> = new Set()): string {
  const name = plainName(fileName.replace(/(\.[A-Za-z0-9]{1,8}){1,2}$/, ""), "file", TABLES);
  for (let more = 2; ; more += 1) {
    const found = more === 2 && !taken.has(name) ? name : `${name}_${more}`;
    if (!taken.has(found)) return found;
  }
}
