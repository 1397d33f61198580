import type { Engine } from "@/lib/engine/engine";
import { identifier } from "@/lib/query/literal";
import type { NamedBlob } from "./decode";
import { dictionaryNames, makeDictionaries } from "./dictionaries";
import { encodingOf } from "./encoding";
import { transcode } from "./encoding-transcode";
import { finalSql, setAsideSql } from "./final-sql";
import { IngestError } from "./ingest-error";
import { ledgerOf } from "./ledger-of";
import { openFile as openHere } from "./open-file";
import type { ImportPlan } from "./plan";
import { readAsSentence } from "./read-as";
import type { ReadOptions, ReadResult } from "./read-result";
import { readTable } from "./read-table";
import { namesOfType, similarNames } from "./similar-names";
import { repeatsTable, stageFile } from "./stage-file";
import { type Given, toImportPlan } from "./to-import-plan";
import { typedValues } from "./typed-values";
import { valueShapesOf } from "./value-shapes";

export type { ReadOptions, ReadProgress, ReadResult } from "./read-result";

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
  const read = (text: NamedBlob, evidence: readonly string[]) =>
    plan.kind === "table"
      ? readTable(engine, text, plan, options)
      : readCanonical(engine, text, plan, { ...options, evidence });
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

async function readCanonical(
  engine: Engine,
  file: NamedBlob,
  plan: ImportPlan,
  {
    id,
    thisYear = new Date().getFullYear(),
    onProgress,
    signal,
    evidence,
  }: ReadOptions & { evidence: readonly string[] },
): Promise<ReadResult> {
  const table = `${plan.kind}_${id}`;
  const setAside = `set_aside_${id}`;
  const stage = `stage_${id}`;
  const report = (phase: string, doneBytes: number, rows: number | null) =>
    onProgress?.({ phase, doneBytes, totalBytes: file.size, rows });
  const temporary = dictionaryNames(plan.kind, stage);
  const leftOver = [stage, repeatsTable(stage), ...temporary.tables];
  try {
    report("Reading", 0, null);
    const reading = { ...(await valueShapesOf(file, plan, signal)), newestYear: thisYear + 1 };
    const spec = { stage, plan, values: typedValues(plan, reading), reading };
    const { summary, made } = await stageFile(engine, file, spec, {
      signal,
      onProgress: (fraction) => report("Reading", Math.round(fraction * file.size), null),
    });

    report("Sorting out", file.size, summary.lines);
    const columns = await makeDictionaries(engine, stage, { plan, kept: summary.kept }, { signal });
    await engine.execute(finalSql({ table, stage, plan, columns, fileName: file.name }), { signal });
    const aside = summary.lines > summary.kept;
    if (aside) await engine.execute(setAsideSql(setAside, stage, file.name), { signal });
    const names = columns.get("product_name");
    const similar = names?.type ? await similarNames(engine, namesOfType(names.type), { signal }) : null;
    const findings = { summary, made, similar, evidence };
    const ledger = await ledgerOf(engine, { table, setAside, plan, findings, fileName: file.name }, { signal });
    return {
      table,
      setAside: aside ? setAside : null,
      ledger,
      rows: ledger.kept,
      firstDay: summary.firstDay,
      lastDay: summary.lastDay,
      readAs: readAsSentence(plan, ledger.kept),
    };
  } catch (error) {
    leftOver.push(table, setAside);
    throw error;
  } finally {
    await drop(engine, leftOver, temporary.types);
  }
}

/** Not abortable: what was made is cleared away also after an abort. */
async function drop(engine: Engine, tables: readonly string[], types: readonly string[]): Promise<void> {
  const statements = [
    ...tables.map((name) => `drop table if exists ${identifier(name)}`),
    ...types.map((name) => `drop type if exists ${identifier(name)}`),
  ];
  await engine.execute(statements.join(";\n"));
}
