import { breathe, breathing } from "@/lib/std/breathe";
import { type ColumnProfile, columnProfile, spread } from "./column-profile";
import type { NamedBlob } from "./decode";
import type { Recognised } from "./exports/known-export";
import { recogniseExport } from "./exports/known-exports";
import { fileCurrency } from "./file-currency";
import { guessDateOrder, type OrderGuess } from "./guess-date-order";
import { guessLineTypes, lineTypesSentence } from "./guess-line-types";
import { guessMapping } from "./guess-mapping";
import { headerSignature } from "./header";
import { IngestError } from "./ingest-error";
import { guessDecimalMark, type MarkEvidence } from "./numbers";
import { type OpenChoice, type OpenedFile, type OpenFile, openFile as openHere } from "./open-file";
import { type Guess, type ImportPlan, PLAIN, type Role } from "./plan";
import { ASKS, mappingQuestions } from "./questions";
import { readPlan } from "./read-plan";
import { readLike, sameColumns } from "./same-reading";
import { sampleFile } from "./sample";
import { type Structure, structureSteps } from "./structure";
import { type TextWalks, WALKS_HERE } from "./text-walks";
import { mixedUnits, readCount, withoutUnit } from "./units";

const SHOWN_LINES = 20;

export interface InspectOptions {
  signal?: AbortSignal | undefined;
  /** How files are opened; default: in this thread. */
  openFile?: OpenFile | undefined;
  /** How whole texts are walked through; default: in this thread. */
  walks?: TextWalks | undefined;
  /** What a person chose; without `headerRow` the file decides where the names of the columns stand, null says nowhere. */
  choice?: (OpenChoice & { headerRow?: number | null | undefined }) | undefined;
  /** What was decided for a file with this header; anything that is no plan for it counts as nothing. */
  remembered?: ((signature: string) => Promise<unknown>) | undefined;
}

/** What the columns mean, whoever says so. */
type Meaning = Pick<ImportPlan, "kind" | "mapping" | "discountAs" | "recipe" | "lineTypes" | "carryDown" | "rules"> & {
  confidence: Guess["confidence"];
  evidence: readonly string[];
  questions: readonly string[];
  /** Decided before: not asked again. */
  dateOrder: ImportPlan["dateOrder"] | null;
  decimalMark: ImportPlan["decimalMark"] | null;
  currency: string | null;
};

/**
 * Guesses how a file is to be read, from at most 384 KB of its text; only when day and month could be either does it look
 * at the dates of the whole file. Throws IngestError when the file cannot be taken; nothing else is touched.
 */
export async function inspectFile(file: NamedBlob, options: InspectOptions = {}): Promise<Guess> {
  const { signal, openFile = openHere, walks = WALKS_HERE, choice = FREE } = options;
  if (file.size === 0) throw refuse(file, "empty", "is empty.");
  const opened = await openFile(file, choice, { signal });
  walks.prepare(opened.text, signal);
  const sample = await sampleFile(opened.text, signal);
  if (sample.head.trim() === "") throw refuse(file, "empty", "holds nothing but blanks.");

  await breathe();
  const structure = await breathing(structureSteps(sample, options.choice?.headerRow));
  await breathe();
  const { columns } = structure;
  const lines = linesOf(structure);
  if (lines.length === 0) throw refuse(file, "no-lines", "has a header but no lines.");

  const cells = columns.map((_, index) => lines.map((line) => line[index] ?? ""));
  const marks = opened.typed
    ? TYPED
    : guessDecimalMark(cells.filter(holdsNumbers).flat().map(withoutUnit), structure.dialect.delimiter);
  await breathe();
  const profiles: ColumnProfile[] = [];
  for (const [index, name] of columns.entries()) {
    profiles.push(columnProfile(name, cells[index] ?? [], marks.mark));
    await breathe();
  }
  signal?.throwIfAborted();
  const meaning =
    (await rememberedMeaning(structure, options.remembered)) ??
    recognisedMeaning(profiles) ??
    guessedMeaning(profiles, marks, file.name);
  await breathe();
  const dates = await dateOrderOf(opened, { structure, profiles, meaning }, options);
  const money = fileCurrency(profiles, meaning.mapping);
  const plan: ImportPlan = {
    ...PLAIN,
    kind: meaning.kind,
    encoding: opened.encoding,
    sheet: opened.sheet,
    dialect: structure.dialect,
    layout: structure.layout,
    columns,
    mapping: meaning.mapping,
    dateOrder: dates.order,
    decimalMark: meaning.decimalMark ?? marks.mark,
    currency: meaning.currency ?? money.currency,
    discountAs: meaning.discountAs,
    recipe: meaning.recipe,
    lineTypes: meaning.lineTypes,
    carryDown: meaning.carryDown,
    rules: meaning.rules,
  };
  return {
    fileName: file.name,
    plan,
    confidence: meaning.confidence,
    evidence: [
      ...opened.evidence,
      ...structure.evidence.filter((sentence) => !opened.typed || !sentence.startsWith("Fields are parted")),
      ...meaning.evidence,
      ...(dates.sentence ? [dates.sentence] : []),
      ...(marks.sentence ? [marks.sentence] : []),
      ...money.evidence,
      ...unitsEvidence(profiles, meaning.mapping),
    ],
    questions: questionsOf({ structure, meaning, dates, marks, kind: plan.kind }),
    sample: lines.slice(0, SHOWN_LINES),
    sheets: opened.sheets,
  };
}

const FREE: InspectOptions["choice"] & object = { encoding: null, sheet: null };
const TYPED: MarkEvidence = { mark: "point", ambiguous: false, sentence: null };

const NEXT_STEP = {
  empty: "Export it again and check that it has lines.",
  "no-lines": "Export it again with the period you want to look at.",
} as const;

function refuse(file: NamedBlob, kind: keyof typeof NEXT_STEP, what: string): IngestError {
  return new IngestError({ kind, message: `${file.name} ${what} Nothing was imported.`, hint: NEXT_STEP[kind] });
}

/** The lines looked at, as wide as the header, without blank ones. */
function linesOf({ columns, records }: Structure): (readonly string[])[] {
  return records
    .filter((record) => record.problem === null)
    .map((record) => columns.map((_, index) => record.fields[index] ?? ""))
    .filter((fields) => fields.some((field) => field.trim() !== ""));
}

/** Columns without names are alike in files that have nothing in common. */
async function rememberedMeaning(
  { columns, layout }: Structure,
  remembered: InspectOptions["remembered"],
): Promise<Meaning | null> {
  if (layout.headerRow === null) return null;
  const known = readPlan(await remembered?.(headerSignature(columns)));
  if (known === null || !sameColumns(known.columns, columns)) return null;
  const like = readLike({ ...known, columns }, known);
  return {
    ...like,
    confidence: certain(like.mapping),
    evidence: ["Read as the last file with these columns was."],
    questions: [],
    dateOrder: known.dateOrder,
  };
}

function recognisedMeaning(profiles: readonly ColumnProfile[]): Meaning | null {
  const filled = new Set(profiles.filter((profile) => profile.filled > 0).map(({ name }) => name));
  const recognised: Recognised | null = recogniseExport(
    profiles.map(({ name }) => name),
    (column) => filled.has(column),
  );
  if (recognised === null) return null;
  return {
    ...recognised,
    confidence: certain(recognised.mapping),
    evidence: [`Recognised as ${recognised.recipe}.`],
    questions: [],
    decimalMark: null,
    currency: null,
  };
}

function guessedMeaning(profiles: readonly ColumnProfile[], marks: MarkEvidence, fileName: string): Meaning {
  const guess = guessMapping(profiles, marks.mark, fileName);
  const lineTypes = guess.kind === "sales" ? guessLineTypes(profiles, new Set(Object.values(guess.mapping))) : null;
  return {
    kind: guess.kind,
    mapping: guess.mapping,
    discountAs: guess.discountAs,
    confidence: guess.confidence,
    evidence: [...guess.evidence, ...(lineTypes ? [lineTypesSentence(lineTypes)] : [])],
    questions: [...mappingQuestions(guess), ...guess.asks],
    recipe: null,
    lineTypes,
    carryDown: null,
    rules: {},
    dateOrder: null,
    decimalMark: null,
    currency: null,
  };
}

function certain(mapping: ImportPlan["mapping"]): Guess["confidence"] {
  return Object.fromEntries((Object.keys(mapping) as Role[]).map((role) => [role, 1]));
}

async function dateOrderOf(
  opened: OpenedFile,
  { structure, profiles, meaning }: { structure: Structure; profiles: readonly ColumnProfile[]; meaning: Meaning },
  options: Pick<InspectOptions, "walks" | "signal">,
): Promise<OrderGuess> {
  const column = meaning.mapping.date ?? meaning.mapping.last_updated;
  const profile = opened.typed ? undefined : profiles.find(({ name }) => name === column);
  const found = await guessDateOrder(
    opened.text,
    { dialect: structure.dialect, columns: structure.columns },
    profile,
    options,
  );
  const undecided = found.question !== null && found.sentence === null;
  const known = meaning.dateOrder === "day-first" || meaning.dateOrder === "month-first";
  return undecided && known ? { order: meaning.dateOrder ?? found.order, sentence: null, question: null } : found;
}

interface Doubts {
  structure: Structure;
  meaning: Meaning;
  dates: OrderGuess;
  marks: MarkEvidence;
  kind: ImportPlan["kind"];
}

function unitsEvidence(
  profiles: readonly ColumnProfile[],
  { quantity, current_stock }: ImportPlan["mapping"],
): string[] {
  const column = profiles.find(({ name }) => name === (quantity ?? current_stock));
  const sentence = column === undefined ? null : mixedUnits(column.name, column.values);
  return sentence === null ? [] : [sentence];
}

/** An ordinary table asks nothing: what it means is seen on its own page. */
function questionsOf({ structure, meaning, dates, marks, kind }: Doubts): string[] {
  if (kind === "table") return [];
  return [
    ...(meaning.recipe === null ? structure.questions : []),
    ...meaning.questions,
    ...(dates.question ? [dates.question] : []),
    ...(marks.ambiguous && meaning.decimalMark === null ? [ASKS.decimalMark] : []),
  ];
}

function holdsNumbers(values: readonly string[]): boolean {
  const filled = spread(values.filter((value) => value.trim() !== ""));
  const read = filled.filter((value) => readCount(value, "point") !== null || readCount(value, "comma") !== null);
  return filled.length > 0 && read.length / filled.length >= 0.6;
}
