import type { Dialect } from "./plan";

/** One record of a file cut into fields. */
export interface FileRecord {
  /** The row a spreadsheet shows (first line = 1); empty lines take a row of their own. */
  line: number;
  fields: readonly string[];
  /** As it stands in the file, without its line end. */
  raw: string;
  /** Why it could not be cut, or null. */
  problem: string | null;
}

export const UNCLOSED_QUOTE = "a quote is opened and never closed";

/** A record longer than this is taken for an unclosed quote. */
const LONGEST = 2_000_000;

const CR = 13;
const LF = 10;
const SPACE = 32;

type Cut = { end: number; fields: string[]; problem: string | null } | "incomplete";

/**
 * Cuts text into records, RFC 4180 with patience: a quote inside an unquoted field is a letter, a quote inside a quoted
 * field that no delimiter follows is one too unless the field has left its line; then the line where it was opened is
 * given up and reading goes on below it. Give it pieces with `push`, the rest comes with `end`.
 */
export class RecordSplitter {
  readonly #delimiter: number;
  readonly #quote: string;
  #rest = "";
  #line = 0;
  /** Empty lines above the last record seen. */
  emptyLines = 0;
  #pendingEmpty = 0;

  constructor(dialect: Dialect) {
    this.#delimiter = dialect.delimiter.charCodeAt(0);
    this.#quote = dialect.quote;
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
    let at = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === LF || code === CR) {
        if (code === CR && at + 1 === text.length && !final) break;
        at = afterLineEnd(text, at);
        this.#line += 1;
        this.#pendingEmpty += 1;
        continue;
      }
      const cut = this.#cut(text, at, final);
      if (cut === "incomplete") break;
      this.#line += 1;
      this.emptyLines += this.#pendingEmpty;
      this.#pendingEmpty = 0;
      const raw = text.slice(at, cut.end);
      records.push({ line: this.#line, fields: cut.fields, raw, problem: cut.problem });
      at = afterLineEnd(text, cut.end);
    }
    this.#rest = text.slice(at);
    return records;
  }

  /** Cuts the record at `from`; `end` is the place of its line end. */
  #cut(text: string, from: number, final: boolean): Cut {
    const fields: string[] = [];
    let at = from;
    for (;;) {
      const opening = this.#opening(text, at);
      const field = opening < 0 ? this.#plain(text, at) : this.#quoted(text, opening, final);
      if (field === "incomplete") return field;
      if (field === "unclosed" || field.end - from > LONGEST) return givenUp(text, from, final);
      if (field.end >= text.length - 1 && !final) return "incomplete";
      fields.push(field.value);
      if (text.charCodeAt(field.end) !== this.#delimiter) return { end: field.end, fields, problem: null };
      at = field.end + 1;
    }
  }

  /** The place of the quote that opens the field at `at`, blanks before it skipped; -1 when it is not quoted. */
  #opening(text: string, at: number): number {
    if (this.#quote === "") return -1;
    let place = at;
    while (text.charCodeAt(place) === SPACE) place += 1;
    return text[place] === this.#quote ? place : -1;
  }

  #plain(text: string, from: number): { end: number; value: string } {
    let at = from;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === this.#delimiter || code === LF || code === CR) break;
    }
    return { end: at, value: text.slice(from, at) };
  }

  #quoted(text: string, opening: number, final: boolean): { end: number; value: string } | "incomplete" | "unclosed" {
    const quote = this.#quote;
    let value = "";
    let from = opening + 1;
    for (;;) {
      const at = text.indexOf(quote, from);
      if (at < 0) return final || text.length - opening > LONGEST ? "unclosed" : "incomplete";
      if (text[at + 1] === quote) {
        value += text.slice(from, at + 1);
        from = at + 2;
        continue;
      }
      let after = at + 1;
      while (text.charCodeAt(after) === SPACE) after += 1;
      if (after >= text.length && !final) return "incomplete";
      const code = text.charCodeAt(after);
      if (after >= text.length || code === this.#delimiter || code === LF || code === CR) {
        return { end: after, value: value + text.slice(from, at) };
      }
      if (/[\r\n]/.test(text.slice(opening, at))) return "unclosed";
      value += text.slice(from, at + 1);
      from = at + 1;
    }
  }
}

function givenUp(text: string, from: number, final: boolean): Cut {
  let end = from;
  while (end < text.length && text.charCodeAt(end) !== LF && text.charCodeAt(end) !== CR) end += 1;
  if (end === text.length && !final && end - from < LONGEST) return "incomplete";
  return { end, fields: [], problem: UNCLOSED_QUOTE };
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
