import type { Dialect } from "./plan";

const CR = 13;
const LF = 10;
const SPACE = 32;

export interface QuotedValue {
  /** The place behind the field: a delimiter, a line end or the end of the text. */
  end: number;
  value: string;
  /** Quotes inside the field that are no quotes. */
  strays: number;
  /** Spelled as RFC 4180 wants it. */
  regular: boolean;
}

/** What a quote inside a quoted field makes of it, when no delimiter follows. */
export type StrayQuotes =
  /** The quote is a letter. */
  | "letter"
  /** The field was never quoted: the quote that opened it is a letter too, and delimiters in it are delimiters. */
  | "unquoted"
  /** Quotes in the field are not doubled: of two in front of a delimiter the first is a letter, the second closes. */
  | "single";

/** Reads one quoted field at a time, in the escapes of a dialect. */
export class QuotedField {
  readonly #dialect: Dialect;
  readonly #single: boolean;
  readonly #longest: number;
  /** What stands for one character: an escaped one, or a doubled quote. */
  readonly #escaped: RegExp;
  /** A quote opened before this place of the text was looked for in vain up to here. */
  #hopelessUntil = 0;

  constructor(dialect: Dialect, strayQuotes: StrayQuotes, longest: number) {
    this.#dialect = dialect;
    this.#single = strayQuotes === "single";
    this.#longest = longest;
    const { quote, escape: behind } = dialect;
    const before = behind === "\\" ? "\\\\" : behind;
    this.#escaped = new RegExp(`${before}${before}|${before}${quote}|${quote}${quote}`, "g");
  }

  /** The text lost its first `length` characters. */
  forget(length: number): void {
    this.#hopelessUntil = Math.max(0, this.#hopelessUntil - length);
  }

  /**
   * The field whose quote stands at `opening`, in a line that ends at `lineEnd`. A field with a stray quote must end in
   * its line: else every line of a file could be one search through the whole of it.
   */
  at(text: string, opening: number, lineEnd: number, final: boolean): QuotedValue | "incomplete" | "unclosed" {
    const { quote, escape: behind } = this.#dialect;
    let strays = 0;
    let escapes = 0;
    let from = opening + 1;
    for (;;) {
      const at = text.indexOf(quote, from);
      if (at < 0) {
        if (!final && opening >= this.#hopelessUntil && text.length - opening <= this.#longest) return "incomplete";
        this.#hopelessUntil = text.length;
        return "unclosed";
      }
      if (at > lineEnd && (strays > 0 || opening < this.#hopelessUntil)) return "unclosed";
      if (at - opening > this.#longest) return "unclosed";
      if (behind !== "doubled" && escapedAt(text, at, from, behind)) {
        escapes += 1;
        from = at + 1;
        continue;
      }
      if (text.charAt(at + 1) === quote && !(this.#single && this.#behind(text, at + 2, final) !== null)) {
        escapes += 1;
        from = at + 2;
        continue;
      }
      const end = this.#behind(text, at + 1, final);
      if (end === "incomplete") return end;
      if (end !== null) {
        const inside = text.slice(opening + 1, at);
        const plain = escapes === 0 && !inside.includes(behind);
        const value = plain ? inside : this.#unescaped(inside);
        return { end, value, strays, regular: strays === 0 && behind === "doubled" && end === at + 1 };
      }
      if (at > lineEnd) return "unclosed";
      strays += 1;
      from = at + 1;
    }
  }

  /** The end of the field when a delimiter or a line end stands at `from`, blanks before it skipped; else null. */
  #behind(text: string, from: number, final: boolean): number | "incomplete" | null {
    const { delimiter } = this.#dialect;
    let after = from;
    if (text.startsWith(delimiter, after)) return after;
    if (delimiter !== " ") while (text.charCodeAt(after) === SPACE) after += 1;
    if (after + delimiter.length > text.length && !final) {
      const code = text.charCodeAt(after);
      return code === LF || code === CR ? after : "incomplete";
    }
    const code = text.charCodeAt(after);
    const ends = after >= text.length || code === LF || code === CR || text.startsWith(delimiter, after);
    return ends ? after : null;
  }

  #unescaped(inside: string): string {
    const { quote, escape: behind } = this.#dialect;
    if (behind === "doubled") return inside.replaceAll(quote + quote, quote);
    return inside.replace(this.#escaped, (pair) => pair.charAt(1));
  }
}

/** True when an odd number of escape characters stands before the quote at `at`. */
function escapedAt(text: string, at: number, from: number, behind: string): boolean {
  let place = at;
  while (place > from && text.charAt(place - 1) === behind) place -= 1;
  return (at - place) % 2 === 1;
}
