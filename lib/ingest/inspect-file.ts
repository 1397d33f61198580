import { type ColumnProfile, columnProfile } from "./column-profile";
import { guessCurrency } from "./currency";
import { dateShape } from "./dates";
import type { NamedBlob } from "./decode";
import { DELIMITER_NAMES, guessDialect } from "./dialect";
import { guessDateOrder } from "./guess-date-order";
import { guessMapping } from "./guess-mapping";
import { uniqueNames, words } from "./header";
import { IngestError } from "./ingest-error";
import { guessDecimalMark, readNumber } from "./numbers";
import type { OpenFile } from "./open-file";
import { type Guess, type ImportPlan, PLAIN } from "./plan";
import { mappingQuestions } from "./questions";
import { headRecords, sampleFile, sliceRecords } from "./sample";

const SHOWN_LINES = 20;

export interface InspectOptions {
  signal?: AbortSignal | undefined;
  /** How files are opened; default: in this thread. */
  openFile?: OpenFile | undefined;
}

/**
 * Guesses how a file is to be read, from at most 384 KB of it; only when day and month could be either does it look at
 * the dates of the whole file. Throws IngestError when the file cannot be taken; nothing else is touched.
 */
export async function inspectFile(file: NamedBlob, { signal }: InspectOptions = {}): Promise<Guess> {
  const refuse = (kind: "empty" | "no-lines" | "no-figures", message: string, hint: string) =>
    new IngestError({ kind, message: `${file.name} ${message} Nothing was imported.`, hint });
  if (file.size === 0) throw refuse("empty", "is empty.", "Export it again and check that it has lines.");
  const sample = await sampleFile(file, signal);
  if (sample.head.trim() === "")
    throw refuse("empty", "holds nothing but blanks.", "Export it again and check that it has lines.");

  const dialect = guessDialect(sample.head);
  const [header, ...body] = headRecords(sample, dialect);
  const columns = uniqueNames(header?.fields ?? []);
  const lines = [...body, ...sliceRecords(sample, dialect, columns.length)]
    .map((record) => columns.map((_, index) => record.fields[index] ?? ""))
    .filter((fields) => fields.some((field) => field.trim() !== ""));
  if (lines.length === 0) {
    throw refuse("no-lines", "has a header but no lines.", "Export it again with the period you want to look at.");
  }

  const cells = columns.map((_, index) => lines.map((line) => line[index] ?? ""));
  const marks = guessDecimalMark(cells.filter(holdsNumbers).flat(), dialect.delimiter);
  const profiles = columns.map((name, index) => columnProfile(name, cells[index] ?? [], marks.mark));
  if (!profiles.some((profile) => profile.numeric >= 0.5)) {
    throw refuse(
      "no-figures",
      "has no column with numbers.",
      "Add a file with at least one column that can be counted or summed.",
    );
  }

  const guess = guessMapping(profiles, marks.mark);
  const dateColumn = guess.mapping.date ?? guess.mapping.last_updated;
  const dates = await guessDateOrder(
    file,
    { dialect, columns },
    profiles.find(({ name }) => name === dateColumn),
    signal,
  );
  const plan: ImportPlan = {
    ...PLAIN,
    kind: guess.kind,
    dialect,
    columns,
    mapping: guess.mapping,
    dateOrder: dates.order,
    decimalMark: marks.mark,
    currency: currencyOf(profiles, guess.mapping),
  };
  const doubts = [
    ...(looksLikeData(header?.fields ?? [])
      ? ["The first line looks like data, not like the names of columns. It is read as the header."]
      : []),
    ...mappingQuestions(guess),
    ...(dates.question ? [dates.question] : []),
    ...(marks.ambiguous
      ? ["Numbers such as 1,234 could mean one thousand or one and a bit. Choose the decimal mark."]
      : []),
  ];
  return {
    fileName: file.name,
    plan,
    confidence: guess.confidence,
    evidence: [
      `Fields are parted by ${DELIMITER_NAMES[dialect.delimiter] ?? dialect.delimiter}.`,
      ...guess.evidence,
      ...(dates.sentence ? [dates.sentence] : []),
      ...(marks.sentence ? [marks.sentence] : []),
    ],
    questions: doubts,
    sample: lines.slice(0, SHOWN_LINES),
    sheets: [],
  };
}

function holdsNumbers(values: readonly string[]): boolean {
  const filled = values.filter((value) => value.trim() !== "");
  const read = filled.filter((value) => readNumber(value, "point") !== null || readNumber(value, "comma") !== null);
  return filled.length > 0 && read.length / filled.length >= 0.6;
}

/** A header names things: numbers and dates in it are data. */
function looksLikeData(header: readonly string[]): boolean {
  const filled = header.filter((field) => field.trim() !== "");
  const values = filled.filter((field) => readNumber(field) !== null || dateShape(field) !== null);
  return values.length > 0 && values.length / filled.length >= 0.3;
}

function currencyOf(profiles: readonly ColumnProfile[], mapping: ImportPlan["mapping"]): string | null {
  const money = [mapping.amount, mapping.unit_price, mapping.unit_cost];
  const columns = profiles.filter(({ name }) => money.includes(name));
  const named = profiles.filter(({ name }) =>
    ["currency", "currency code", "moneda", "devise", "wahrung"].includes(words(name).join(" ")),
  );
  return guessCurrency(
    columns.map(({ name }) => name),
    columns.flatMap(({ values }) => values),
    named.flatMap(({ values }) => values),
  );
}
