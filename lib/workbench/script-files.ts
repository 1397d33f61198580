import type { Engine } from "@/lib/engine/engine";
import { columnsOf, readingCheck, type TypedName } from "@/lib/ingest/reading-check";
import { readingScript, type ScriptedFile, whyNotByScript } from "@/lib/ingest/reading-script";
import { TOO_FEW, TOO_MANY } from "@/lib/ingest/set-aside-reasons";
import { valueShapesOf } from "@/lib/ingest/value-shapes";
import type { DataSet } from "@/lib/notebook/notebook";
import { identifier } from "@/lib/query/literal";
import type { ScriptFile } from "@/lib/report/files/notebook-script";
import { isAbort } from "@/lib/std/room-error";
import { tableName } from "./data-tables";
import type { FilesAtHand } from "./files-at-hand";
import { keptLines } from "./kept-lines";
import { planOf } from "./plan-of";
import type { Ports } from "./ports";

/** A file of the script, and what has to lie beside it. */
export interface ReadFile {
  file: ScriptFile;
  beside: readonly { name: string; bytes: Uint8Array<ArrayBuffer> }[];
}

interface ScriptSpec {
  ports: Ports;
  engine: Engine;
  atHand: FilesAtHand;
}

/** Larger files are not read a second time to see whether the script reads them alike: the script checks it itself. */
const LARGEST_PROVED = 50_000_000;

/** The SQL that reads each data set from its file, by the short numbers of the script: `sales_1`, `inventory_2`. */
export async function scriptFiles(
  spec: ScriptSpec,
  dataSets: readonly DataSet[],
  signal?: AbortSignal,
): Promise<ReadFile[]> {
  const read: ReadFile[] = [];
  for (const [at, dataSet] of dataSets.entries()) {
    const twice = dataSets.slice(0, at).some(({ fileName }) => fileName === dataSet.fileName);
    read.push(await scriptFile(spec, dataSet, { number: at + 1, twice }, signal));
  }
  return read;
}

async function scriptFile(
  spec: ScriptSpec,
  dataSet: DataSet,
  { number, twice }: { number: number; twice: boolean },
  signal?: AbortSignal,
): Promise<ReadFile> {
  const { engine } = spec;
  const { fileName, kind, readAs } = dataSet;
  const table = tableName(dataSet);
  const named = `${kind}_${number}`;
  const columns = await columnsOf(engine, table, { signal });
  const check = await readingCheck(engine, table, { named, fileName }, { signal });
  const common = { fileName, readAs, check };
  const scripted = await scriptedFile(spec, dataSet, { number, columns }, signal);
  const instead = twice
    ? "another file of the notebook has the same name"
    : scripted === null
      ? "how it was read is not known any more"
      : (whyNotByScript(scripted) ?? (await whyNotProved(spec, dataSet, scripted, signal)));
  if (scripted !== null && instead === null) {
    return { file: { ...common, instead, statements: readingScript(scripted) }, beside: [] };
  }
  const lines = await keptLines(spec, dataSet, { table: identifier(table), columns, number }, signal);
  const statement = `create or replace table ${identifier(named)} as\n${lines.select}`;
  return { file: { ...common, instead, statements: [statement] }, beside: lines.files };
}

async function scriptedFile(
  { ports, atHand }: ScriptSpec,
  dataSet: DataSet,
  { number, columns }: { number: number; columns: readonly TypedName[] },
  signal?: AbortSignal,
): Promise<ScriptedFile | null> {
  const plan = planOf(dataSet);
  if (!plan) return null;
  const held = atHand.get(dataSet.fileHash);
  const text = held && (await ports.openFile(held.file, plan, { signal })).text;
  const ragged = dataSet.ledger.reasons.some(({ reason }) => reason === TOO_FEW || reason === TOO_MANY);
  return {
    id: String(number),
    fileName: dataSet.fileName,
    plan,
    columns,
    shapes: text ? await valueShapesOf(text, plan, signal) : null,
    ragged,
    newestYear: new Date(dataSet.importedAt).getFullYear() + 1,
  };
}

/** Runs the script's reading here, where the file is at hand and of a size to be read twice. */
async function whyNotProved(
  { engine, atHand }: ScriptSpec,
  dataSet: DataSet,
  scripted: ScriptedFile,
  signal?: AbortSignal,
): Promise<string | null> {
  const held = atHand.get(dataSet.fileHash);
  if (!held || held.file.size > LARGEST_PROVED) return null;
  const path = await engine.attach(held.file, dataSet.fileName);
  const id = `proof_${scripted.id}`;
  const named = `${dataSet.kind}_${id}`;
  try {
    for (const statement of readingScript({ ...scripted, id, fileName: path })) {
      await engine.execute(statement, { signal });
    }
    await engine.runText(
      await readingCheck(engine, tableName(dataSet), { named, fileName: dataSet.fileName }, { signal }),
      {},
      { signal },
    );
    return null;
  } catch (error) {
    if (isAbort(error)) throw error;
    return "its lines are not written as CSV asks, or not all alike";
  } finally {
    await engine.detach(path);
    await dropProof(engine, id, named);
  }
}

/** Not abortable: what was made is cleared away also after an abort. */
async function dropProof(engine: Engine, id: string, named: string): Promise<void> {
  const { rows } = await engine.runText(
    `select distinct function_name as name from duckdb_functions() where function_type = 'macro' and suffix(function_name, '_${id}')`,
  );
  const macros = rows.map(({ name }) => `drop macro if exists ${identifier(String(name))}`);
  const tables = [`lines_${id}`, named].map((name) => `drop table if exists ${identifier(name)}`);
  await engine.execute([...macros, ...tables].join(";\n"));
}
