import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import { dateShape } from "./dates";
import type { NamedBlob } from "./decode";
import { makeDictionaries } from "./dictionaries";
import { finalSql, setAsideSql } from "./final-sql";
import type { Findings } from "./import-warnings";
import { recordsOf } from "./records";
import { reasonOf } from "./set-aside-reasons";
import type { NamesSource } from "./similar-names";
import { type Staged, stageFile } from "./stage-file";
import type { StageSpec } from "./stage-sql";
import type { Summary } from "./summary";
import type { FileRunOptions } from "./text-walks";
import { typedValues } from "./typed-values";

/** What reading a file into its final table found. */
export interface RoadResult {
  summary: Summary;
  /** The summary was counted in the final table. */
  isFinal: boolean;
  made: Findings["made"];
  /** The product names, which live until they are dropped; null where they are plain text. */
  names: NamesSource | null;
}

interface RoadSpec extends Omit<StageSpec, "values"> {
  table: string;
  setAside: string;
}

/** Unreadable dates looked at again. */
const LOOKED_AT = 1000;

/** The stage table; made once more when dates further down are written in ways the sample does not show. */
async function staged(engine: Engine, file: NamedBlob, spec: RoadSpec, options: FileRunOptions): Promise<Staged> {
  const values = typedValues(spec.plan, spec.reading);
  const first = await stageFile(engine, file, { ...spec, values }, options);
  if (spec.reading.patientDates || !(await missesDates(engine, spec, options))) return first;
  const reading = { ...spec.reading, patientDates: true };
  return stageFile(engine, file, { ...spec, reading, values: typedValues(spec.plan, reading) }, options);
}

async function missesDates(engine: Engine, { stage, plan }: RoadSpec, options: RunOptions): Promise<boolean> {
  const column = plan.columns.indexOf(plan.mapping.date ?? plan.mapping.last_updated ?? "");
  if (column < 0) return false;
  const { rows } = await engine.runText(
    `select raw from ${identifier(stage)} where reason = ${quoteLiteral(reasonOf.noDate("date"))} limit ${LOOKED_AT}`,
    {},
    options,
  );
  return rows.some(({ raw }) => {
    const [record] = recordsOf(String(raw ?? ""), plan.dialect, 1);
    return dateShape(record?.fields[column] ?? "") !== null;
  });
}

/**
 * Reads any file into its final table and the lines that do not count into theirs: a stage table of every line first,
 * then dictionaries, then the kept lines. What it makes on the way is the caller's to drop.
 */
export async function readCarefully(
  engine: Engine,
  file: NamedBlob,
  spec: RoadSpec,
  { onRead, ...options }: FileRunOptions & { onRead(lines: number): void },
): Promise<RoadResult> {
  const { table, setAside, stage, plan } = spec;
  const { summary, made } = await staged(engine, file, spec, options);
  onRead(summary.lines);
  const { signal } = options;
  const columns = await makeDictionaries(engine, stage, { plan, kept: summary.kept }, { signal });
  await engine.execute(finalSql({ table, stage, plan, columns, fileName: file.name }), { signal });
  if (summary.lines > summary.kept) await engine.execute(setAsideSql(setAside, stage, file.name), { signal });
  const type = columns.get("product_name")?.type ?? null;
  return { summary, isFinal: false, made, names: type === null ? null : { type, texts: null } };
}
