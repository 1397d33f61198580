import type { Book } from "./book";
import { normalised } from "./normalised";

/** A stretch of a line's text, from `start` to before `end`. */
export interface Mark {
  start: number;
  end: number;
}

export interface NameMark extends Mark {
  id: string;
}

/** One sentence, normalised, with the names in it; `masked` has their letters blanked out, so that no digit of them counts. */
export interface Line {
  text: string;
  masked: string;
  names: readonly NameMark[];
}

const BLANK = "\ue000";

/** Blanks out stretches, keeping every place. */
export function blanked(text: string, marks: readonly Mark[]): string {
  return marks.reduce(
    (masked, { start, end }) => masked.slice(0, start) + BLANK.repeat(end - start) + masked.slice(end),
    text,
  );
}

/** A line of plain text: the names of the book are found as whole words, the longest first. */
export function toLine(plain: string, book: Book): Line {
  const text = normalised(plain);
  const marks: NameMark[] = [];
  const longest = [...book.names].sort(([, a], [, b]) => b.length - a.length);
  for (const [id, name] of longest) {
    const spelled = normalised(name);
    for (let start = text.indexOf(spelled); start >= 0; start = text.indexOf(spelled, start + 1)) {
      const end = start + spelled.length;
      const isInside = marks.some((mark) => start < mark.end && end > mark.start);
      const isWord = !/[\p{L}\p{N}]/u.test(`${text[start - 1] ?? ""}${text[end] ?? ""}`);
      if (!isInside && isWord) marks.push({ start, end, id });
    }
  }
  marks.sort((a, b) => a.start - b.start);
  return { text, masked: blanked(text, marks), names: marks };
}
