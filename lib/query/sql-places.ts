import { nameOf } from "./sql-names";
import { sqlTokens } from "./sql-tokens";
import { RESERVED_WORDS } from "./written-name";

/**
 * What a name is to its query: a "table" that is read, an "alias" of one, a "part" defined by WITH, a "qualifier"
 * before a dot, a "member" behind one, the name of a "call", or anything else.
 */
export type SqlRole = "table" | "alias" | "part" | "qualifier" | "member" | "call" | "other";

/** One name in a text and what it stands for. Keywords are no places. */
export interface SqlPlace {
  start: number;
  end: number;
  /** In lower case, unquoted. */
  name: string;
  role: SqlRole;
  /** The table an alias is for, the qualifier of a member or a table; null for all others and for what has no name. */
  of: string | null;
  /** True where a WITH gives the name a meaning of its own. */
  hidden: boolean;
}

/** After these comes a table. */
const BEFORE_TABLE = new Set(["from", "join", "summarize", "describe", "table", "pivot", "unpivot"]);
/** These end a list of tables. */
const AFTER_TABLES = new Set(
  "select where group order having qualify window limit offset union except intersect tablesample".split(" "),
);
/** `from` inside the parentheses of these is no list of tables. */
const FROM_OF_THEIR_OWN = new Set(["extract", "substring", "trim", "overlay", "position"]);

interface Piece {
  start: number;
  end: number;
  source: string;
  /** In lower case and unquoted; "" for what is no name. */
  name: string;
  /** True for what may be a keyword. */
  bare: boolean;
}

/** One pair of parentheses on the way through a text. */
interface Level {
  inTables: boolean;
  expectsTable: boolean;
  /** True in `extract(year from day)` and its like. */
  ownFrom: boolean;
  /** Names that a WITH has defined. */
  hidden: ReadonlySet<string>;
  /** The name whose WITH these are the parentheses of. */
  defines: string | null;
  /** A table, or a nested query (null), that the next name would be the alias of; undefined elsewhere. */
  aliasFor: string | null | undefined;
}

function piecesOf(text: string): Piece[] {
  return sqlTokens(text)
    .filter(({ kind }) => kind !== "blank" && kind !== "comment")
    .map(({ kind, start, end }) => {
      const source = text.slice(start, end);
      const name = kind === "word" || kind === "name" ? nameOf(source) : "";
      return { start, end, source, name, bare: kind === "word" };
    });
}

/** The parenthesis of `with name (columns) as materialized (`, when the piece `at` is such a name; else null. */
function definitionOf(pieces: readonly Piece[], at: number): Piece | null {
  const before = pieces[at - 1];
  if (!before || !["with", "recursive", ","].includes(before.source.toLowerCase())) return null;
  let next = at + 1;
  if (pieces[next]?.source === "(") {
    while (next < pieces.length && pieces[next]?.source !== ")") next += 1;
    next += 1;
  }
  if (pieces[next]?.name !== "as") return null;
  do next += 1;
  while (["not", "materialized"].includes(pieces[next]?.name ?? ""));
  const opens = pieces[next];
  return opens?.source === "(" ? opens : null;
}

class Walk {
  readonly places: SqlPlace[] = [];
  readonly #pieces: readonly Piece[];
  readonly #levels: Level[] = [];
  readonly #definitions = new Map<Piece, string>();
  #here: Level = {
    inTables: false,
    expectsTable: false,
    ownFrom: false,
    hidden: new Set(),
    defines: null,
    aliasFor: undefined,
  };

  constructor(text: string) {
    this.#pieces = piecesOf(text);
    for (const [at, piece] of this.#pieces.entries()) this.#read(piece, at);
  }

  /** True where the text ends and a table would be named next. */
  get expectsTable(): boolean {
    return this.#here.expectsTable;
  }

  #read(piece: Piece, at: number): void {
    const before = this.#pieces[at - 1];
    const here = this.#here;
    const aliasFor = here.aliasFor;
    if (piece.name !== "as") here.aliasFor = undefined;
    if (piece.source === "(") this.#open(piece, before);
    else if (piece.source === ")") this.#close();
    else if (piece.source === ",") here.expectsTable = here.inTables;
    else if (before?.source !== "." && piece.bare && RESERVED_WORDS.has(piece.name)) this.#readKeyword(piece, before);
    else if (piece.name !== "") this.#readName(piece, at, aliasFor);
  }

  #readKeyword({ name }: Piece, before: Piece | undefined): void {
    const here = this.#here;
    if (name === "from" && (here.ownFrom || before?.name === "distinct")) return;
    if (BEFORE_TABLE.has(name)) here.inTables = here.expectsTable = true;
    else if (AFTER_TABLES.has(name)) here.inTables = here.expectsTable = false;
  }

  #open(piece: Piece, before: Piece | undefined): void {
    const { expectsTable, hidden } = this.#here;
    const defines = this.#definitions.get(piece) ?? null;
    const recursive = defines !== null && this.#pieces.some(({ name }) => name === "recursive");
    this.#here.expectsTable = false;
    this.#levels.push(this.#here);
    this.#here = {
      inTables: expectsTable,
      expectsTable,
      ownFrom: FROM_OF_THEIR_OWN.has(before?.name ?? ""),
      hidden: recursive ? new Set([...hidden, defines]) : hidden,
      defines,
      aliasFor: undefined,
    };
  }

  #close(): void {
    const { defines } = this.#here;
    this.#here = this.#levels.pop() ?? this.#here;
    if (defines !== null) this.#here.hidden = new Set([...this.#here.hidden, defines]);
    if (this.#here.inTables) this.#here.aliasFor = null;
  }

  #readName(piece: Piece, at: number, aliasFor: string | null | undefined): void {
    const { name, start, end } = piece;
    const here = this.#here;
    const expected = here.expectsTable;
    here.expectsTable = false;
    const add = (role: SqlRole, of: string | null = null) =>
      this.places.push({ start, end, name, role, of, hidden: here.hidden.has(name) });
    const opens = definitionOf(this.#pieces, at);
    if (opens) {
      this.#definitions.set(opens, name);
      add("part");
      return;
    }
    const after = this.#pieces[at + 1]?.source;
    const of = this.#pieces[at - 1]?.source === "." ? (this.#pieces[at - 2]?.name ?? null) : null;
    if (after === ".") {
      add("qualifier");
      here.expectsTable = expected;
    } else if (of !== null && !expected) add("member", of);
    else if (after === "(" && aliasFor === undefined) add("call");
    else if (expected) {
      add("table", of);
      here.aliasFor = name;
    } else if (aliasFor !== undefined) add("alias", aliasFor);
    else add("other");
  }
}

/** Every name in a query and what it stands for, as far as its words tell; the engine's own parse knows better. */
export function sqlPlaces(text: string): SqlPlace[] {
  return new Walk(text).places;
}

/** The tables a query reads, in lower case, as far as its words tell. */
export function tablesNamed(text: string): string[] {
  const tables = sqlPlaces(text).filter(({ role, hidden }) => role === "table" && !hidden);
  return [...new Set(tables.map(({ name }) => name))];
}

/** True when a table would be named where the text ends: behind FROM, JOIN, or a comma between tables. */
export function expectsTable(text: string): boolean {
  return new Walk(text).expectsTable;
}
