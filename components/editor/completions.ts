import { nameOf } from "@/lib/query/sql-names";
import { expectsTable } from "@/lib/query/sql-places";
import { type SqlToken, sqlTokens } from "@/lib/query/sql-tokens";
import { writtenName } from "@/lib/query/written-name";
import type { SqlFunction, SqlInput, SqlNames, SqlTable } from "./sql-names";
import { type SqlScope, sqlScope } from "./sql-scope";
import { CLAUSES, TYPES } from "./sql-words";

export type OfferKind = "table" | "column" | "input" | "function" | "word" | "type";

/** One thing that could stand here. */
export interface Offer {
  kind: OfferKind;
  /** What is matched against what was typed. */
  label: string;
  /** What is written. */
  insert: string;
  /** Beside the label: a type, a value, the arguments. */
  detail: string;
  about: string;
  /** Higher stands first among equal matches; -99 to 99. */
  boost: number;
}

export interface Offers {
  /** Where the text that is replaced begins. */
  from: number;
  offers: readonly Offer[];
}

/** The table functions that stand behind FROM. */
const TABLE_FUNCTIONS = new Set(["generate_series", "histogram_values", "query_table", "range", "repeat", "unnest"]);

/** What most questions to figures are made of stands before its like. */
const FREQUENT = new Set(
  (
    "sum count avg min max round coalesce median abs cast date_trunc date_diff strftime year month any_value string_agg " +
    "count_if row_number rank lag lead lower upper nullif greatest least replace arg_max arg_min quantile_cont"
  ).split(" "),
);

const offer = (kind: OfferKind, label: string, rest: Partial<Offer> = {}): Offer => ({
  kind,
  label,
  insert: label,
  detail: "",
  about: "",
  boost: 0,
  ...rest,
});

function tableOffer({ name, about, columns }: SqlTable, boost: number): Offer {
  const detail = columns.length === 1 ? "1 column" : `${columns.length} columns`;
  return offer("table", name, { insert: writtenName(name), detail: columns.length === 0 ? "" : detail, about, boost });
}

/** Equal matches stand in the order of the tables, not of the alphabet. */
function tableOffers({ tables }: SqlNames, boost: number): Offer[] {
  return tables.map((table, at) => tableOffer(table, boost - at / 1000));
}

function columnOffers(table: SqlTable, boost: number): Offer[] {
  return table.columns.map(({ name, type }) =>
    offer("column", name, { insert: writtenName(name), detail: type, about: `Column of ${table.name}`, boost }),
  );
}

function inputOffer({ name, title, value }: SqlInput, boost: number): Offer {
  return offer("input", `$${name}`, { detail: value, about: title, boost });
}

function functionOffer({ name, signature, about }: SqlFunction, boost: number): Offer {
  return offer("function", name, { detail: signature.slice(name.length), about, boost });
}

/** Columns of the tables the text reads; before it names one, those of every table. */
function columnsInSight(scope: SqlScope, known: readonly SqlTable[]): Offer[] {
  const read = [...new Set(scope.tables.values())];
  const offers =
    read.length > 0
      ? read.flatMap((table) => columnOffers(table, 40))
      : known.flatMap((table) => columnOffers(table, 5));
  const seen = new Map<string, Offer>();
  for (const each of offers) {
    const twin = seen.get(each.label);
    seen.set(each.label, twin ? { ...twin, about: `${twin.about}, ${each.about.replace("Column of ", "")}` } : each);
  }
  return [...seen.values()];
}

/** Words of the language are written as they are typed: large after a large letter. */
function wordOffers(kind: "word" | "type", typed: string): Offer[] {
  const words = kind === "word" ? CLAUSES : TYPES;
  const large = /^[A-Z]/.test(typed);
  return words.map((word) => offer(kind, large ? word.toUpperCase() : word, { boost: -5 }));
}

const pieceOf = (text: string, token: SqlToken | undefined) => (token ? text.slice(token.start, token.end) : "");

interface Typed {
  /** Where the name being typed begins. */
  from: number;
  text: string;
  /** The pieces before it, blanks and comments left out. */
  before: readonly SqlToken[];
}

/** The name that ends at `position`; null inside comments, strings and numbers. */
function typedAt(text: string, position: number): Typed | null {
  const tokens = sqlTokens(text.slice(0, position));
  const last = tokens.at(-1);
  const source = last ? text.slice(last.start, position) : "";
  const significant = tokens.filter(({ kind }) => kind !== "blank" && kind !== "comment");
  if (!last || last.kind === "blank" || last.kind === "semicolon")
    return { from: position, text: "", before: significant };
  if (last.kind === "comment" || last.kind === "string" || last.kind === "number") return null;
  const isOpenName = last.kind === "name" && !/^"(?:[^"]|"")*"$/.test(source);
  if (last.kind === "word" || last.kind === "param" || isOpenName || source === "$") {
    return { from: last.start, text: source, before: significant.slice(0, -1) };
  }
  return last.kind === "name" ? null : { from: position, text: "", before: significant };
}

/** The word before the parenthesis that is open at the end; "" where none is. */
function openCall(before: readonly SqlToken[], text: string): string {
  let depth = 0;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    const sign = pieceOf(text, before[at]);
    if (sign === ")") depth += 1;
    else if (sign === "(" && depth === 0) return pieceOf(text, before[at - 1]).toLowerCase();
    else if (sign === "(") depth -= 1;
  }
  return "";
}

/** What may stand behind the pieces before: a new name ("name"), a type, or anything. */
function nextOf(before: readonly SqlToken[], text: string): "name" | "type" | "any" {
  const last = pieceOf(text, before.at(-1)).toLowerCase();
  if (last === ":" && pieceOf(text, before.at(-2)) === ":") return "type";
  if (last !== "as") return "any";
  return ["cast", "try_cast"].includes(openCall(before, text)) ? "type" : "name";
}

/** What could be written at `position`; null where nothing can be offered. `asked` is true when a person asks for it. */
export function offersAt(text: string, position: number, names: SqlNames, asked: boolean): Offers | null {
  const typed = typedAt(text, position);
  if (!typed) return null;
  const { from, before } = typed;
  const give = (offers: readonly Offer[]) => (offers.length > 0 ? { from, offers } : null);
  if (typed.text.startsWith("$")) return give(names.inputs.map((input) => inputOffer(input, 0)));
  const next = nextOf(before, text);
  if (next === "type") return give(wordOffers("type", typed.text));
  if (next === "name" && !asked) return null;
  const scope = sqlScope(text, names.tables);
  if (pieceOf(text, before.at(-1)) === ".") {
    const owner = nameOf(pieceOf(text, before.at(-2)));
    const table = scope.tables.get(owner) ?? names.tables.find(({ name }) => name.toLowerCase() === owner);
    return table ? give(columnOffers(table, 0)) : null;
  }
  const tableNext = expectsTable(text.slice(0, from));
  if (typed.text === "" && !asked && !tableNext) return null;
  const named = (kind: OfferKind, all: readonly string[]) =>
    all.map((name) => offer(kind, name, { insert: writtenName(name), about: "Named in this query", boost: 30 }));
  if (tableNext) {
    return give([
      ...tableOffers(names, 50),
      ...named("table", scope.made),
      ...names.functions.filter(({ name }) => TABLE_FUNCTIONS.has(name)).map((each) => functionOffer(each, -10)),
    ]);
  }
  const aliases = [...scope.tables].filter(([name, table]) => name !== table.name.toLowerCase());
  return give([
    ...columnsInSight(scope, names.tables),
    ...aliases.map(([name, table]) =>
      offer("table", name, { insert: writtenName(name), about: `Here ${table.name}`, boost: 30 }),
    ),
    ...named("table", scope.made),
    ...named("column", scope.results),
    ...tableOffers(names, scope.tables.size > 0 ? -10 : 10),
    ...names.inputs.map((input) => inputOffer(input, 0)),
    ...names.functions.map((each) => functionOffer(each, FREQUENT.has(each.name) ? 10 : 0)),
    ...wordOffers("word", typed.text),
  ]);
}
