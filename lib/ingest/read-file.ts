import type { Engine } from "@/lib/engine/engine";
import { identifier } from "@/lib/query/literal";
import type { Ledger } from "@/lib/std/ledger";
import { dateShapesOf } from "./date-shapes";
import type { NamedBlob } from "./decode";
import { dictionaryNames, makeDictionaries } from "./dictionaries";
import { finalSql, setAsideSql } from "./final-sql";
import { ledgerOf } from "./ledger-of";
import type { OpenFile } from "./open-file";
import type { ImportPlan } from "./plan";
import { readAsSentence } from "./read-as";
import { stageFile } from "./stage-file";
import { toImportPlan } from "./to-import-plan";
import { typedValues } from "./typed-values";

export interface ReadProgress {
  /** "Reading", "Sorting out". */
  phase: string;
  doneBytes: number;
  totalBytes: number;
  rows: number | null;
}

export interface ReadOptions {
  /** Part of the names of the tables made. */
  id: string;
  /** Two-digit years after the next belong to the century before. Default: the clock's year. */
  thisYear?: number | undefined;
  onProgress?: ((progress: ReadProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** How files are opened; default: in this thread. */
  openFile?: OpenFile | undefined;
}

export interface ReadResult {
  /** `<kind>_<id>`: `sales_<id>`, `inventory_<id>`, `table_<id>` ... */
  table: string;
  /** `set_aside_<id>`, or null when every line counts. */
  setAside: string | null;
  ledger: Ledger;
  /** Kept lines. */
  rows: number;
  /** First and last day of a sales file, YYYY-MM-DD. */
  firstDay: string | null;
  lastDay: string | null;
  readAs: string;
}

/**
 * Reads a file into its table of canonical columns, in one pass when the engine's strict reader takes it. Every line is
 * kept or set aside with its reason. When it fails or is aborted, nothing of it stays in the engine.
 * Throws IngestError, EngineError or AbortError.
 */
export async function readFile(
  engine: Engine,
  file: NamedBlob,
  given: ImportPlan,
  { id, thisYear = new Date().getFullYear(), onProgress, signal }: ReadOptions,
): Promise<ReadResult> {
  const plan = toImportPlan(given);
  const table = `${plan.kind}_${id}`;
  const setAside = `set_aside_${id}`;
  const stage = `stage_${id}`;
  const report = (phase: string, doneBytes: number, rows: number | null) =>
    onProgress?.({ phase, doneBytes, totalBytes: file.size, rows });
  const temporary = dictionaryNames(plan.kind, stage);
  const leftOver = [stage, ...temporary.tables];
  try {
    report("Reading", 0, null);
    const shapes = await dateShapesOf(file, plan, signal);
    const values = typedValues(plan, { shapes, newestYear: thisYear + 1 });
    const summary = await stageFile(
      engine,
      file,
      { stage, plan, values },
      {
        signal,
        onProgress: (fraction) => report("Reading", Math.round(fraction * file.size), null),
      },
    );

    report("Sorting out", file.size, summary.lines);
    const columns = await makeDictionaries(engine, stage, { plan, kept: summary.kept }, { signal });
    await engine.execute(finalSql({ table, stage, plan, columns, fileName: file.name }), { signal });
    const aside = summary.lines > summary.kept;
    if (aside) await engine.execute(setAsideSql(setAside, stage, file.name), { signal });
    const ledger = await ledgerOf(engine, { table, setAside, plan, summary, fileName: file.name }, { signal });
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
