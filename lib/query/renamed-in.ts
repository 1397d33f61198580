import { identifier } from "./literal";
import { nameOf } from "./sql-names";
import { rewritten, sqlTokens } from "./sql-tokens";
import { writtenName } from "./written-name";

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
  /** True where a WITH gives the name another meaning. */
  hidden: boolean;
  /** True in the parentheses of that WITH: behind them the name is hidden. */
  hides: boolean;
}

function piecesOf(text: string): Piece[] {
  return sqlTokens(text)
    .filter(({ kind }) => kind !== "blank" && kind !== "comment")
    .map(({ kind, start, end }) => {
      const source = text.slice(start, end);
      return { start, source, name: kind === "word" || kind === "name" ? nameOf(source) : "", bare: kind === "word" };
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

/** Where a text names the table `name`: as a table, and before a dot. */
class Places {
  readonly #name: string;
  readonly #pieces: readonly Piece[];
  readonly #levels: Level[] = [];
  readonly #tables = new Set<number>();
  readonly #qualifiers = new Set<number>();
  readonly #definitions = new Set<Piece>();
  #here: Level = { inTables: false, expectsTable: false, ownFrom: false, hidden: false, hides: false };
  #isAlias = false;

  constructor(text: string, name: string) {
    this.#name = name;
    this.#pieces = piecesOf(text);
    for (const at of this.#pieces.keys()) this.#read(at);
  }

  /** Starts of the pieces; an alias of the same name owns what stands before a dot. */
  get starts(): Set<number> {
    return this.#isAlias ? this.#tables : new Set([...this.#tables, ...this.#qualifiers]);
  }

  #read(at: number): void {
    const piece = this.#pieces[at];
    if (!piece) return;
    const before = this.#pieces[at - 1];
    const here = this.#here;
    if (piece.source === "(") this.#open(piece, before);
    else if (piece.source === ")") this.#close();
    else if (piece.source === ",") here.expectsTable = here.inTables;
    else if (piece.bare && BEFORE_TABLE.has(piece.name)) {
      if (piece.name === "from" && (here.ownFrom || before?.name === "distinct")) return;
      here.inTables = here.expectsTable = true;
    } else if (piece.bare && AFTER_TABLES.has(piece.name)) here.inTables = here.expectsTable = false;
    else if (piece.name !== "" && piece.name !== "lateral") this.#readName(piece, at);
  }

  #open(piece: Piece, before: Piece | undefined): void {
    const { expectsTable, hidden } = this.#here;
    const hides = this.#definitions.has(piece);
    const recursive = hides && this.#pieces.some(({ name }) => name === "recursive");
    this.#here.expectsTable = false;
    this.#levels.push(this.#here);
    this.#here = {
      inTables: expectsTable,
      expectsTable,
      ownFrom: FROM_OF_THEIR_OWN.has(before?.name ?? ""),
      hidden: hidden || recursive,
      hides,
    };
  }

  #close(): void {
    const { hides } = this.#here;
    this.#here = this.#levels.pop() ?? this.#here;
    if (hides) this.#here.hidden = true;
  }

  #readName(piece: Piece, at: number): void {
    const before = this.#pieces[at - 1];
    const after = this.#pieces[at + 1]?.source;
    const expected = this.#here.expectsTable;
    this.#here.expectsTable = false;
    if (piece.name !== this.#name) return;
    const opens = definitionOf(this.#pieces, at);
    if (opens) this.#definitions.add(opens);
    if (this.#here.hidden || before?.source === ".") return;
    if (after === ".") this.#qualifiers.add(piece.start);
    else if (expected && after !== "(") this.#tables.add(piece.start);
    else if (this.#here.inTables && (before?.name !== "" || before.source === ")")) this.#isAlias = true;
  }
}

/**
 * The text with the table `from` called `to` wherever it is read as a table or named before a dot; what stood in
 * quotes stays in quotes. Columns, `$names` and parts of WITH that happen to have the same name stay as they are.
 */
export function renamedIn(text: string, from: string, to: string): string {
  const { starts } = new Places(text, from.toLowerCase());
  return rewritten(text, ({ kind, start }) => {
    if (!starts.has(start)) return null;
    return kind === "name" ? identifier(to) : writtenName(to);
  });
}
