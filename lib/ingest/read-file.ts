import type { Engine } from "@/lib/engine/engine";
import { identifier } from "@/lib/query/literal";
import { type RoadResult, readCarefully } from "./careful-road";
import type { NamedBlob } from "./decode";
import { dictionaryNames } from "./dictionaries";
import { encodingOf } from "./encoding";
import { transcode } from "./encoding-transcode";
import { NOTHING_MADE } from "./fill-from-file";
import { IngestError } from "./ingest-error";
import { ledgerOf } from "./ledger-of";
import { checkMemory, estimateMemory, freeMemory } from "./memory-estimate";
import { type OpenedFile, openFile as openHere } from "./open-file";
import type { ImportPlan } from "./plan";
import { quickNames, readQuickly } from "./quick-road";
import { readAsSentence } from "./read-as";
import type { ReadOptions, ReadResult } from "./read-result";
import { readTable } from "./read-table";
import { similarNames } from "./similar-names";
import { repeatsTable } from "./stage-file";
import { mayStray, strayDates } from "./stray-dates";
import { TEXT_COLUMNS } from "./text-columns";
import { type Given, toImportPlan } from "./to-import-plan";
import { valueShapesOf } from "./value-shapes";

export type { ReadResult } from "./read-result";

/** Bytes of a file that fits into any memory. */
const NEVER_TOO_LARGE = 20_000_000;

const PRICE_ALONE: Given = { date: false, price: true };

/**
 * Reads a file into its table of canonical columns, in one pass when the engine's strict reader takes it. Every line is
 * kept or set aside with its reason. When it fails or is aborted, nothing of it stays in the engine.
 * Throws IngestError, EngineError or AbortError.
 */
export async function readFile(
  engine: Engine,
  file: NamedBlob,
  given: ImportPlan,
  options: ReadOptions,
): Promise<ReadResult> {
  const { signal, openFile = openHere } = options;
  const plan = toImportPlan(given, {}, options.given ?? PRICE_ALONE);
  const opened = await openFile(file, { encoding: plan.encoding, sheet: plan.sheet }, { signal });
  const read = async (text: NamedBlob, evidence: readonly string[]) => {
    const done = await (plan.kind === "table" ? readTable : readCanonical)(engine, text, plan, options);
    return withRemarks(done, [...otherSheets(opened), ...evidence]);
  };
  try {
    return await read(opened.text, []);
  } catch (error) {
    if (!(error instanceof IngestError) || error.kind !== "encoding") throw error;
    // What looked like UTF-8 in the sample is none further down.
    const { encoding, evidence } = await encodingOf(opened.text, { signal });
    const { text } = await transcode(opened.text, encoding, signal);
    return read(text, evidence);
  }
}

/** A workbook is read sheet by sheet: what was not read is said. */
function otherSheets({ sheet, sheets }: OpenedFile): string[] {
  const others = sheets.filter((name) => name !== sheet);
  if (others.length === 0) return [];
  return [
    `Only the sheet ${sheet} was read; the workbook also has ${others.join(", ")}. Save another sheet as a file of its own to add it.`,
  ];
}

function withRemarks(done: ReadResult, sentences: readonly string[]): ReadResult {
  const remarks = sentences.map((sentence) => ({ sentence, change: null }));
  return { ...done, ledger: { ...done.ledger, warnings: [...remarks, ...done.ledger.warnings] } };
}

async function readCanonical(
  engine: Engine,
  file: NamedBlob,
  plan: ImportPlan,
  { id, thisYear = new Date().getFullYear(), onProgress: tell, signal, walks }: ReadOptions,
): Promise<ReadResult> {
  const table = `${plan.kind}_${id}`;
  const setAside = `set_aside_${id}`;
  const stage = `stage_${id}`;
  const report = (phase: string, doneBytes: number, rows: number | null) =>
    tell?.({ phase, doneBytes, totalBytes: file.size, rows });
  const leftOver: Names = { tables: [], types: [] };
  const leaves = ({ tables, types }: Names) => {
    leftOver.tables.push(...tables);
    leftOver.types.push(...types);
  };
  const onProgress = (fraction: number) => report("Reading", Math.round(fraction * file.size), null);
  try {
    report("Reading", 0, null);
    const freeNow = async () => (file.size < NEVER_TOO_LARGE ? Infinity : freeMemory(engine, { signal }));
    // Not at the same time: each answer of the engine would wait for a pause of this thread.
    const shapes = await valueShapesOf(file, plan, signal);
    const free = await freeNow();
    const mustFit = (quick: boolean, free: number) =>
      checkMemory(file.name, {
        needed: estimateMemory(file.size, { line: shapes.lineWidth, quick }, plan),
        free,
      });
    mustFit(shapes.quick !== null, free);
    const reading = {
      ...shapes,
      newestYear: thisYear + 1,
      patientDates: plan.kind === "inventory" || plan.mapping.time !== undefined,
    };
    const read = async (): Promise<RoadResult> => {
      const road = { table, setAside, stage, plan };
      const quick = quickNames(stage, textsOf(plan));
      if (reading.quick) leaves(quick);
      const atOnce = reading.quick
        ? await readQuickly(engine, file, { ...road, quick: reading.quick }, { signal, onProgress, walks })
        : null;
      if (atOnce) return { ...atOnce, isFinal: true, made: NOTHING_MADE };
      if (reading.quick) {
        await drop(engine, { tables: [table, ...quick.tables], types: quick.types });
        mustFit(false, await freeNow());
      }
      const words = dictionaryNames(plan.kind, stage);
      leaves({ tables: [stage, repeatsTable(stage), ...words.tables], types: words.types });
      const onRead = (lines: number) => report("Sorting out", file.size, lines);
      return readCarefully(engine, file, { ...road, reading }, { signal, onProgress, onRead, walks });
    };
    const { summary, isFinal, made, names } = await read();
    const similar = names === null ? null : await similarNames(engine, names, { signal });
    const stray = mayStray(plan, summary) ? await strayDates(engine, table, { signal }) : [];
    const findings = { summary, made, similar, stray };
    const counted = isFinal ? summary.kept : null;
    const ledger = await ledgerOf(
      engine,
      { table, setAside, plan, findings, counted, fileName: file.name },
      { signal },
    );
    return {
      table,
      setAside: summary.lines > summary.kept ? setAside : null,
      ledger,
      rows: ledger.kept,
      firstDay: summary.firstDay,
      lastDay: summary.lastDay,
      readAs: readAsSentence(plan, ledger.kept),
    };
  } catch (error) {
    leaves({ tables: [table, setAside], types: [] });
    throw error;
  } finally {
    await drop(engine, leftOver);
  }
}

/** Text columns that the file fills. */
function textsOf({ kind, mapping }: ImportPlan): string[] {
  return TEXT_COLUMNS[kind].filter(({ role }) => mapping[role] !== undefined).map(({ column }) => column);
}

/** What an import makes on its way. */
interface Names {
  tables: string[];
  types: string[];
}

/** Not abortable: what was made is cleared away also after an abort. */
async function drop(engine: Engine, { tables, types }: Names): Promise<void> {
  const statements = [
    ...tables.map((name) => `drop table if exists ${identifier(name)}`),
    ...types.map((name) => `drop type if exists ${identifier(name)}`),
  ];
  await engine.execute(statements.join(";\n"));
}
