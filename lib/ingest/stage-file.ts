import type { Engine, RunOptions } from "@/lib/engine/engine";
import { identifier, quoteLiteral } from "@/lib/query/literal";
import { RoomError } from "@/lib/std/room-error";
import type { NamedBlob } from "./decode";
import { hasEmptyLines } from "./empty-lines";
import { IngestError } from "./ingest-error";
import { doesNotFoot } from "./ledger-of";
import type { ImportPlan } from "./plan";
import { BLANK, TOTAL_LINE } from "./set-aside-reasons";
import { plainSource, regularSource, type Source } from "./source";
import { stageSql, TOTAL_BIT } from "./stage-sql";
import { type Summary, summarise } from "./summary";
import type { TypedValue } from "./typed-values";

interface StageSpec {
  /** Name of the temporary table to make. */
  stage: string;
  plan: ImportPlan;
  values: readonly TypedValue[];
}

/**
 * Reads a file into the stage table and counts it: in one pass when the engine's strict reader takes the file, else
 * rewritten line by line. The table is the caller's to drop, also after an error.
 */
export async function stageFile(
  engine: Engine,
  file: NamedBlob,
  spec: StageSpec,
  options: RunOptions,
): Promise<Summary> {
  const regular = (await readStrictly(engine, file, spec, options))
    ? null
    : await readPatiently(engine, file, spec, options);
  if (spec.plan.kind === "inventory") await excludeTotal(engine, spec.stage, options);
  const summary = await summarise(engine, spec.stage, spec, options);
  if (regular !== null && regular !== summary.lines) throw doesNotFoot(file.name, regular, summary.lines);
  return summary;
}

async function fill(engine: Engine, source: Source, { stage, plan, values }: StageSpec, options: RunOptions) {
  await engine.execute(stageSql(stage, source, plan, values), options);
}

/** False when the file needs the patient road: a line does not fit, or numbers of lines would be wrong. */
async function readStrictly(engine: Engine, file: NamedBlob, spec: StageSpec, options: RunOptions): Promise<boolean> {
  const source = await plainSource(engine, file, spec.plan);
  try {
    const [emptyLines] = await Promise.all([hasEmptyLines(file, options.signal), fill(engine, source, spec, options)]);
    return !emptyLines;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  } finally {
    await engine.detach(source.path);
  }
}

/** The number of lines of the file, counted while it was rewritten. */
async function readPatiently(engine: Engine, file: NamedBlob, spec: StageSpec, options: RunOptions): Promise<number> {
  const source = await regularSource(engine, file, spec.plan, options.signal);
  try {
    await fill(engine, source, spec, options);
    return source.lines;
  } catch (cause) {
    if (!isRefusal(cause)) throw cause;
    throw new IngestError({
      kind: "unreadable",
      message: `${file.name} could not be read as a table. Nothing was imported.`,
      hint: "Open it in your spreadsheet, save it as CSV UTF-8, and add it again.",
      cause,
    });
  } finally {
    await engine.detach(source.path);
  }
}

/** The engine's reader says no to the file; everything else (memory, stopped, aborted) is passed on. */
function isRefusal(error: unknown): boolean {
  return error instanceof RoomError && (error.kind === "sql" || error.kind === "internal");
}

/** A stock list may end with its sum, which is no product. */
async function excludeTotal(engine: Engine, stage: string, options: RunOptions): Promise<void> {
  const table = identifier(stage);
  await engine.execute(
    `update ${table} set reason = ${quoteLiteral(TOTAL_LINE)} where reason is null and (note & ${TOTAL_BIT}) > 0
       and line = (select max(line) from ${table} where reason is distinct from ${quoteLiteral(BLANK)})`,
    options,
  );
}
