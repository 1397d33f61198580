import { type Dialect, PLAIN } from "./plan";
import { recordsOf } from "./records";

const DELIMITERS = [",", ";", "\t", "|"];
const LOOKED_AT = 200;

interface Candidate {
  dialect: Dialect;
  /** Fields of the first record. */
  width: number;
  /** Share of the records that have as many fields as the first. */
  agreement: number;
}

function candidate(text: string, dialect: Dialect): Candidate {
  const records = recordsOf(text, dialect, LOOKED_AT);
  const width = records[0]?.fields.length ?? 0;
  const same = records.filter((record) => record.problem === null && record.fields.length === width);
  return { dialect, width, agreement: records.length === 0 ? 0 : same.length / records.length };
}

/** Single quotes are quotes only when they wrap every field of the first line; elsewhere they are apostrophes. */
function quoteOf(text: string, delimiter: string): Dialect["quote"] {
  const [first = ""] = text.split(/\r\n|\n|\r/, 1);
  const fields = first.split(delimiter);
  return fields.every((field) => /^'.*'$/.test(field.trim())) && first !== "" ? "'" : '"';
}

/** How a text is cut: the delimiter under which most records have as many fields as the first, the wider one on a draw. */
export function guessDialect(text: string): Dialect {
  const head = text.length > 65_536 ? text.slice(0, text.lastIndexOf("\n", 65_536) + 1) || text : text;
  const candidates = DELIMITERS.map((delimiter) =>
    candidate(head, { ...PLAIN.dialect, delimiter, quote: quoteOf(head, delimiter) }),
  );
  const tables = candidates.filter(({ width }) => width > 1);
  const [best] = tables.sort((a, b) => b.agreement * Math.log2(b.width) - a.agreement * Math.log2(a.width));
  return best?.dialect ?? PLAIN.dialect;
}

/** Names of delimiters as a sentence uses them. */
export const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "vertical bars",
};
