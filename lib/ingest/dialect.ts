import { Looks } from "./cell-look";
import { type Dialect, PLAIN } from "./plan";
import { type FileRecord, recordsOf } from "./records";

/** How likely a delimiter is before the text is looked at; blanks and colons stand inside fields, too. */
const DELIMITERS: readonly (readonly [delimiter: string, likely: number])[] = [
  [",", 1],
  [";", 1],
  ["\t", 1],
  ["|", 1],
  ["||", 1],
  ["\u001f", 1],
  ["\u0001", 1],
  ["^", 0.9],
  ["~", 0.9],
  ["::", 0.8],
  [":", 0.6],
  [" ", 0.5],
];
/** Characters looked at: for quotes and escapes, which may come late, and for the delimiter. */
const LOOKED_AT_TEXT = 65_536;
const SCORED_TEXT = 24_576;
const LOOKED_AT_RECORDS = 200;
const LOOKED_AT_FIELDS = 2_500;
/** Below it the lines of a text are not cut at all. */
const TABLE = 0.1;

/** Names of delimiters as a sentence uses them. */
export const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ",": "commas",
  ";": "semicolons",
  "\t": "tabs",
  "|": "vertical bars",
  "||": "double vertical bars",
  "\u001f": "unit separators",
  "\u0001": "control characters",
  "^": "carets",
  "~": "tildes",
  "::": "double colons",
  ":": "colons",
  " ": "blanks",
};

interface Candidate {
  dialect: Dialect;
  /** 0-1; 0 when it cuts nothing, below 0 when it must not cut. */
  score: number;
}

/** The first lines of a text, whole. */
function firstLines(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = Math.max(text.lastIndexOf("\n", most), text.lastIndexOf("\r", most));
  return end < most / 8 ? text : text.slice(0, end + 1);
}

/**
 * The width most fields stand in; of two that are about as frequent the one that comes first. Lines of one field are no
 * table, and one single line that is wide is none either.
 */
export function commonWidth(records: readonly FileRecord[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  const weight = ([width, count]: [number, number]) => (count === 1 && records.length > 3 ? 0.1 : count) * (width - 1);
  const [best] = [...counts].sort((a, b) => weight(b) - weight(a) || b[1] - a[1] || b[0] - a[0]);
  if (!best || best[0] < 2) return best?.[0] ?? 0;
  const [first] = [...counts].find(([width, count]) => width > 1 && count > 1 && count >= best[1] * 0.6) ?? best;
  return first;
}

/**
 * How well a dialect explains a text: how many records share one width, and whether their fields look like something:
 * numbers, dates, words; not words glued to numbers by another delimiter.
 */
function score(text: string, dialect: Dialect, likely: number, looks: Looks): number {
  const records = recordsOf(text, dialect, LOOKED_AT_RECORDS);
  const width = commonWidth(records);
  if (width < 2) return 0;
  const table = records.filter(({ fields, problem }) => problem === null && fitsWidth(fields, width));
  const share = table.reduce((sum, { strays }) => sum + (strays > 0 ? 0.9 : 1), 0) / records.length;
  const seen = table.slice(0, Math.max(12, Math.ceil(LOOKED_AT_FIELDS / width)));
  // One bar in a field is no rival of two bars: a field in quotes may hold its own delimiter.
  const rivals = DELIMITERS.map(([delimiter]) => delimiter).filter(
    (rival) => !dialect.delimiter.includes(rival) && rival > " ",
  );
  const first = records[0]?.fields.length;
  const typed = seen.flatMap(({ fields }) => fields).filter((field) => valueLike(field, looks)).length;
  const decimals = dialect.delimiter === "," && first === 1 && table.every(({ raw }) => looks.of(raw) === "number");
  if (decimals) return -1;
  if (likely < 0.7 && typed === 0) return 0;
  if (likely < 0.7 ? first !== width : typed === 0 && first === 1 && share < 0.9) return 0;
  let sum = 0;
  let count = 0;
  for (const { fields } of seen) {
    for (const field of fields) {
      sum += plausible(field, rivals, looks);
      count += 1;
    }
  }
  return share ** 1.5 * (sum / count) ** 2 * (1 - 0.5 / (width - 1)) * likely;
}

function fitsWidth(fields: readonly string[], width: number): boolean {
  return (
    fields.length === width || (fields.length > width && fields.slice(width).every((field) => field.trim() === ""))
  );
}

function valueLike(field: string, looks: Looks): boolean {
  const look = looks.of(field);
  return look === "number" || look === "date" || look === "time";
}

function plausible(field: string, rivals: readonly string[], looks: Looks): number {
  const look = looks.of(field);
  if (look === "empty") return 0.8;
  if (look === "number" || look === "date" || look === "time") return 1;
  const text = field.trim();
  const glued = rivals.some((rival) => text.includes(rival) && (rival.length > 1 || !/[,;:] /.test(text)));
  if (glued && look !== "code") return 0.4;
  return look === "code" ? (glued && !/^https?:/i.test(text) ? 0.4 : 0.95) : 0.85;
}

/** How often a quote opens and closes a field, as far as a pattern can see it. */
function wraps(text: string, quote: string, delimiter: string): { opened: number; closed: number } {
  const between = delimiter.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
  const opened = text.match(new RegExp(`(?:^|${between}) *${quote}(?=.)`, "gm"))?.length ?? 0;
  const closed = text.match(new RegExp(`${quote} *(?=${between}|$)`, "gm"))?.length ?? 0;
  return { opened, closed };
}

function quoteOf(text: string, delimiter: string): Dialect["quote"] {
  if (!text.includes("'")) return '"';
  const [single, double] = [wraps(text, "'", delimiter), wraps(text, '"', delimiter)];
  if (single.opened <= double.opened) return '"';
  if (Math.min(single.opened, single.closed) >= 0.8 * Math.max(single.opened, single.closed)) return "'";
  return misfits(text, delimiter, "'") < misfits(text, delimiter, '"') ? "'" : '"';
}

/** Records that are not as wide as most, in the escapes that fit best. */
function misfits(text: string, delimiter: string, quote: Dialect["quote"]): number {
  const counts = (["doubled", "\\"] as const).map((behind) => {
    const records = recordsOf(text, { ...PLAIN.dialect, delimiter, quote, escape: behind });
    const width = commonWidth(records);
    return records.filter(({ problem, fields }) => problem !== null || fields.length !== width).length;
  });
  return Math.min(...counts);
}

/** Records that cannot be cut, and fields with a quote where none belongs. */
function faults(text: string, dialect: Dialect): number {
  return recordsOf(text, dialect).reduce((sum, { problem, strays }) => sum + (problem === null ? strays : 2), 0);
}

/** The ways of quoting that may be meant beside the usual one, each only where the text speaks for it. */
function quoting(text: string, delimiter: string, skipBlanks: boolean): Dialect {
  const usual: Dialect = { ...PLAIN.dialect, delimiter, quote: quoteOf(text, delimiter), skipBlanks };
  const least = faults(text, usual);
  if (least === 0) return usual;
  const others: Dialect[] = [];
  if (text.includes(`\\${usual.quote}`)) others.push({ ...usual, escape: "\\" });
  if (text.includes(`\0${usual.quote}`)) others.push({ ...usual, escape: "\0" });
  const [best] = others
    .map((dialect) => ({ dialect, faults: faults(text, dialect) }))
    .sort((a, b) => a.faults - b.faults);
  if (best && best.faults < least) return best.dialect;
  return { ...usual, quote: bareQuotes(text, usual) ? "" : usual.quote };
}

/** True when quotes are letters: hardly any field is wrapped in a pair of them, and lines fall apart if they were. */
function bareQuotes(text: string, dialect: Dialect): boolean {
  const { opened, closed } = wraps(text, dialect.quote, dialect.delimiter);
  const records = recordsOf(text, dialect);
  const width = commonWidth(recordsOf(text, { ...dialect, quote: "" }));
  const broken = records.filter(({ problem, fields }) => problem !== null || fields.length !== width).length;
  return Math.min(opened, closed) < 0.5 * Math.max(opened, closed) && broken > Math.max(1, records.length * 0.02);
}

/** Blanks belong to the delimiter when most fields behind it begin with one. */
function blanksBelong(text: string, dialect: Dialect): boolean {
  if (dialect.delimiter === " ") return false;
  const behind = recordsOf(text, dialect, LOOKED_AT_RECORDS).flatMap(({ fields }) => fields.slice(1));
  const blank = behind.filter((field) => field.startsWith(" ")).length;
  return blank > 0 && blank >= behind.length * 0.6;
}

/** How a text is cut. `delimiter` is given where the file itself names it. */
export function guessDialect(head: string, delimiter: string | null = null, looks = new Looks()): Dialect {
  const text = firstLines(head, LOOKED_AT_TEXT);
  const short = firstLines(text, SCORED_TEXT);
  const given = delimiter === null ? DELIMITERS : [[delimiter, 1] as const];
  const candidates = given
    .filter(([candidate]) => mayPart(short, candidate))
    .flatMap(([candidate, likely]): Candidate[] =>
      [false, ...(candidate === " " ? [true] : [])].map((skipBlanks) => {
        const dialect = quoting(text, candidate, skipBlanks);
        return { dialect, score: score(short, dialect, likely, looks) };
      }),
    );
  const [best] = candidates.filter((candidate) => candidate.score >= 0).sort((a, b) => b.score - a.score);
  if (!best || (best.score < TABLE && delimiter === null && !inMostLines(text, best.dialect.delimiter))) {
    return oneColumn(text);
  }
  return blanksBelong(text, best.dialect) ? { ...best.dialect, skipBlanks: true } : best.dialect;
}

/** What parts fields stands in some of the lines at least. */
function mayPart(text: string, delimiter: string): boolean {
  const places = text.split(delimiter).length - 1;
  return places > 0 && places * 5 >= text.split(/\r\n|\n|\r/).length - 2;
}

/** Hardly a sentence is without commas, but a blank stands behind them. */
function inMostLines(text: string, delimiter: string): boolean {
  const lines = text.split(/[\r\n]+/, LOOKED_AT_RECORDS).filter((line) => line.trim() !== "");
  const parted = lines.filter((line) => line.replaceAll(`${delimiter} `, "").includes(delimiter));
  return /[,;\t|]/.test(delimiter) && parted.length >= lines.length * 0.6;
}

/** A delimiter that cuts nothing. */
function oneColumn(text: string): Dialect {
  const unused = [",", ";", "\t", "|", "\u001f"].find((delimiter) => !text.includes(delimiter)) ?? "\u001f";
  return quoting(text, unused, false);
}
