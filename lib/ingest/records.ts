import type { Dialect } from "./plan";
import { QuotedField, type StrayQuotes } from "./quoted-field";

/** One record of a file cut into fields. */
export interface FileRecord {
  /** The row a spreadsheet shows (first line = 1); empty lines take a row of their own. */
  line: number;
  fields: readonly string[];
  /** As it stands in the file, without its line end; the beginning alone of a line that is too long. */
  raw: string;
  /** Why it could not be cut, or null. */
  problem: string | null;
  /** Fields with a quote where none belongs; it was read as a letter. */
  strays: number;
  /** The raw text spells the fields as RFC 4180 wants it, with the dialect's own delimiter. */
  regular: boolean;
}

export const UNCLOSED_QUOTE = "a quote is opened and never closed";
export const LONGER_THAN_CUT = "longer than 500,000 characters";

/** A quote that is not closed within so many characters is taken for one that never is; longer lines are no table. */
const LONGEST = 500_000;
const LONGEST_RAW = 10_000;

const CR = 13;
const LF = 10;
const SPACE = 32;
const BOM = 0xfeff;

/**
 * Cuts text into records, RFC 4180 with patience: a quote inside an unquoted field is a letter, a quote inside a quoted
 * field that no delimiter follows is one too unless the field has left its line; then the line where it was opened is
 * given up and reading goes on below it. Give it pieces with `push`, the rest comes with `end`.
 */
export class RecordSplitter {
  readonly #dialect: Dialect;
  readonly #quoted: QuotedField;
  readonly #strays: StrayQuotes;
  /** Lines without a quote are spelled as RFC 4180 wants them. */
  readonly #regular: boolean;
  /** Runs of blanks part the fields. */
  readonly #columns: boolean;
  #rest = "";
  #line = 0;
  #begun = false;
  /** Inside a line that is too long, whose record has been given out. */
  #skipping = false;
  #pendingEmpty = 0;
  /** Empty lines above the last record seen. */
  emptyLines = 0;

  constructor(dialect: Dialect, strays: StrayQuotes = "letter") {
    this.#dialect = dialect;
    this.#quoted = new QuotedField(dialect, strays, LONGEST);
    this.#strays = strays;
    this.#regular = dialect.delimiter.length === 1 && dialect.quote === '"' && !dialect.skipBlanks;
    this.#columns = dialect.delimiter === " " && dialect.skipBlanks;
  }

  /** Characters that were pushed and belong to no record yet. */
  get waiting(): number {
    return this.#rest.length;
  }

  push(text: string): FileRecord[] {
    this.#rest += text;
    return this.#take(false);
  }

  end(): FileRecord[] {
    return this.#take(true);
  }

  #take(final: boolean): FileRecord[] {
    const text = this.#rest;
    const records: FileRecord[] = [];
    const [feeds, returns, quotes] = [
      new Places(text, "\n"),
      new Places(text, "\r"),
      new Places(text, this.#dialect.quote),
    ];
    let at = 0;
    if (!this.#begun && text !== "") {
      this.#begun = true;
      if (text.charCodeAt(0) === BOM) at = 1;
    }
    while (at < text.length) {
      const lineEnd = Math.min(feeds.from(at), returns.from(at), text.length);
      const whole = lineEnd < text.length || final;
      if (!final && text.charCodeAt(lineEnd) === CR && lineEnd + 1 === text.length) break;
      if (this.#skipping) {
        this.#skipping = !whole;
        at = whole ? afterLineEnd(text, lineEnd) : lineEnd;
      } else if (lineEnd === at) {
        at = afterLineEnd(text, at);
        this.#line += 1;
        this.#pendingEmpty += 1;
      } else if (lineEnd - at > LONGEST) {
        records.push(this.#record(text.slice(at, at + LONGEST_RAW), [], LONGER_THAN_CUT));
        this.#skipping = !whole;
        at = whole ? afterLineEnd(text, lineEnd) : lineEnd;
      } else if (!whole) {
        break;
      } else if (quotes.from(at) >= lineEnd) {
        const raw = text.slice(at, lineEnd);
        records.push(this.#record(raw, this.#split(raw), null, this.#regular));
        at = afterLineEnd(text, lineEnd);
      } else {
        const cut = this.#cut(text, at, lineEnd, final);
        if (cut === null) break;
        records.push(this.#record(text.slice(at, cut.end), cut.fields, cut.problem, cut.regular, cut.strays));
        at = afterLineEnd(text, cut.end);
        // A quoted field may have left its line.
        if (cut.end !== lineEnd) for (const places of [feeds, returns]) places.forget();
      }
    }
    this.#rest = text.slice(at);
    this.#quoted.forget(at);
    return records;
  }

  #record(raw: string, fields: readonly string[], problem: string | null, regular = false, strays = 0): FileRecord {
    this.#line += 1;
    this.emptyLines += this.#pendingEmpty;
    this.#pendingEmpty = 0;
    return { line: this.#line, fields, raw, problem, strays, regular };
  }

  /** The fields of a line without a quote. */
  #split(raw: string): string[] {
    if (this.#columns) return raw.replace(/^ +/, "").split(/ +/);
    const fields = raw.split(this.#dialect.delimiter);
    return this.#dialect.skipBlanks ? fields.map((field) => field.replace(/^ +/, "")) : fields;
  }

  /** Cuts the record at `from`, whose first line ends at `lineEnd`; null when its end is not here yet. */
  #cut(text: string, from: number, lineEnd: number, final: boolean): Cut | null {
    const { delimiter, quote, skipBlanks } = this.#dialect;
    const fields: string[] = [];
    let regular = this.#regular;
    let strays = 0;
    let stop = lineEnd;
    let at = from;
    const plain = (start: number): number => {
      const from = skipBlanks ? Math.min(this.#pastBlanks(text, start), stop) : start;
      const next = text.slice(from, stop).indexOf(delimiter);
      const end = next < 0 ? stop : from + next;
      const value = text.slice(from, end);
      if (value.includes(quote)) {
        strays += 1;
        regular = false;
      }
      fields.push(value);
      return end;
    };
    for (;;) {
      const opening = this.#pastBlanks(text, at);
      if (text.charAt(opening) !== quote || opening >= stop) {
        at = plain(at);
      } else {
        const field = this.#quoted.at(text, opening, stop, final);
        if (field === "incomplete") return null;
        if (field === "unclosed" || field.end - from > LONGEST) {
          return { end: lineEnd, fields: [], problem: UNCLOSED_QUOTE, regular: false, strays };
        }
        if (field.strays > 0 && this.#strays === "unquoted") {
          at = plain(at);
        } else {
          fields.push(field.value);
          if (field.strays > 0) strays += 1;
          regular &&= field.regular && opening === at;
          at = field.end;
          if (at > stop) {
            stop = lineEndFrom(text, at);
            if (!final && stop + 1 >= text.length && text.charCodeAt(stop) !== LF) return null;
          }
        }
      }
      if (at >= stop) return { end: stop, fields, problem: null, regular, strays };
      at += delimiter.length;
    }
  }

  /** Blanks in front of a quote are no letters. */
  #pastBlanks(text: string, at: number): number {
    if (this.#dialect.delimiter === " " && !this.#columns) return at;
    let place = at;
    while (text.charCodeAt(place) === SPACE) place += 1;
    return place;
  }
}

interface Cut {
  /** The place of the record's line end. */
  end: number;
  fields: readonly string[];
  problem: string | null;
  regular: boolean;
  strays: number;
}

/** Where a letter stands next, looked up once for many questions; questions go forward only. */
class Places {
  readonly #text: string;
  readonly #letter: string;
  #next = -1;

  constructor(text: string, letter: string) {
    this.#text = text;
    this.#letter = letter;
  }

  from(at: number): number {
    if (this.#next < at) {
      const place = this.#letter === "" ? -1 : this.#text.indexOf(this.#letter, at);
      this.#next = place < 0 ? Number.POSITIVE_INFINITY : place;
    }
    return this.#next;
  }

  forget(): void {
    this.#next = -1;
  }
}

function lineEndFrom(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== LF && text.charCodeAt(at) !== CR) at += 1;
  return at;
}

function afterLineEnd(text: string, at: number): number {
  return text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
}

/** All records of a text. */
export function recordsOf(text: string, dialect: Dialect, limit = Number.POSITIVE_INFINITY): FileRecord[] {
  const splitter = new RecordSplitter(dialect);
  const records = [...splitter.push(text), ...splitter.end()];
  return limit < records.length ? records.slice(0, limit) : records;
}

/**
 * A record as wide as the table when another reading of its quotes makes it so: a field that begins with a quote which
 * nothing closes properly was never quoted, or quotes inside it are not doubled. Else the record as it is.
 */
export function refitted(record: FileRecord, dialect: Dialect, width: number): FileRecord {
  if (record.problem === null && (record.strays === 0 || record.fields.length === width)) return record;
  if (record.problem === LONGER_THAN_CUT || /[\r\n]/.test(record.raw)) return record;
  for (const strays of ["single", "unquoted"] as const) {
    const splitter = new RecordSplitter(dialect, strays);
    const [again] = [...splitter.push(record.raw), ...splitter.end()];
    if (again?.problem === null && again.fields.length === width)
      return { ...again, line: record.line, regular: false };
  }
  return record;
}
