import { Looks } from "./cell-look";
import { DELIMITER_NAMES, guessDialect } from "./dialect";
import { uniqueNames } from "./header";
import { guessLayout } from "./layout";
import type { Dialect, Layout } from "./plan";
import type { FileRecord } from "./records";
import { type FileSample, headRecords, sliceRecords } from "./sample";

/** How a text is cut into a table, and what the sample holds of it. */
export interface Structure {
  dialect: Dialect;
  layout: Layout;
  /** The header's texts as they stand in the file; [] when there is no header. */
  header: readonly string[];
  /** Unique names of the columns. */
  columns: readonly string[];
  /** Records of the table in the sample, without header, preamble and what follows the table. */
  records: readonly FileRecord[];
  evidence: readonly string[];
  /** What a person should decide, as sentences. */
  questions: readonly string[];
}

/** The delimiter a file names in its first line, as Excel writes it: "sep=;". */
const NAMED_DELIMITER = /^"?sep=([^\r\n"]{1,2})"?[\t,; ]*(?=[\r\n])/i;

/**
 * Finds delimiter, quote, header, preamble and the end of the first table, from a sample. `headerRow` is the row a person
 * chose for the names of the columns; null: there are none.
 */
export function guessStructure(sample: FileSample, headerRow?: number | null): Structure {
  const steps = structureSteps(sample, headerRow);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The same step by step, for a thread that has something else to do in between. */
export function* structureSteps(sample: FileSample, headerRow?: number | null): Generator<void, Structure, void> {
  const named = NAMED_DELIMITER.exec(sample.head)?.[1] ?? null;
  const looks = new Looks();
  const dialect = guessDialect(sample.head, named, looks);
  yield;
  const head = headRecords(sample, dialect);
  yield;
  const found = guessLayout(named === null ? head : head.slice(1), { dialect, whole: sample.whole, looks, headerRow });
  const { layout, header, width } = found;
  const slices = layout.lastRow === null ? sliceRecords(sample, dialect, width) : [];
  return {
    dialect,
    layout,
    header,
    columns: uniqueNames(header.length > 0 ? header : Array.from({ length: width }, () => "")),
    records: [...found.body, ...slices],
    evidence: [...dialectEvidence(dialect, sample.head, named !== null), ...found.evidence],
    questions: found.questions,
  };
}

function dialectEvidence(
  { delimiter, quote, escape: behind, skipBlanks }: Dialect,
  text: string,
  named: boolean,
): string[] {
  const parted = DELIMITER_NAMES[delimiter] ?? `"${delimiter}"`;
  const blanks = skipBlanks && delimiter !== " " ? " and blanks" : "";
  const fields = text.includes(delimiter)
    ? `Fields are parted by ${parted}${blanks}${named ? ", as the first line says" : ""}.`
    : "Every line is one field.";
  return [
    fields,
    ...(quote === "'" ? ["Texts stand in single quotes."] : []),
    ...(quote === "" ? ["Quotes are letters: they do not wrap the fields."] : []),
    ...(behind === "doubled"
      ? []
      : [`Quotes inside a text stand behind a ${behind === "\\" ? "backslash" : "NUL byte"}.`]),
  ];
}
